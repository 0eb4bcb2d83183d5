using Regard.Loyalty;
using Regard.Organisation;
using Regard.Web.Ui;
namespace Regard.Web.Loyalty;

static class SegmentRoutes
{
    public static void MapSegments(this RouteGroupBuilder pages)
    {
        pages.MapGet("/segments", async (Id<Unit>? unit, bool? archived, Office office, Caller me) => Forms.Page<SegmentsPage>(new { List = await office.Do(new ListSegments(unit, archived == true), me), Archived = archived == true }));
        pages.MapGet("/segments/new", (Office office, Caller me) => Build(null, new(), null, [], office, me));
        pages.MapPost("/segments/preview", (HttpRequest request, Office office, Caller me) => Preview(request, office, me));
        pages.MapPost("/segments", (HttpRequest request, Office office, Caller me) => Save(null, request, office, me));
        pages.MapGet("/segments/clusters", (string[]? features, int? clusters, Office office, Caller me) => Clusters(features, clusters, [], office, me));
        pages.MapPost("/segments/clusters", SaveClusters);
        pages.MapGet("/segments/{id}", async (Id<SavedSegment> id, Id<Unit>? unit, Office office, Caller me) => Forms.Page<SegmentPage>(new { View = await office.Do(new ShowSegment(id, unit), me) }));
        pages.MapGet("/segments/{id}/edit", async (Id<SavedSegment> id, Office office, Caller me) =>
        {
            var view = await office.Do(new ShowSegment(id), me);
            return await Build(view.Segment, SegmentTyped.Of(view.Segment, view.Place.Currency), view.Figures, [], office, me);
        });
        pages.MapPost("/segments/{id}", (Id<SavedSegment> id, HttpRequest request, Office office, Caller me) => Save(id, request, office, me));
        pages.MapPost("/segments/{id}/archive", async (Id<SavedSegment> id, Office office, Caller me) => { await office.Do(new ArchiveSegment(id), me); return TypedResults.LocalRedirect($"/loyalty/segments/{id}"); });
        pages.MapPost("/segments/{id}/restore", async (Id<SavedSegment> id, Office office, Caller me) => { await office.Do(new RestoreSegment(id), me); return TypedResults.LocalRedirect($"/loyalty/segments/{id}"); });
    }

    public static void MapSegmentApi(this RouteGroupBuilder api)
    {
        api.MapGet("/segments", (Id<Unit>? unit, bool? archived, Office office, Caller me) => office.Do(new ListSegments(unit, archived == true), me));
        api.MapGet("/segments/{id}", (Id<SavedSegment> id, Id<Unit>? unit, Office office, Caller me) => office.Do(new ShowSegment(id, unit), me));
        api.MapPost("/segments", (SaveSegment sent, Office office, Caller me) => office.Do(sent, me));
        api.MapPut("/segments/{id}", (Id<SavedSegment> id, SaveSegment sent, Office office, Caller me) => office.Do(sent with { Id = id }, me));
        api.MapPost("/segments/preview", (Id<Unit>? unit, SegmentDocument sent, Office office, Caller me) => office.Do(new PreviewSegment(sent, unit), me));
        api.MapPost("/segments/clusters", (SuggestClusters sent, Office office, Caller me) => office.Do(sent, me));
        api.MapDelete("/segments/{id}", (Id<SavedSegment> id, Office office, Caller me) => office.Do(new ArchiveSegment(id), me));
        api.MapPost("/segments/{id}/restore", (Id<SavedSegment> id, Office office, Caller me) => office.Do(new RestoreSegment(id), me));
    }

    static void MustEdit(Caller me)
    {
        if (!me.May(Permission.EditCustomerRules)) throw new Refused(Words.Of("Your role does not include this."), forbidden: true);
    }

    static async Task<IResult> Build(SavedSegment? segment, SegmentTyped typed, SegmentFigures? figures, IReadOnlyList<Problem> found, Office office, Caller me)
    {
        MustEdit(me);
        return Forms.Page<SegmentBuilder>(new { Segment = segment, Typed = typed, Figures = figures, Choices = await office.Do(new ShowSegmentChoices(), me), Found = found }, found);
    }

    static async Task<IResult> Preview(HttpRequest request, Office office, Caller me)
    {
        var (typed, segment, document) = await Typed(await request.ReadFormAsync(), office, me);
        return await Forms.Try(
            async () => await Build(segment, typed, await office.Do(new PreviewSegment(document), me), [], office, me),
            found => Build(segment, typed, null, found, office, me));
    }

    static async Task<IResult> Save(Id<SavedSegment>? id, HttpRequest request, Office office, Caller me)
    {
        var (typed, segment, document) = await Typed(await request.ReadFormAsync(), office, me, id);
        return await Forms.Try(
            async () => TypedResults.LocalRedirect($"/loyalty/segments/{await office.Do(new SaveSegment(typed.Name ?? "", document, id, typed.Revision), me)}"),
            found => Build(segment, typed, null, found, office, me));
    }

    /// <summary>Of a cluster only the name can be changed.</summary>
    static async Task<(SegmentTyped, SavedSegment?, SegmentDocument)> Typed(IFormCollection form, Office office, Caller me, Id<SavedSegment>? id = null)
    {
        var typed = SegmentTyped.Of(form);
        if (id is null && Id<SavedSegment>.TryParse(form["Id"], null, out var sent)) id = sent;
        var view = id is { } known ? await office.Do(new ShowSegment(known), me) : null;
        var currency = view is not null ? view.Place.Currency : (await office.Do(new ShowSegmentChoices(), me)).Place.Currency;
        return (typed, view?.Segment, view?.Segment is { Kind: SegmentKind.Clusters } cluster ? cluster.Document : typed.ToDocument(currency));
    }

    static async Task<IResult> Clusters(string[]? features, int? clusters, IReadOnlyList<Problem> problems, Office office, Caller me)
    {
        MustEdit(me);
        var chosen = Chosen(features);
        if (chosen.Count == 0) return Forms.Page<ClustersPage>(new { Chosen = chosen, Clusters = clusters, Found = problems }, problems);
        return await Forms.Try(
            async () => Forms.Page<ClustersPage>(new { Chosen = chosen, Clusters = clusters, View = await office.Do(new SuggestClusters(chosen, clusters), me), Found = problems }, problems),
            found => Task.FromResult(Forms.Page<ClustersPage>(new { Chosen = chosen, Clusters = clusters, Found = found }, found)));
    }

    static List<SegmentFeature> Chosen(string[]? features) => [.. (features ?? []).Select(f => Enum.TryParse<SegmentFeature>(f, out var feature) ? feature : (SegmentFeature?)null).OfType<SegmentFeature>().Distinct()];

    /// <summary>Saves the clusters that were given a name.</summary>
    static async Task<IResult> SaveClusters(HttpRequest request, Office office, Caller me)
    {
        var form = await request.ReadFormAsync();
        var named = form["name"].Zip(form["document"]).Where(p => !string.IsNullOrWhiteSpace(p.First)).ToList();
        return await Forms.Try(
            async () =>
            {
                if (named.Count == 0) throw new Invalid("name", "Give the clusters that you want to keep a name.");
                foreach (var (name, document) in named) await office.Do(new SaveSegment(name!, SegmentDocument.Read(document!)), me);
                return TypedResults.LocalRedirect("/loyalty/segments");
            },
            found => Clusters(form["features"]!, int.TryParse(form["clusters"], out var k) ? k : null, found, office, me));
    }
}
