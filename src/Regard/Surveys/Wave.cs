using System.Text.Json.Serialization;
using Regard.Indicators;
using Regard.Organisation;
namespace Regard.Surveys;

[JsonConverter(typeof(JsonStringEnumConverter<WaveState>))]
public enum WaveState { Planned, Open, Closed, Frozen }

/// <summary>A form put to a sample of customers over a period. It computes with its own versions of form and tree for ever.</summary>
public sealed record Wave
{
    public required Id<Wave> Id { get; init; }
    public required Id<Programme> ProgrammeId { get; init; }
    public required long Number { get; init; }
    public required string Name { get; init; }
    public required Id<FormVersion> FormVersionId { get; init; }
    public required Id<IndicatorTree> TreeId { get; init; }
    public required DateOnly OpensOn { get; init; }
    /// <summary>The last day on which answers are taken.</summary>
    public required DateOnly ClosesOn { get; init; }
    /// <summary>An estimate on fewer respondents is withheld; never under 5.</summary>
    public required long MinimumN { get; init; }
    public string? OpenLink { get; init; }
    /// <summary>The wave of customers whose questions managers or employees answer here too.</summary>
    public Id<Wave>? MirrorsId { get; init; }
    public Id<Unit>? OpenUnitId { get; init; }
    public DateTimeOffset? OpenedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public DateTimeOffset? FrozenAt { get; init; }
    public string? Fingerprint { get; init; }

    public WaveState State => FrozenAt is not null ? WaveState.Frozen : ClosedAt is not null ? WaveState.Closed : OpenedAt is not null ? WaveState.Open : WaveState.Planned;

    /// <summary>The day whose tree of units the wave's numbers are added up by: a later move leaves them where they were.</summary>
    public DateOnly TreeDay => ClosedAt is { } closed && DateOnly.FromDateTime(closed.UtcDateTime) < ClosesOn ? DateOnly.FromDateTime(closed.UtcDateTime) : ClosesOn;

    /// <summary>Null while answers are taken.</summary>
    public Words? WhyNoAnswers(DateOnly today) => State switch
    {
        WaveState.Planned => Words.Of("This survey has not been opened yet."),
        WaveState.Open when today <= ClosesOn => null,
        _ => Words.Of("This survey is closed. It takes no more answers."),
    };
}
