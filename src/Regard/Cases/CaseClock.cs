using System.Text.Json.Serialization;
using Regard.Organisation;
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
    /// <summary>The customer asked for a superior, who answers.</summary>
    Superior,
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
    /// <summary>1, and one more each time that it is started anew: by reopening, by asking for the next superior.</summary>
    public long Round { get; init; } = 1;
    public required DateTimeOffset StartedAt { get; init; }
    /// <summary>Working minutes allowed.</summary>
    public required long Minutes { get; init; }
    /// <summary>Minutes of any hour.</summary>
    public bool RoundTheClock { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    /// <summary>Minutes left while it stands still.</summary>
    public long? LeftMinutes { get; init; }
    public DateTimeOffset? MetAt { get; init; }
    public DateTimeOffset? MissedAt { get; init; }
    public required ClockOutcome Outcome { get; init; }

    public bool IsRunning => Outcome == ClockOutcome.Running && LeftMinutes is null;
    /// <summary>Nothing has happened yet that meets it, in time or late.</summary>
    public bool IsOpen => MetAt is null && Outcome != ClockOutcome.Void;

    /// <summary>As it is when time has passed: missed, if its end has gone by.</summary>
    public CaseClock At(DateTimeOffset now) => IsRunning && DueAt < now ? this with { MissedAt = DueAt, Outcome = ClockOutcome.Missed } : this;

    /// <summary>What becomes of it when what it waits for happens.</summary>
    public CaseClock Met(DateTimeOffset now) => At(now) switch
    {
        { Outcome: ClockOutcome.Running } k => k with { MetAt = now, Outcome = ClockOutcome.Met, LeftMinutes = null },
        { Outcome: ClockOutcome.Missed, MetAt: null } k => k with { MetAt = now },
        var k => k,
    };

    /// <summary>Stands still while the customer is asked; a day set by law goes on.</summary>
    public CaseClock Paused(DateTimeOffset now, WorkingCalendar calendar) => At(now) is { IsRunning: true } k && Kind != ClockKind.Statutory ? k with { LeftMinutes = k.Left(now, calendar) } : At(now);

    public CaseClock Resumed(DateTimeOffset now, WorkingCalendar calendar) => LeftMinutes is { } left && Outcome == ClockOutcome.Running ? this with { DueAt = End(now, left, RoundTheClock, calendar), LeftMinutes = null } : this;

    public CaseClock Voided(DateTimeOffset now) => At(now) is { Outcome: ClockOutcome.Running } k ? k with { Outcome = ClockOutcome.Void, LeftMinutes = null } : At(now);

    /// <summary>Given another time. A shorter one counts from now, so that nothing is late for what nobody knew; a longer one from the beginning.</summary>
    public CaseClock Retimed(long minutes, bool roundTheClock, DateTimeOffset now, WorkingCalendar calendar)
    {
        if (At(now) is not { Outcome: ClockOutcome.Running } k || (Minutes == minutes && RoundTheClock == roundTheClock)) return At(now);
        if (LeftMinutes is { } still) return k with { Minutes = minutes, RoundTheClock = roundTheClock, LeftMinutes = minutes < Minutes ? Math.Min(still, minutes) : still + minutes - Minutes };
        var fromNow = End(now, minutes, roundTheClock, calendar);
        if (fromNow < DueAt) return k with { Minutes = minutes, RoundTheClock = roundTheClock, DueAt = fromNow };
        if (minutes < Minutes) return k with { Minutes = minutes };
        return k with { Minutes = minutes, RoundTheClock = roundTheClock, DueAt = End(now, Left(now, calendar) + minutes - Minutes, roundTheClock, calendar) };
    }

    /// <summary>The minutes left, the begun one counted in full.</summary>
    long Left(DateTimeOffset now, WorkingCalendar calendar) => (long)Math.Ceiling((RoundTheClock ? DueAt - now : calendar.Between(now, DueAt)).TotalMinutes);

    public static DateTimeOffset End(DateTimeOffset from, long minutes, bool roundTheClock, WorkingCalendar calendar) =>
        (roundTheClock ? from.AddMinutes(minutes) : calendar.Add(from, TimeSpan.FromMinutes(minutes))).ToMilliseconds();
}
