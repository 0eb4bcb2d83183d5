using Regard.Measures;
using Regard.Organisation;
using Regard.Work;
namespace Regard.Improvement;

/// <summary>Keeps a closed wave's numbers for ever, judges the plans of the wave before, and drafts those of this one.</summary>
sealed record FreezeWave(WaveNumbers Numbers, PlanWork Plans) : Change<Done>
{
    internal override Permission Needs => Permission.RunWaves;
    internal override string Subject => Numbers.Wave.Wave.Id.ToString();

    internal override async Task<Done> Run(Session s)
    {
        await new FreezeNumbers(Numbers).Run(s);
        foreach (var judged in Plans.Judged) await Judge(s, judged);
        var calendars = await CalendarStore.All(s);
        foreach (var draft in Plans.Drafts) await PlanStore.Add(s, draft, calendars);
        return default;
    }

    static async Task Judge(Session s, JudgedPlan judged)
    {
        var v = judged.Verdict;
        await s.Write("""
            insert into verdicts (plan_id, wave_id, verdict, reason, effect, standard_error, lower, upper, smallest_detectable, comparison_units, before_value, after_value, expected_value, judged_at)
            values (@PlanId, @WaveId, @verdict, @reason, @Effect, @StandardError, @Lower, @Upper, @SmallestDetectable, @ComparisonUnits, @BeforeValue, @AfterValue, @ExpectedValue, @Now)
            """, new
        {
            judged.PlanId, v.WaveId, verdict = v.Verdict.ToString(), reason = v.Reason.ToString(), v.Effect, v.StandardError, v.Lower, v.Upper, v.SmallestDetectable,
            v.ComparisonUnits, v.BeforeValue, v.AfterValue, v.ExpectedValue, s.Now,
        });
        if (!judged.Lapsed) return;
        await s.Write("update plans set dropped_at = @Now, revision = revision + 1 where id = @PlanId", new { judged.PlanId, s.Now });
        await new SettleWorkItem(WorkKind.Plan, judged.PlanId.Value).Run(s);
    }
}
