using Regard.Work;
namespace Regard.Improvement;

public sealed record DropPlan(Id<Plan> Id, string Reason) : Change<Done>
{
    internal override Permission Needs => Permission.EditPlans;
    internal override string Subject => Id.ToString();

    internal override IEnumerable<Problem> Check()
    {
        if (string.IsNullOrWhiteSpace(Reason)) yield return new("Reason", "Say why the plan is dropped.");
        else if (Reason.Length > WritePlan.LongestText) yield return new("Reason", "At most {0} characters.", WritePlan.LongestText);
    }

    internal override async Task<Done> Run(Session s)
    {
        (await PlanStore.InCare(s, Id, Needs)).DemandOpen();
        await s.Write("update plans set dropped_at = @Now, dropped_by = @Person, dropped_because = @reason, revision = revision + 1 where id = @Id",
            new { Id, s.Now, s.Caller.Person, reason = Reason.Trim() });
        await new SettleWorkItem(WorkKind.Plan, Id.Value).Run(s);
        return default;
    }
}
