using Regard.Organisation;
namespace Regard.Work;

/// <summary>Gives a task another owner and due day. For other areas, within their own changes.</summary>
sealed record MoveWorkItem(WorkKind Kind, Guid SubjectId, Id<Person>? OwnerId, DateOnly DueOn) : Change<Done>
{
    internal override Permission Needs => Permission.EditPlans;
    internal override string Subject => $"{Kind} {SubjectId}";

    internal override async Task<Done> Run(Session s)
    {
        var item = await s.One<WorkItem>($"{WorkStore.Select} where w.kind = @kind and w.subject_id = @subject", new { kind = Kind.ToString(), subject = new Id<WorkItem>(SubjectId) }, Words.Of("There is no such task."));
        if (OwnerId is { } owner && owner != item.OwnerId) await Hands.DemandOver(s, owner, item.UnitId);
        await s.Write("update work_items set owner_id = @OwnerId, due_on = @DueOn where id = @Id", new { OwnerId, DueOn, item.Id });
        return default;
    }
}
