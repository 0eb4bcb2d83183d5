using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Visits;

/// <summary>What can be visited, by which forms, and who may be met there.</summary>
public sealed record ShowVisitDesk : Question<VisitDesk>
{
    internal override Permission Needs => Permission.DoVisits;

    internal override async Task<VisitDesk> Run(Session s)
    {
        var sight = await VisitSight.Of(s);
        var units = sight.Tree.Asked.Where(u => sight.Visits.Contains(u.Id) && u.IsOpenOn(s.Today)).ToList();
        return new()
        {
            Today = await CalendarStore.CompanyDay(s), Forms = await VisitForms.All(s),
            Units = [.. units.Select(u => new VisitPlace(u.Id, u.Name, sight.Tree.PathTo(u.Id).Count - 1, u.Kind == UnitKind.Competitor))],
            Home = s.Caller.Over(Permission.DoVisits).Where(sight.Tree.IsLeaf).Select(u => (Id<Unit>?)u).FirstOrDefault(),
            People = await VisitPeople.In(s, [.. units.Select(u => u.Id)]),
        };
    }
}

public sealed record VisitDesk
{
    public required DateOnly Today { get; init; }
    public required IReadOnlyList<VisitForm> Forms { get; init; }
    public required IReadOnlyList<VisitPlace> Units { get; init; }
    public Id<Unit>? Home { get; init; }
    public required IReadOnlyList<PersonMet> People { get; init; }
}

public sealed record VisitPlace(Id<Unit> Id, string Name, int Depth, bool IsCompetitor);

/// <param name="Id">Its newest published version.</param>
/// <param name="Items">How many items it looks at.</param>
public sealed record VisitForm(Id<FormVersion> Id, Id<Form> FormId, string Name, int Items);

/// <summary>The forms that look at what was delivered, in their newest version.</summary>
static class VisitForms
{
    public static async Task<IReadOnlyList<VisitForm>> All(Session s)
    {
        var forms = new List<VisitForm>();
        foreach (var listed in await new ListForms().Run(s))
        {
            if (listed.VersionId is not { } id) continue;
            var items = (await new ShowFormVersion(id).Run(s)).Slots.Count(x => x.Part == Part.Delivered);
            if (items > 0) forms.Add(new(id, listed.Id, listed.Name, items));
        }
        return forms;
    }
}
