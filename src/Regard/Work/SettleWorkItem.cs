namespace Regard.Work;

/// <summary>Takes a task off the list, or puts it back. For other areas, within their own changes.</summary>
sealed record SettleWorkItem(WorkKind Kind, Guid SubjectId, bool Done = true) : Change<Done>
{
    internal override Permission Needs => Permission.EditPlans;
    internal override string Subject => $"{Kind} {SubjectId}";

    internal override async Task<Done> Run(Session s)
    {
        await s.Write("update work_items set done_at = @at, done_by = @by where kind = @kind and subject_id = @subject", new
        {
            at = Done ? s.Now : (DateTimeOffset?)null, by = Done ? s.Caller.Person : null, kind = Kind.ToString(), subject = new Id<WorkItem>(SubjectId),
        });
        return default;
    }
}
