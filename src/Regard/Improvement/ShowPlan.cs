using Regard.Measures;
using Regard.Organisation;
using Regard.Surveys;
using Regard.Work;
namespace Regard.Improvement;

/// <summary>A plan with its steps, the course of its indicator over the waves, and the verdict once there is one.</summary>
public sealed record ShowPlan(Id<Plan> Id) : Question<PlanView>
{
    internal override Permission Needs => Permission.SeePlans;

    internal override async Task<PlanView> Run(Session s)
    {
        var plan = await PlanStore.InCare(s, Id, Needs);
        var tree = await UnitStore.Tree(s, s.Today);
        return new()
        {
            Plan = await s.One<PlanRow>($"{PlanRow.Select} where p.id = @Id", new { Id }, Words.Of("There is no such plan.")),
            Today = s.Today,
            Steps = await PlanStore.Steps(s, Id),
            Verdict = await s.Maybe<PlanVerdict>("""
                select wave_id, verdict, reason, effect, standard_error, lower, upper, smallest_detectable, comparison_units, before_value, after_value, expected_value
                from verdicts where plan_id = @Id
                """, new { Id }),
            Course = await new ListCourse(plan.WaveId, plan.UnitId, plan.MeasureCode).Run(s),
            People = await new ListHands(plan.UnitId).Run(s),
            MayEdit = tree.InCare(s.Caller, Permission.EditPlans).Contains(plan.UnitId),
        };
    }
}

public sealed record PlanView
{
    public required PlanRow Plan { get; init; }
    public required DateOnly Today { get; init; }
    public required IReadOnlyList<PlanStep> Steps { get; init; }
    public PlanVerdict? Verdict { get; init; }
    /// <summary>The indicator's score in each frozen wave, the oldest first.</summary>
    public required IReadOnlyList<CoursePoint> Course { get; init; }
    /// <summary>Whom it may be given to, the nearest first.</summary>
    public required IReadOnlyList<PersonLabel> People { get; init; }
    public required bool MayEdit { get; init; }
}
