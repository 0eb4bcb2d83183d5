using System.Text.Json.Serialization;
namespace Regard.Cases;

[JsonConverter(typeof(JsonStringEnumConverter<ClockKind>))]
public enum ClockKind
{
    /// <summary>The customer knows that it has arrived and whose it is.</summary>
    Acknowledge,
    /// <summary>Something has been done about it.</summary>
    FirstAction,
    Resolve,
    /// <summary>A day set by law or by an external body; never stands still.</summary>
    Statutory,
}

[JsonConverter(typeof(JsonStringEnumConverter<ClockOutcome>))]
public enum ClockOutcome
{
    Running, Met, Missed,
    /// <summary>Fell away: the case was merged or taken back before it was due.</summary>
    Void,
}

/// <summary>A time within which something is to happen in a case, and whether it did. What was missed stays missed.</summary>
public sealed record CaseClock
{
    public required ClockKind Kind { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    /// <summary>Working minutes allowed.</summary>
    public required long Minutes { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    /// <summary>Working minutes left while it stands still.</summary>
    public long? LeftMinutes { get; init; }
    public DateTimeOffset? MetAt { get; init; }
    public DateTimeOffset? MissedAt { get; init; }
    public required ClockOutcome Outcome { get; init; }

    public bool IsRunning => Outcome == ClockOutcome.Running && LeftMinutes is null;
    /// <summary>Nothing has happened yet that meets it, in time or late.</summary>
    public bool IsOpen => MetAt is null && Outcome != ClockOutcome.Void;

    /// <summary>What becomes of it when what it waits for happens.</summary>
    public CaseClock Met(DateTimeOffset now) => Outcome switch
    {
        ClockOutcome.Running when now <= DueAt || LeftMinutes is not null => this with { MetAt = now, Outcome = ClockOutcome.Met, LeftMinutes = null },
        ClockOutcome.Running => this with { MetAt = now, MissedAt = DueAt, Outcome = ClockOutcome.Missed },
        ClockOutcome.Missed when MetAt is null => this with { MetAt = now },
        _ => this,
    };
}
