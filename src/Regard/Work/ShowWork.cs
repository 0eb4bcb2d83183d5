using Regard.Organisation;
namespace Regard.Work;

/// <summary>Some tasks the caller sees, and the people to whom all of them may be handed.</summary>
public sealed record ShowWork(IReadOnlyList<Id<WorkItem>> Ids) : Question<WorkChosen>
{
    internal override Permission Needs => Permission.SignedIn;

    internal override IEnumerable<Problem> Check()
    {
        if (Ids is not { Count: > 0 }) yield return new("", "Choose at least one task.");
        else if (Ids.Count > ChangeWork.Most) yield return new("", "At most {0} tasks at once.", ChangeWork.Most);
    }

    internal override async Task<WorkChosen> Run(Session s)
    {
        var items = new List<WorkItem>();
        foreach (var id in Ids.Distinct()) items.Add(await WorkStore.Mine(s, id));
        IReadOnlyList<PersonLabel>? people = null;
        foreach (var unit in items.Where(i => i.IsHandedOverHere).Select(i => i.UnitId).Distinct())
        {
            var over = await Hands.Over(s, unit);
            people = people is null ? over : [.. people.Intersect(over)];
        }
        return new(items, people ?? []);
    }
}

public sealed record WorkChosen(IReadOnlyList<WorkItem> Items, IReadOnlyList<PersonLabel> People);
