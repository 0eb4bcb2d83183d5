using Regard.Cases;
using Regard.Organisation;
using Regard.Web.Cases.Mix;
using Regard.Web.Ui;
namespace Regard.Web.Cases;

static class MixRoutes
{
    public static void MapMarketingMix(this RouteGroupBuilder pages) => pages.MapGet("/marketing-mix", (string? unit, string? from, string? to, Office office, Caller me) =>
    {
        async Task<IResult> Page(ShowMarketingMix asked, IReadOnlyList<Problem> found) => Forms.Page<MixPage>(new { View = await office.Do(asked, me), Found = found }, found);
        var of = Id<Unit>.TryParse(unit, null, out var id) ? id : (Id<Unit>?)null;
        return Forms.Try(() => Page(new(of, Forms.Day(from), Forms.Day(to)?.AddDays(1)), []), found => Page(new(of), found));
    });

    public static void MapMarketingMixApi(this WebApplication app) =>
        app.MapGet("/api/marketing-mix", (Id<Unit>? unit, DateOnly? from, DateOnly? until, Office office, Caller me) => office.Do(new ShowMarketingMix(unit, from, until), me)).WithTags("Cases");
}
