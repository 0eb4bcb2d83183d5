using System.Text.Json;
using System.Text.Json.Serialization;
using Regard.Organisation;
namespace Regard.Standards;

[JsonConverter(typeof(JsonStringEnumConverter<StandardKind>))]
public enum StandardKind
{
    /// <summary>Done at every encounter.</summary>
    Done,
    /// <summary>A limit in a unit of measure, kept at every encounter.</summary>
    Limit,
    /// <summary>A score demanded of every encounter.</summary>
    Graded,
}

/// <summary>Whose view a standard comes from: the company's own, or its customers'.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StandardOrigin>))]
public enum StandardOrigin { InsideOut, OutsideIn }

/// <summary>One version of what is demanded of the service, in force from one day to another.</summary>
public sealed record Standard
{
    public required Id<Standard> Id { get; init; }
    public required long Version { get; init; }
    public required string Code { get; init; }
    public required Text Names { get; init; }
    /// <summary>The sentence that people work by.</summary>
    public required Text Says { get; init; }
    public required StandardKind Kind { get; init; }
    /// <summary>0 to 100; 100 unless the standard is graded.</summary>
    public required double Demanded { get; init; }
    /// <summary>Below it an encounter has failed, 0 to 100.</summary>
    public required double Minimum { get; init; }
    public double? Limit { get; init; }
    public string? UnitOfMeasure { get; init; }
    public required bool CustomerFacing { get; init; }
    /// <summary>Share of encounters that may fail, 0 to 1; only of what customers do not meet.</summary>
    public double? Tolerance { get; init; }
    public required StandardOrigin Origin { get; init; }
    /// <summary>The department that answers for it.</summary>
    public Id<Unit>? OwnerUnitId { get; init; }
    public string? OwnerName { get; init; }
    /// <summary>The step of the journey that it belongs to.</summary>
    public Id<BlueprintStep>? StepId { get; init; }
    public required DateOnly FromDay { get; init; }
    /// <summary>The last day, included.</summary>
    public DateOnly? UntilDay { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public string? MadeBy { get; init; }
    [JsonIgnore] public string? GradeLevels { get; init; }
    /// <summary>Codes of the indicators that it serves.</summary>
    public IReadOnlyList<string> Indicators { get; init; } = [];

    /// <summary>Where customers of some grades are promised another level.</summary>
    public IReadOnlyList<GradeLevel> Grades => GradeLevels is null ? [] : JsonSerializer.Deserialize<List<GradeLevel>>(GradeLevels, JsonSerializerOptions.Web)!;

    /// <summary>Above it the service is unsteady: no error is allowed in what customers meet.</summary>
    [JsonIgnore] public double Allowed => CustomerFacing ? 0 : Tolerance ?? 0;

    /// <summary>Replaced or given up before its first day: it never held.</summary>
    public bool IsVoid => UntilDay < FromDay;

    public bool IsInForce(DateOnly day) => FromDay <= day && !(UntilDay < day);
}

/// <summary>Another level for customers of one grade.</summary>
/// <param name="Demanded">0 to 100; null where only the limit differs.</param>
/// <param name="Limit">In the standard's unit of measure.</param>
public sealed record GradeLevel(string Grade, double? Demanded, double? Limit);

public static class StandardSaid
{
    public static Words Said(this StandardKind kind) => Words.Of(kind switch
    {
        StandardKind.Done => "Done every time",
        StandardKind.Limit => "Limit kept every time",
        _ => "Score at every encounter",
    });

    public static Words Said(this StandardOrigin origin) => Words.Of(origin == StandardOrigin.InsideOut ? "From the inside out" : "From the outside in");
}
