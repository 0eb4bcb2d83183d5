using Microsoft.AspNetCore.Http.HttpResults;
using Regard.Indicators;
using Regard.Web.Layout;
namespace Regard.Web.Indicators;

/// <summary>The trees of indicators: pages and API.</summary>
static class IndicatorRoutes
{
    public sealed record NewTree(string Name, Id<IndicatorTree>? BasedOn);
    public sealed record TreeToSave(string Name, IReadOnlyList<Indicator> Indicators, long Revision);
    public sealed record AtRevision(long Revision);
    public sealed record Saved(long Revision);
    public sealed record Made(Id<IndicatorTree> Id);

    public static void MapIndicators(this WebApplication app)
    {
        var pages = app.MapGroup("/indicators").ExcludeFromDescription();
        pages.MapGet("/", async (Office office, Caller me) => new RazorComponentResult<TreeListPage>(new { Trees = await office.Do(new ListIndicatorTrees(), me) }));
        pages.MapPost("/", Draft);
        pages.MapPost("/journey", async (Office office, Caller me) => Results.Redirect($"/indicators/{await office.Do(new AdoptJourneyTree(), me)}"));
        pages.MapPost("/rater", async (Office office, Caller me) => Results.Redirect($"/indicators/{await office.Do(new AdoptRaterTree(), me)}"));
        pages.MapGet("/{id:guid}", async (Guid id, Office office, Caller me) => new RazorComponentResult<TreePage>(new { Tree = await office.Do(new ShowIndicatorTree(new(id)), me) }));
        pages.MapPost("/{id:guid}", Save);
        pages.MapPost("/{id:guid}/drop", async (Guid id, Office office, Caller me) => { await office.Do(new DropIndicatorTreeDraft(new(id)), me); return Results.Redirect("/indicators"); });

        var api = app.MapGroup("/api/indicator-trees").WithTags("Indicators");
        api.MapGet("/", async (Office office, Caller me) => await office.Do(new ListIndicatorTrees(), me));
        api.MapPost("/", async (NewTree tree, Office office, Caller me) => new Made(await office.Do(new DraftIndicatorTree(tree.Name, tree.BasedOn), me)));
        api.MapPost("/journey", async (Office office, Caller me) => new Made(await office.Do(new AdoptJourneyTree(), me)));
        api.MapPost("/rater", async (Office office, Caller me) => new Made(await office.Do(new AdoptRaterTree(), me)));
        api.MapGet("/{id:guid}", async (Guid id, Office office, Caller me) => await office.Do(new ShowIndicatorTree(new(id)), me));
        api.MapPut("/{id:guid}", async (Guid id, TreeToSave tree, Office office, Caller me) => new Saved(await office.Do(new SaveIndicatorTree(new(id), tree.Name, tree.Indicators, tree.Revision), me)));
        api.MapPost("/{id:guid}/publish", async (Guid id, AtRevision at, Office office, Caller me) => await office.Do(new PublishIndicatorTree(new(id), at.Revision), me));
        api.MapDelete("/{id:guid}", async (Guid id, Office office, Caller me) => await office.Do(new DropIndicatorTreeDraft(new(id)), me));
    }

    static async Task<IResult> Draft(HttpRequest request, Office office, Caller me)
    {
        var posted = await request.ReadFormAsync();
        Id<IndicatorTree>? from = Id<IndicatorTree>.TryParse(posted["basedOn"], null, out var basedOn) ? basedOn : null;
        try { return Results.Redirect($"/indicators/{await office.Do(new DraftIndicatorTree(posted["name"].ToString(), from), me)}"); }
        catch (Invalid e) { return new RazorComponentResult<TreeListPage>(new { Trees = await office.Do(new ListIndicatorTrees(), me), Found = e.Problems }) { StatusCode = 422 }; }
    }

    static async Task<IResult> Save(Guid id, HttpRequest request, Office office, Caller me)
    {
        var posted = await request.ReadFormAsync();
        var (asked, revision) = (posted["do"].ToString(), Revision(posted));
        var nodes = TreeFields.Do(TreeFields.Read(posted), asked);
        try
        {
            revision = await office.Do(new SaveIndicatorTree(new(id), posted["name"].ToString(), nodes, revision), me);
            if (asked == "publish") await office.Do(new PublishIndicatorTree(new(id), revision), me);
            return Results.Redirect($"/indicators/{id}");
        }
        catch (Invalid e)
        {
            var tree = await office.Do(new ShowIndicatorTree(new(id)), me);
            return new RazorComponentResult<TreePage>(new { Tree = tree with { Name = posted["name"].ToString(), Indicators = nodes, Revision = revision }, Found = e.Problems }) { StatusCode = 422 };
        }
        catch (Refused e) when (!e.Forbidden)
        {
            var tree = await office.Do(new ShowIndicatorTree(new(id)), me);
            if (!tree.IsDraft || tree.Revision == revision) throw;
            return new RazorComponentResult<ConflictPage>(new { tree.Name, Newest = $"/indicators/{id}", tree.Revision, e.Words, Path = request.Path.Value, Posted = ConflictPage.Kept(posted), Replaces = true }) { StatusCode = 409 };
        }
    }

    static long Revision(IFormCollection posted) => long.TryParse(posted["revision"], System.Globalization.CultureInfo.InvariantCulture, out var n) ? n : 0;
}
