using Regard.Organisation;
namespace Regard.Work;

/// <summary>Puts a task on somebody's list. For other areas, within their own changes.</summary>
sealed record PutWorkItem(WorkKind Kind, Guid SubjectId, Text Title, string Path, Id<Unit> UnitId, Id<Person>? OwnerId, DateOnly DueOn) : Change<Done>
{
    internal override Permission Needs => Permission.EditPlans;
    internal override string Subject => $"{Kind} {SubjectId}";

    internal override async Task<Done> Run(Session s)
    {
        await s.Write("""
            insert into work_items (id, kind, subject_id, title, path, unit_id, owner_id, due_on, created_at)
            values (@id, @kind, @SubjectId, @Title, @Path, @UnitId, @OwnerId, @DueOn, @Now)
            """, new { id = Id<WorkItem>.New(s.Now), kind = Kind.ToString(), SubjectId = new Id<WorkItem>(SubjectId), Title, Path, UnitId, OwnerId, DueOn, s.Now });
        return default;
    }
}
