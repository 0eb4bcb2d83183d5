using Regard.Organisation;
namespace Regard.Cases;

/// <summary>Working time that the running clocks of a case still have; below zero for what is over.</summary>
public sealed record ListTimeLeft(long Number) : Question<IReadOnlyDictionary<ClockKind, TimeSpan>>
{
    internal override Permission Needs => Permission.SignedIn;

    internal override async Task<IReadOnlyDictionary<ClockKind, TimeSpan>> Run(Session s)
    {
        var c = await CaseStore.Seen(s, Number);
        var calendar = await CalendarStore.Of(s, c.UnitId);
        return (await CaseClocks.Of(s, c)).Where(k => k.IsOpen).ToDictionary(k => k.Kind, k => k.LeftMinutes is { } left ? TimeSpan.FromMinutes(left) : Left(k, calendar, s.Now));
    }

    /// <summary>A clock that was set by hours of the day and night, or by a day, is told by them.</summary>
    static TimeSpan Left(CaseClock k, WorkingCalendar calendar, DateTimeOffset now)
    {
        var anyHour = k.Kind == ClockKind.Statutory || (k.DueAt - k.StartedAt).TotalMinutes <= k.Minutes;
        return anyHour ? k.DueAt - now : k.DueAt >= now ? calendar.Between(now, k.DueAt) : -calendar.Between(k.DueAt, now);
    }
}
