using Regard.Organisation;
namespace Regard.Work;

/// <summary>Takes a task off the list, or puts it back. For other areas, within their own changes.</summary>
sealed record SettleWorkItem(WorkKind Kind, Guid SubjectId, bool Done = true) : Change<Done>
{
    internal override Permission Needs => Permission.EditPlans;
    internal override string Subject => $"{Kind} {SubjectId}";

    internal override async Task<Done> Run(Session s)
    {
        if (Done) await s.Write("update work_items set done_at = @Now, done_by = @Person where kind = @kind and subject_id = @subject", new { s.Now, s.Caller.Person, kind = Kind.ToString(), subject = new Id<WorkItem>(SubjectId) });
        else await PutBack(s);
        return default;
    }

    async Task PutBack(Session s)
    {
        var item = await WorkStore.About(s, Kind, SubjectId);
        var ladder = (await LadderStore.All(s))(Kind, item.Ladder);
        var escalatesAt = ladder.Next(item.Level, item.DueAt > s.Now ? item.DueAt : s.Now, await CalendarStore.Of(s, item.UnitId));
        await s.Write("update work_items set done_at = null, done_by = null, escalates_at = @escalatesAt where id = @Id", new { escalatesAt, item.Id });
    }
}
