namespace Regard.Work;

public sealed record CompleteWorkItem(Id<WorkItem> Id) : Change<Done>
{
    internal override Permission Needs => Permission.SignedIn;
    internal override string Subject => Id.ToString();

    internal override async Task<Done> Run(Session s)
    {
        var item = await WorkStore.Mine(s, Id);
        if (item.DoneAt is not null) throw new Refused("This task is done already.");
        if (item.Kind == WorkKind.LostCustomer) throw new Refused("This task is done when the review of the lost customer is written.");
        if (item.Kind == WorkKind.Plan) throw new Refused("This task is done when its plan is: finish the plan, or drop it.");
        if (item.IsDoneByItsSubject) throw new Refused("This task is done on its own page. Open it and finish it there.");
        await s.Write("update work_items set done_at = @Now, done_by = @Person where id = @Id", new { s.Now, s.Caller.Person, Id });
        return default;
    }
}
