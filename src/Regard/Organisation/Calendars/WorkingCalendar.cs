using NodaTime;
namespace Regard.Organisation;

/// <summary>When work is done: reckons in working time, from one moment to another.</summary>
/// <remarks>A shift belongs to the day it begins on. Where clocks are changed, time counts as it passes: a night shift is an hour shorter or longer.</remarks>
public sealed class WorkingCalendar
{
    readonly DateTimeZone zone;
    readonly WorkingWeek week;
    readonly IReadOnlyDictionary<DateOnly, IReadOnlyList<Shift>> otherwise;

    /// <param name="zone">A name such as Asia/Shanghai.</param>
    /// <param name="otherwise">Days that are not worked as their day of the week is.</param>
    public WorkingCalendar(string zone, WorkingWeek week, IReadOnlyDictionary<DateOnly, IReadOnlyList<Shift>>? otherwise = null)
    {
        this.zone = Zones.Find(zone) ?? throw new ArgumentException($"There is no time zone {zone}.", nameof(zone));
        (this.week, this.otherwise) = (week, otherwise ?? new Dictionary<DateOnly, IReadOnlyList<Shift>>());
    }

    public string Zone => zone.Id;

    public IReadOnlyList<Shift> On(DateOnly day) => otherwise.TryGetValue(day, out var shifts) ? shifts : week.On(day.DayOfWeek);
    public bool IsWorkday(DateOnly day) => On(day).Count > 0;

    /// <summary>The day that the clocks on the wall show.</summary>
    public DateOnly DayOf(DateTimeOffset at) => Instant.FromDateTimeOffset(at).InZone(zone).Date.ToDateOnly();

    public bool IsOpen(DateTimeOffset at) => OpenFrom(at).First().Open <= at;

    /// <summary>The earliest moment by which that much working time has passed.</summary>
    /// <param name="working">Not below zero.</param>
    public DateTimeOffset Add(DateTimeOffset from, TimeSpan working)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(working, TimeSpan.Zero);
        if (working == TimeSpan.Zero) return from;
        foreach (var (open, close) in OpenFrom(from))
        {
            var begin = open > from ? open : from;
            if (close - begin >= working) return begin + working;
            working -= close - begin;
        }
        throw new InvalidOperationException("The calendar ends.");
    }

    /// <summary>The working time that passes; none when the end is not after the beginning.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset until)
    {
        var passed = TimeSpan.Zero;
        if (until <= from) return passed;
        foreach (var (open, close) in OpenFrom(from))
        {
            if (open >= until) break;
            passed += (close < until ? close : until) - (open > from ? open : from);
        }
        return passed;
    }

    /// <summary>When the last shift of the day ends; midnight after it, where it is no working day.</summary>
    public DateTimeOffset EndOf(DateOnly day) => At(day, On(day) is { Count: > 0 } shifts ? shifts[^1].Until : Shift.Day);

    /// <summary>When the first shift of the day begins; midnight before it, where it is no working day.</summary>
    public DateTimeOffset BeginOf(DateOnly day) => At(day, On(day) is { Count: > 0 } shifts ? shifts[0].From : 0);

    /// <summary>When the clocks on the wall show that time.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time) => At(day, (int)time.ToTimeSpan().TotalMinutes);

    /// <summary>When the day begins on the wall.</summary>
    public DateTimeOffset Midnight(DateOnly day) => At(day, 0);

    /// <summary>The first working day after that one.</summary>
    public DateOnly NextWorkday(DateOnly day)
    {
        do day = day.AddDays(1); while (!IsWorkday(day));
        return day;
    }

    /// <summary>Stretches of working time that end after a moment, in order and apart.</summary>
    IEnumerable<(DateTimeOffset Open, DateTimeOffset Close)> OpenFrom(DateTimeOffset from)
    {
        var done = from;
        // A shift of the day before may still run.
        for (var (day, first) = (DayOf(from).AddDays(-1), true); ; day = day.AddDays(1))
            foreach (var shift in On(day))
            {
                var (open, close) = (At(day, shift.From), At(day, shift.Until));
                if (!first && open < done) open = done;
                if (close <= done || close <= open) continue;
                yield return (open, close);
                (done, first) = (close, false);
            }
    }

    // What the clock skips comes later by what is skipped; what it shows twice is meant the first time.
    DateTimeOffset At(DateOnly day, int minutes) =>
        zone.AtLeniently(LocalDate.FromDateOnly(day).AtMidnight().PlusMinutes(minutes)).ToInstant().ToDateTimeOffset();
}

public static class Zones
{
    /// <summary>By its name in the IANA database; null when there is none.</summary>
    internal static DateTimeZone? Find(string? name) => string.IsNullOrWhiteSpace(name) ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(name);

    public static IReadOnlyCollection<string> All => DateTimeZoneProviders.Tzdb.Ids;

    internal static string Of(TimeZoneInfo zone) =>
        Find(zone.Id) is not null ? zone.Id : TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var iana) && Find(iana) is not null ? iana : "Etc/UTC";
}
