using Regard.Measures;
using Regard.Organisation;
using Regard.Surveys;
using Regard.Web.Ui;
namespace Regard.Web.Measures.Gaps;

static class GapRoutes
{
    public static void MapGaps(this WebApplication app)
    {
        var pages = app.MapGroup("/gaps").ExcludeFromDescription();
        pages.MapGet("", (Id<Wave>? wave, Id<Unit>? unit, string? node, Office office, Caller me) =>
            MeasureRoutes.View<GapsPage>(wave, "Five gaps", async id => await office.Do(new ShowGaps(id, unit, string.IsNullOrEmpty(node) ? null : node), me), office, me));
        pages.MapGet("/mirror", (Id<Wave>? wave, Id<Unit>? unit, Part? side, Office office, Caller me) =>
            MeasureRoutes.View<MirrorPage>(wave, "Mirror", async id => await office.Do(new ShowMirror(id, unit, side ?? Part.Expected), me), office, me));
        pages.MapGet("/rater", (Id<Wave>? wave, Id<Unit>? unit, Office office, Caller me) =>
            MeasureRoutes.View<RaterPage>(wave, "RATER", async id => await Rater(id, unit, office, me), office, me));
        pages.MapGet("/minimum", (Id<Wave>? wave, Id<Unit>? unit, double? least, Office office, Caller me) =>
            MeasureRoutes.View<MinimumPage>(wave, "Minimum and consistency", async id => await office.Do(new ShowMinimum(id, unit, least / 100 ?? 0.1), me), office, me));
        pages.MapGet("/leadership", async (Id<Wave>? study, Office office, Caller me) => Forms.Page<LeadershipPage>(new { View = await office.Do(new ShowLeadership(study), me) }));

        var api = app.MapGroup("/api/measures/waves").WithTags("Measures");
        api.MapGet("/{id}/gaps", (Id<Wave> id, Id<Unit>? unit, string? node, Office office, Caller me) => office.Do(new ShowGaps(id, unit, node), me));
        api.MapGet("/{id}/rater", (Id<Wave> id, Id<Unit>? unit, Office office, Caller me) => office.Do(new ShowRater(id, unit), me));
        api.MapGet("/{id}/minimum", (Id<Wave> id, Id<Unit>? unit, double? least, Office office, Caller me) => office.Do(new ShowMinimum(id, unit, least ?? 0.1), me));
        app.MapGroup("/api/measures").WithTags("Measures").MapGet("/leadership", (Id<Wave>? wave, Office office, Caller me) => office.Do(new ShowLeadership(wave), me));
        api.MapGet("/{id}/mirror", (Id<Wave> id, Id<Unit>? unit, Part? side, Office office, Caller me) => office.Do(new ShowMirror(id, unit, side ?? Part.Expected), me));
    }

    static async Task<RaterSeen> Rater(Id<Wave> wave, Id<Unit>? unit, Office office, Caller me)
    {
        var view = await office.Do(new ShowRater(wave, unit), me);
        // A unit of an old wave may no longer be there today, nor anybody in it.
        try { return new(view, await office.Do(new CountCertified(view.At.Unit.Id), me)); }
        catch (NotFound) { return new(view, null); }
    }
}
