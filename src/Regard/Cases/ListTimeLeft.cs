using Regard.Organisation;
namespace Regard.Cases;

/// <summary>Working time that the running clocks of a case still have; below zero for what is over.</summary>
public sealed record ListTimeLeft(long Number) : Question<IReadOnlyDictionary<ClockKind, TimeSpan>>
{
    internal override Permission Needs => Permission.SignedIn;

    internal override async Task<IReadOnlyDictionary<ClockKind, TimeSpan>> Run(Session s)
    {
        var (all, calendar) = await CaseClockStore.Of(s, await CaseStore.Seen(s, Number));
        return all.Where(k => k.IsOpen).GroupBy(k => k.Kind).Select(rounds => rounds.MaxBy(k => k.Round)!).ToDictionary(k => k.Kind, k => k.LeftMinutes is { } left ? TimeSpan.FromMinutes(left) : Left(k, calendar, s.Now));
    }

    static TimeSpan Left(CaseClock k, WorkingCalendar calendar, DateTimeOffset now) =>
        k.RoundTheClock ? k.DueAt - now : k.DueAt >= now ? calendar.Between(now, k.DueAt) : -calendar.Between(k.DueAt, now);
}
