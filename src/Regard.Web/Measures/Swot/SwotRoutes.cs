using Microsoft.AspNetCore.Mvc;
using Regard.Measures;
using Regard.Organisation;
using Regard.Surveys;
using Regard.Web.Ui;
namespace Regard.Web.Measures.Swot;

static class SwotRoutes
{
    public static void MapSwot(this WebApplication app)
    {
        var pages = app.MapGroup("/gaps/swot").ExcludeFromDescription();
        pages.MapGet("", (Id<Wave>? wave, Id<Unit>? unit, Office office, Caller me) => MeasureRoutes.View<SwotPage>(wave, "SWOT", async id => await office.Do(new ShowSwot(id, unit), me), office, me));
        pages.MapPost("", Add);
        pages.MapPost("/{id}/remove", async (Id<SwotNote> id, [FromForm] Id<Wave> wave, [FromForm] Id<Unit> unit, Office office, Caller me) =>
        {
            await office.Do(new RemoveSwotNote(id), me);
            return TypedResults.LocalRedirect(Links.View("/gaps/swot", wave, unit));
        });

        app.MapGet("/api/measures/waves/{id}/swot", (Id<Wave> id, Id<Unit>? unit, Office office, Caller me) => office.Do(new ShowSwot(id, unit), me)).WithTags("Measures");
        var api = app.MapGroup("/api/swot-notes").WithTags("Measures").DisableAntiforgery();
        api.MapPost("", (AddSwotNote asked, Office office, Caller me) => office.Do(asked, me));
        api.MapDelete("/{id}", (Id<SwotNote> id, Office office, Caller me) => office.Do(new RemoveSwotNote(id), me));
    }

    static Task<IResult> Add([FromForm] Id<Wave> wave, [FromForm] Id<Unit> unit, [FromForm] string? side, [FromForm] string? words, [FromForm] string? evidence, Office office, Caller me) => Forms.Try(
        async () =>
        {
            var field = Enum.TryParse<SwotSide>(side, out var chosen) ? chosen : throw new Invalid("Side", "Choose one of the four fields.");
            await office.Do(new AddSwotNote(unit, field, words ?? "", evidence ?? ""), me);
            return TypedResults.LocalRedirect(Links.View("/gaps/swot", wave, unit));
        },
        async found => Forms.Page<SwotPage>(new { Waves = await office.Do(new ListMeasuredWaves(), me), View = await office.Do(new ShowSwot(wave, unit), me), Side = side, Typed = words, Evidence = evidence, Found = found }, found));
}
