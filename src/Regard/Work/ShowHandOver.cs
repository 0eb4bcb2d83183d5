namespace Regard.Work;

/// <summary>A task, and the people it may be handed to.</summary>
public sealed record ShowHandOver(Id<WorkItem> Id) : Question<HandOverView>
{
    internal override Permission Needs => Permission.SignedIn;

    internal override async Task<HandOverView> Run(Session s)
    {
        var item = await WorkStore.Mine(s, Id);
        return new(item, await Hands.Over(s, item.UnitId));
    }
}

public sealed record HandOverView(WorkItem Item, IReadOnlyList<PersonLabel> People);
