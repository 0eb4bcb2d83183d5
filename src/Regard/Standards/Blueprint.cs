using System.Text.Json;
using System.Text.Json.Serialization;
using Regard.Organisation;
namespace Regard.Standards;

/// <summary>The way that customers go through the service: stages, and in each the steps.</summary>
public sealed record Blueprint
{
    /// <summary>Counts every saving; 0 before the first.</summary>
    public long Number { get; init; }
    public IReadOnlyList<BlueprintStage> Stages { get; init; } = [];
    public string? MadeBy { get; init; }
    public DateTimeOffset? MadeAt { get; init; }

    [JsonIgnore] public IEnumerable<BlueprintStep> Steps => Stages.SelectMany(t => t.Steps);
}

/// <summary>A part of the journey and the departments that carry it.</summary>
public sealed record BlueprintStage
{
    public required Text Names { get; init; }
    /// <summary>The one department that owns it.</summary>
    public Id<Unit>? Accountable { get; init; }
    public IReadOnlyList<Id<Unit>> Responsible { get; init; } = [];
    public IReadOnlyList<Id<Unit>> Consulted { get; init; } = [];
    public IReadOnlyList<Id<Unit>> Informed { get; init; } = [];
    public required IReadOnlyList<BlueprintStep> Steps { get; init; }

    [JsonIgnore] internal IEnumerable<Id<Unit>> Departments => Responsible.Concat(Consulted).Concat(Informed).Concat(Accountable is { } a ? [a] : []);
}

public sealed record BlueprintStep
{
    public required Id<BlueprintStep> Id { get; init; }
    public required Text Names { get; init; }
    /// <summary>Why no standard is needed here; null while one is due.</summary>
    public string? NoneBecause { get; init; }
}

static class BlueprintStore
{
    public static async Task<Blueprint> Newest(Session s)
    {
        var row = await s.Maybe<Row>("select b.number, b.stages, b.made_at, p.name as made_by from blueprints b left join people p on p.id = b.made_by where b.number = (select max(number) from blueprints)");
        return row is null ? new() : new() { Number = row.Number, Stages = JsonSerializer.Deserialize<List<BlueprintStage>>(row.Stages, JsonSerializerOptions.Web)!, MadeBy = row.MadeBy, MadeAt = row.MadeAt };
    }

    public static async Task<long> Write(Session s, IReadOnlyList<BlueprintStage> stages)
    {
        var number = await s.NextNumber("blueprint");
        await s.Write("insert into blueprints (number, stages, made_by, made_at) values (@number, @stages, @Person, @Now)", new { number, stages = JsonSerializer.Serialize(stages, JsonSerializerOptions.Web), s.Caller.Person, s.Now });
        return number;
    }

    sealed record Row
    {
        public required long Number { get; init; }
        public required string Stages { get; init; }
        public string? MadeBy { get; init; }
        public required DateTimeOffset MadeAt { get; init; }
    }
}
