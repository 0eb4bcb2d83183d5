namespace Regard.Improvement;

/// <summary>Work on the plan begins. Only a plan started before the next wave opens can be judged by it.</summary>
public sealed record StartPlan(Id<Plan> Id) : Change<Done>
{
    internal override Permission Needs => Permission.EditPlans;
    internal override string Subject => Id.ToString();

    internal override async Task<Done> Run(Session s)
    {
        var plan = (await PlanStore.InCare(s, Id, Needs)).DemandOpen();
        if (plan.State == PlanState.Started) throw new Refused("This plan has been started already.");
        var missing = plan.MissingToStart((await PlanStore.Steps(s, Id)).Count).ToList();
        if (missing.Count > 0) throw new Invalid(missing);
        await s.Write("update plans set started_at = @Now, started_by = @Person, revision = revision + 1 where id = @Id", new { Id, s.Now, s.Caller.Person });
        return default;
    }
}
