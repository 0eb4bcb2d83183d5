using System.Text.Json.Serialization;
using Regard.Statistics;
namespace Regard.Improvement;

/// <summary>A plan as lists show it, with the number that it is about.</summary>
public sealed record PlanRow : Plan
{
    internal const string Select = $"""
        select {PlanStore.Columns}, u.code as unit_code, u.name as unit_name, v.name as wave_name, i.names as indicator, o.name as owner_name,
          r.value as score, r.n as score_n, r.lower as score_lower, r.upper as score_upper, d.verdict,
          (select count(*) from plan_steps t where t.plan_id = p.id) as steps,
          (select count(*) from plan_steps t where t.plan_id = p.id and t.done_at is not null) as steps_done
        from {PlanStore.From}
        join units u on u.id = p.unit_id
        join waves v on v.id = p.wave_id
        join indicators i on i.tree_id = v.tree_id and i.code = p.indicator_code
        left join people o on o.id = w.owner_id
        left join results r on r.wave_id = p.wave_id and r.measure = p.measure and r.unit_id = p.unit_id and r.segment = ''
        left join verdicts d on d.plan_id = p.id
        """;

    public required string UnitCode { get; init; }
    public required string UnitName { get; init; }
    public required string WaveName { get; init; }
    public required Text Indicator { get; init; }
    public string? OwnerName { get; init; }
    /// <summary>In the wave that showed the weakness; null when withheld.</summary>
    public double? Score { get; init; }
    public double? ScoreLower { get; init; }
    public double? ScoreUpper { get; init; }
    public long? ScoreN { get; init; }
    public long Steps { get; init; }
    public long StepsDone { get; init; }
    /// <summary>Null until the next wave has judged it.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<Verdict>))]
    public Verdict? Verdict { get; init; }
}
