using Regard.Work;
namespace Regard.Improvement;

/// <summary>Everything planned is done. Whether it worked is said by the next wave, not by whoever did it.</summary>
public sealed record FinishPlan(Id<Plan> Id) : Change<Done>
{
    internal override Permission Needs => Permission.EditPlans;
    internal override string Subject => Id.ToString();

    internal override async Task<Done> Run(Session s)
    {
        var plan = (await PlanStore.InCare(s, Id, Needs)).DemandOpen();
        if (plan.State == PlanState.Draft) throw new Refused("Start the plan first.");
        if ((await PlanStore.Steps(s, Id)).Any(t => t.DoneAt is null)) throw new Refused("Some steps are still open. Tick them off first.");
        await s.Write("update plans set done_at = @Now, done_by = @Person, revision = revision + 1 where id = @Id", new { Id, s.Now, s.Caller.Person });
        await new SettleWorkItem(WorkKind.Plan, Id.Value).Run(s);
        return default;
    }
}
