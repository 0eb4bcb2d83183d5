using System.Text.Json.Serialization;
using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Improvement;

[JsonConverter(typeof(JsonStringEnumConverter<PlanState>))]
public enum PlanState { Draft, Started, Done, Dropped }

/// <summary>How a unit means to lift one indicator before the next wave, which judges it.</summary>
public record Plan
{
    public required Id<Plan> Id { get; init; }
    /// <summary>The number that people say.</summary>
    public required long Number { get; init; }
    /// <summary>The wave that showed the weakness.</summary>
    public required Id<Wave> WaveId { get; init; }
    public required Id<Unit> UnitId { get; init; }
    public required string IndicatorCode { get; init; }
    public required string MeasureCode { get; init; }
    public string Problem { get; init; } = "";
    public string RootCause { get; init; } = "";
    /// <summary>The score to reach, 0 to 100.</summary>
    public double? Target { get; init; }
    public Id<Person>? OwnerId { get; init; }
    public required DateOnly DueOn { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? StartedAt { get; init; }
    public DateTimeOffset? DoneAt { get; init; }
    public DateTimeOffset? DroppedAt { get; init; }
    public string? DroppedBecause { get; init; }
    public required long Revision { get; init; }

    public PlanState State => DroppedAt is not null ? PlanState.Dropped : DoneAt is not null ? PlanState.Done : StartedAt is not null ? PlanState.Started : PlanState.Draft;
    public bool IsOpen => State is PlanState.Draft or PlanState.Started;
    public bool IsOverdue(DateOnly today) => IsOpen && DueOn < today;

    /// <summary>What is still missing before work can start; none when it may.</summary>
    internal IEnumerable<Problem> MissingToStart(int steps)
    {
        if (OwnerId is null) yield return new("OwnerId", "Say who sees to it.");
        if (string.IsNullOrWhiteSpace(Problem)) yield return new("Problem", "Say what the problem is, as customers meet it.");
        if (string.IsNullOrWhiteSpace(RootCause)) yield return new("RootCause", "Say what causes it.");
        if (steps == 0) yield return new("Words", "Add at least one step.");
    }

    internal Plan DemandOpen() => State switch
    {
        PlanState.Done => throw new Refused("This plan is finished."),
        PlanState.Dropped => throw new Refused("This plan was dropped."),
        _ => this,
    };
}
