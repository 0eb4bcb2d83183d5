using Regard.Organisation;
namespace Regard.Work;

/// <summary>Puts a task into another person's hands.</summary>
public sealed record HandOver(Id<WorkItem> Id, Id<Person> To) : Change<Done>
{
    internal override Permission Needs => Permission.SignedIn;
    internal override string Subject => $"{Id} {To}";

    internal override async Task<Done> Run(Session s)
    {
        var item = await WorkStore.Mine(s, Id);
        if (item.DoneAt is not null) throw new Refused("This task is done already.");
        if (!item.IsHandedOverHere) throw new Refused("Tasks of this kind change hands on their own page. Open it and hand it over there.");
        await Hands.DemandOver(s, To, item.UnitId);
        await s.Write("update work_items set owner_id = @To where id = @Id", new { To, Id });
        return default;
    }
}
