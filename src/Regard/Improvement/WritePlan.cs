using Regard.Organisation;
using Regard.Work;
namespace Regard.Improvement;

/// <summary>Writes down problem, cause and target, and who sees to it by when.</summary>
/// <param name="Revision">The one that was read: of two who write at once, the later is told.</param>
public sealed record WritePlan(Id<Plan> Id, long Revision, string Problem, string RootCause, double? Target, DateOnly DueOn, Id<Person>? OwnerId) : Change<long>
{
    public const int LongestText = 4000;

    internal override Permission Needs => Permission.EditPlans;
    internal override string Subject => Id.ToString();

    internal override IEnumerable<Problem> Check()
    {
        if (Target is < 0 or > 100 or double.NaN) yield return new("Target", "The target is a score between 0 and 100.");
        if ((Problem ?? "").Length > LongestText) yield return new("Problem", "At most {0} characters.", LongestText);
        if ((RootCause ?? "").Length > LongestText) yield return new("RootCause", "At most {0} characters.", LongestText);
    }

    internal override async Task<long> Run(Session s)
    {
        var plan = (await PlanStore.InCare(s, Id, Needs)).DemandOpen();
        if (DueOn < DateOnly.FromDateTime(plan.CreatedAt.UtcDateTime)) throw new Invalid("DueOn", "The day is over already.");
        var written = await s.Write("""
            update plans set problem = @problem, root_cause = @rootCause, target = @Target, revision = revision + 1 where id = @Id and revision = @Revision
            """, new { Id, problem = (Problem ?? "").Trim(), rootCause = (RootCause ?? "").Trim(), Target, Revision });
        if (written == 0) throw new Refused("Somebody else has changed this plan meanwhile. Look at their version, then write yours again.");
        await new MoveWorkItem(WorkKind.Plan, Id.Value, OwnerId, DueOn).Run(s);
        return Revision + 1;
    }
}
