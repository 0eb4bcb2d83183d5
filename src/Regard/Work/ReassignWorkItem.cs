using Regard.Organisation;
namespace Regard.Work;

/// <summary>Gives a task another owner or unit; its time and its ladder go on. For other areas, within their own changes; where it comes from says who may own it.</summary>
sealed record ReassignWorkItem(WorkKind Kind, Guid SubjectId, Id<Person>? OwnerId, Id<Unit> UnitId) : Change<Done>
{
    internal override Permission Needs => Permission.EditPlans;
    internal override string Subject => $"{Kind} {SubjectId}";

    internal override async Task<Done> Run(Session s)
    {
        await s.Write("update work_items set owner_id = @OwnerId, unit_id = @UnitId where kind = @kind and subject_id = @subject", new { OwnerId, UnitId, kind = Kind.ToString(), subject = new Id<WorkItem>(SubjectId) });
        return default;
    }
}
