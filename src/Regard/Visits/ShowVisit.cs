using Regard.Surveys;
namespace Regard.Visits;

/// <summary>One visit with what was answered, its photos, and what became of what was not done.</summary>
public sealed record ShowVisit(long Number) : Question<VisitWhole>
{
    internal override Permission Needs => Permission.SignedIn;

    internal override async Task<VisitWhole> Run(Session s)
    {
        var sight = await VisitSight.Of(s);
        var visit = await VisitStore.Seen(s, Number, sight);
        var form = (await new ShowFormVersion(visit.FormVersionId).Run(s)).Document;
        var checks = await ReChecks.Of(s, visit.Id);
        var failed = VisitScore.Failed(form, visit.Ratings);
        var isCompetitor = sight.Tree.Competitors.Any(c => c.Id == visit.UnitId);
        var open = isCompetitor || visit.Kind == VisitKind.Hardware ? [] : failed.Where(i => checks.All(c => c.ItemKey != i.Key || !c.Passed)).Select(i => i.Key).ToList();
        return new()
        {
            Visit = sight.Masked(visit), IsCompetitor = isCompetitor, Form = form, Answers = PackedAnswers.Unpack(form, visit.Ratings, visit.Answers),
            Photos = await VisitPhotos.Of(s, visit.Id), ReChecks = checks, ToReCheck = open,
            MayReCheck = open.Count > 0 && s.Caller.May(Permission.SeeVisits) && sight.Sees.Contains(visit.UnitId),
            Defects = visit.Kind == VisitKind.Hardware ? await DefectStore.OfVisit(s, visit.Id) : [],
        };
    }
}

public sealed record VisitWhole
{
    public required Visit Visit { get; init; }
    public required bool IsCompetitor { get; init; }
    public required FormDocument Form { get; init; }
    public required Answers Answers { get; init; }
    public required IReadOnlyList<VisitPhoto> Photos { get; init; }
    public required IReadOnlyList<ReCheck> ReChecks { get; init; }
    /// <summary>Keys of the items that were not done and have not been found in order since.</summary>
    public required IReadOnlyList<string> ToReCheck { get; init; }
    public required bool MayReCheck { get; init; }
    public required IReadOnlyList<Defect> Defects { get; init; }
}
