namespace Regard.Improvement;

/// <summary>Ticks a step off, or takes the tick back.</summary>
public sealed record CompletePlanStep(Id<Plan> PlanId, Id<PlanStep> StepId, bool Done = true) : Change<Done>
{
    internal override Permission Needs => Permission.EditPlans;
    internal override string Subject => $"{PlanId} {StepId}";

    internal override async Task<Done> Run(Session s)
    {
        (await PlanStore.InCare(s, PlanId, Needs)).DemandOpen();
        var found = await s.Write("update plan_steps set done_at = @at, done_by = @by where plan_id = @PlanId and id = @StepId",
            new { PlanId, StepId, at = Done ? s.Now : (DateTimeOffset?)null, by = Done ? s.Caller.Person : null });
        if (found == 0) throw new NotFound("There is no such step in this plan.");
        return default;
    }
}
