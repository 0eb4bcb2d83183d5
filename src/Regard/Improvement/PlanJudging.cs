using Regard.Measures;
using Regard.Organisation;
using Regard.Statistics;
using Regard.Surveys;
namespace Regard.Improvement;

/// <summary>Holds each plan of the wave before against equally weak units of its kind that had none on the same indicator. Pure.</summary>
static class PlanJudging
{
    public static IReadOnlyList<JudgedPlan> Judge(WaveNumbers now, IReadOnlyList<Plan> plans)
    {
        if (now.Before is not { } before) return [];
        var judged = new List<JudgedPlan>();
        foreach (var group in plans.Where(p => p.State != PlanState.Dropped).GroupBy(p => p.MeasureCode))
        {
            var measure = Measure.Parse(group.Key)!.Value;
            // A unit with any plan on the indicator, were it dropped half way, is no example of having none.
            var planned = plans.Where(p => p.MeasureCode == group.Key && p.StartedAt is not null).Select(p => p.UnitId).ToHashSet();
            var broken = now.Wave.Measures.BreakWith(before.Wave.Measures, measure) is not null;
            judged.AddRange(group.Select(plan => Judge(plan, measure, planned, broken, before, now)));
        }
        return judged;
    }

    static JudgedPlan Judge(Plan plan, Measure measure, HashSet<Id<Unit>> planned, bool broken, EarlierNumbers before, WaveNumbers now)
    {
        var (wave, was, isNow) = (now.Wave.Wave, before.Figures[plan.UnitId, measure], now.Figures[plan.UnitId, measure]);
        Untested? reason = plan.StartedAt is null ? Untested.NeverStarted : plan.StartedAt >= wave.OpenedAt ? Untested.StartedTooLate : broken ? Untested.NotComparable : null;
        if (reason is { } why) return new(plan.Id, PlanVerdict.Without(wave.Id, why, was.Value, isNow.Value), Lapsed: plan.StartedAt is null);

        var kind = before.Wave.Units.Find(plan.UnitId)?.Kind;
        List<Id<Unit>> units = [plan.UnitId, .. before.Wave.Units.All.Where(u => u.Kind == kind && u.Id != plan.UnitId && !planned.Contains(u.Id)).Select(u => u.Id)];
        var courses = units.Select((u, i) => new UnitCourse(Course(before.Figures[u, measure]), Course(now.Figures[u, measure]), Planned: i == 0)).ToList();
        return new(plan.Id, PlanVerdict.Of(wave.Id, PlanEffect.Judge(courses, 0), was.Value, isNow.Value), Lapsed: false);
    }

    static Estimate? Course(Figure figure) => figure switch
    {
        { Given: true } => figure.ToEstimate(),
        { Withheld: Withheld.Unmeasured } => null,
        _ => Estimate.Withhold(Withholding.TooFew, 0),
    };
}
