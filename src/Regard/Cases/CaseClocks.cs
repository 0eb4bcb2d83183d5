using Regard.Organisation;
namespace Regard.Cases;

/// <summary>All clocks of one case, and what becomes of them.</summary>
public sealed record CaseClocks(IReadOnlyList<CaseClock> All, WorkingCalendar Calendar)
{
    /// <summary>The next moment by which something is to happen, or was.</summary>
    public DateTimeOffset? DueAt => All.Where(k => k.IsOpen && k.LeftMinutes is null).Select(k => (DateTimeOffset?)k.DueAt).Min();

    /// <param name="statutory">The day set by law or by an external body.</param>
    public static CaseClocks Start(Case c, CaseRules rules, WorkingCalendar calendar, DateTimeOffset? statutory)
    {
        var clocks = Wanted(c, rules, c.CreatedAt, calendar).Select(w => new CaseClock
        {
            Kind = w.Clock, StartedAt = c.CreatedAt, Minutes = w.Minutes, RoundTheClock = w.RoundTheClock, DueAt = CaseClock.End(c.CreatedAt, w.Minutes, w.RoundTheClock, calendar), Outcome = ClockOutcome.Running,
        });
        return new CaseClocks([.. clocks], calendar).WithStatutory(c.CreatedAt, statutory);
    }

    public CaseClocks Met(DateTimeOffset now, params IReadOnlyCollection<ClockKind> kinds) => Each(k => kinds.Contains(k.Kind) ? k.Met(now) : k);
    public CaseClocks AllMet(DateTimeOffset now) => Each(k => k.Met(now));
    public CaseClocks Paused(DateTimeOffset now) => Each(k => k.Paused(now, Calendar));
    public CaseClocks Resumed(DateTimeOffset now) => Each(k => k.Resumed(now, Calendar));
    public CaseClocks Voided(DateTimeOffset now) => Each(k => k.Voided(now));

    /// <summary>A day set by law takes the place of one that runs still.</summary>
    public CaseClocks WithStatutory(DateTimeOffset now, DateTimeOffset? day)
    {
        if (day is not { } due) return this;
        var last = Last(ClockKind.Statutory);
        if (last?.At(now) is { IsRunning: true } running) return Each(k => k == last ? running with { DueAt = due } : k);
        return Add(new() { Kind = ClockKind.Statutory, Round = (last?.Round ?? 0) + 1, StartedAt = now, Minutes = 0, RoundTheClock = true, DueAt = due, Outcome = ClockOutcome.Running });
    }

    /// <summary>Brings what runs into line with what the case has become; what was met or missed stays.</summary>
    public CaseClocks Retimed(Case c, CaseRules rules, DateTimeOffset now)
    {
        var wanted = Wanted(c, rules, now, Calendar).ToList();
        var retimed = Each(k => k.Kind is ClockKind.Statutory or ClockKind.Superior ? k
            : wanted.FirstOrDefault(w => w.Clock == k.Kind) is { } w ? k.Retimed(w.Minutes, w.RoundTheClock, now, Calendar) : k.Voided(now));
        return wanted.Where(w => All.All(k => k.Kind != w.Clock)).Aggregate(retimed, (clocks, w) => clocks.Begun(w, now));
    }

    /// <summary>The customer was not served after all: the time to resolve it runs anew.</summary>
    public CaseClocks Reopened(Case c, CaseRules rules, DateTimeOffset now) => Wanted(c, rules, now, Calendar).Where(w => w.Clock == ClockKind.Resolve).Aggregate(this, (clocks, w) => clocks.Begun(w, now));

    /// <summary>What fell away runs on as if it never had.</summary>
    public CaseClocks Restored(DateTimeOffset now)
    {
        var fallen = All.Where(k => k.Outcome == ClockOutcome.Void && All.All(o => o.Kind != k.Kind || o.Round <= k.Round));
        return fallen.Aggregate(this, (clocks, k) => clocks.Add((k with { Round = k.Round + 1, Outcome = ClockOutcome.Running }).At(now)));
    }

    public CaseClocks ForSuperior(Case c, CaseRules rules, DateTimeOffset now) =>
        Begun(rules.Targets.Where(t => t.Clock == ClockKind.Superior && t.Fits(c.Kind, c.Severity, c.Grade, c.Channel, c.Anger)).MinBy(t => CaseClock.End(now, t.Minutes, t.RoundTheClock, Calendar)) ?? CaseRules.Superior, now);

    CaseClocks Begun(ClockTarget target, DateTimeOffset now) => Add(new()
    {
        Kind = target.Clock, Round = (Last(target.Clock)?.Round ?? 0) + 1, StartedAt = now, Minutes = target.Minutes, RoundTheClock = target.RoundTheClock,
        DueAt = CaseClock.End(now, target.Minutes, target.RoundTheClock, Calendar), Outcome = ClockOutcome.Running,
    });

    /// <summary>Of all rows that fit, for each clock the one that ends first.</summary>
    static IEnumerable<ClockTarget> Wanted(Case c, CaseRules rules, DateTimeOffset from, WorkingCalendar calendar) =>
        rules.Targets.Where(t => t.Clock is ClockKind.Acknowledge or ClockKind.FirstAction or ClockKind.Resolve && t.Fits(c.Kind, c.Severity, c.Grade, c.Channel, c.Anger))
            .GroupBy(t => t.Clock).Select(fitting => fitting.MinBy(t => CaseClock.End(from, t.Minutes, t.RoundTheClock, calendar))!);

    CaseClock? Last(ClockKind kind) => All.Where(k => k.Kind == kind).MaxBy(k => k.Round);
    CaseClocks Each(Func<CaseClock, CaseClock> change) => this with { All = [.. All.Select(change)] };
    CaseClocks Add(CaseClock clock) => this with { All = [.. All, clock] };
}
