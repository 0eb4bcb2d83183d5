using System.Text.Json.Serialization;
using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Visits;

/// <summary>A published form that somebody filled in about a unit or a competitor.</summary>
public sealed record Visit
{
    public const int LongestNotes = 4000;

    public required Id<Visit> Id { get; init; }
    public required long Number { get; init; }
    public required VisitKind Kind { get; init; }
    public required Id<Unit> UnitId { get; init; }
    public required string UnitName { get; init; }
    public required Id<FormVersion> FormVersionId { get; init; }
    public required string FormName { get; init; }
    public required Id<Person> VisitorId { get; init; }
    public required string VisitorName { get; init; }
    public Id<Person>? PersonId { get; init; }
    /// <summary>Left out for those who may not judge that person.</summary>
    public string? PersonName { get; init; }
    public RoleMet? RoleMet { get; init; }
    public ShiftMet? Shift { get; init; }
    public required DateOnly Day { get; init; }
    public required string Notes { get; init; }
    /// <summary>0 to 100; null when nothing applied.</summary>
    public double? Score { get; init; }
    /// <summary>How many items the score rests on.</summary>
    public required long Items { get; init; }
    /// <summary>Checks that were not done.</summary>
    public required long Failed { get; init; }
    public required DateTimeOffset SubmittedAt { get; init; }
    [JsonIgnore] public byte[] Ratings { get; init; } = [];
    [JsonIgnore] public string? Answers { get; init; }
}
