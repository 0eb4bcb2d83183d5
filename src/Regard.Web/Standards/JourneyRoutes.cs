using Microsoft.AspNetCore.Mvc;
using Regard.Measures;
using Regard.Organisation;
using Regard.Standards;
using Regard.Web.Ui;
namespace Regard.Web.Standards;

/// <summary>The journey that standards are demanded along, and the strategy that they serve.</summary>
static class JourneyRoutes
{
    public static void MapJourney(this WebApplication app)
    {
        var pages = app.MapGroup("/standards").ExcludeFromDescription();
        pages.MapGet("/journey", (string? unit, Office office, Caller me) => Journey([], office, me, Id<Unit>.TryParse(unit, null, out var id) ? id : null));
        pages.MapPost("/journey/adopt", ([FromForm] JourneyTemplate template, Office office, Caller me) => Forms.Try(
            async () => { await office.Do(new AdoptJourney(template), me); return TypedResults.LocalRedirect("/standards/journey"); },
            found => Journey(found, office, me)));
        pages.MapPost("/journey/checklist", ([FromForm] string? name, Office office, Caller me) => Forms.Try(
            async () => TypedResults.LocalRedirect($"/surveys/{await office.Do(new DraftChecklist(name ?? ""), me)}"),
            found => Journey(found, office, me)));
        pages.MapGet("/journey/edit", (Office office, Caller me) => Edit(null, [], office, me));
        pages.MapPost("/journey/edit", Save);
        pages.MapGet("/strategy", (Office office, Caller me) => Strategy(null, [], office, me));
        pages.MapPost("/strategy", async (HttpRequest request, Office office, Caller me) =>
        {
            var sent = await request.ReadFormAsync();
            string Of(string name) => sent[name].ToString().Trim();
            var write = new WriteStrategy(long.TryParse(sent["Number"], out var number) ? number : 0, sent.Text("Statement"), new() { Clear = Of("Clear"), Different = Of("Different"), Valuable = Of("Valuable"), Feasible = Of("Feasible") });
            return await Forms.Try(async () => { await office.Do(write, me); return TypedResults.LocalRedirect("/standards/strategy"); }, found => Strategy(write, found, office, me));
        });
        pages.MapPost("/strategy/approve", ([FromForm] long number, Office office, Caller me) => Forms.Try(
            async () => { await office.Do(new ApproveStrategy(number), me); return TypedResults.LocalRedirect("/standards/strategy"); },
            found => Strategy(null, found, office, me)));

        var api = app.MapGroup("/api").WithTags("Standards").DisableAntiforgery();
        api.MapGet("/journey", (Office office, Caller me) => office.Do(new ShowBlueprint(), me));
        api.MapGet("/journey/measures", (Id<Unit>? unit, Office office, Caller me) => office.Do(new ShowProcesses(unit), me));
        api.MapPut("/journey", (SaveBlueprint sent, Office office, Caller me) => office.Do(sent, me));
        api.MapPost("/journey/templates", (AdoptJourney sent, Office office, Caller me) => office.Do(sent, me));
        api.MapPost("/journey/checklists", (DraftChecklist sent, Office office, Caller me) => office.Do(sent, me));
        api.MapGet("/strategy", (Office office, Caller me) => office.Do(new ShowStrategy(), me));
        api.MapPut("/strategy", (WriteStrategy sent, Office office, Caller me) => office.Do(sent, me));
        api.MapPost("/strategy/{number:long}/approve", (long number, Office office, Caller me) => office.Do(new ApproveStrategy(number), me));
    }

    static async Task<IResult> Journey(IReadOnlyList<Problem> found, Office office, Caller me, Id<Unit>? unit = null) =>
        Forms.Page<JourneyPage>(new { View = await office.Do(new ShowBlueprint(), me), Processes = await office.Do(new ShowProcesses(unit), me), Found = found }, found);

    static async Task<IResult> Edit(JourneyTyped? typed, IReadOnlyList<Problem> found, Office office, Caller me)
    {
        var view = await office.Do(new ShowBlueprint(), me);
        if (!view.MayEdit) throw new Refused(Words.Of("Your role does not include this."), forbidden: true);
        return Forms.Page<JourneyEditPage>(new { View = view, Typed = typed ?? new(view.Blueprint.Number, view.Blueprint.Stages), Found = found }, found);
    }

    static async Task<IResult> Save(HttpRequest request, Office office, Caller me, TimeProvider clock)
    {
        var typed = JourneyTyped.Read(await request.ReadFormAsync(), (await office.Do(new ShowBlueprint(), me)).Blueprint, me.Language, clock.GetUtcNow());
        return await Forms.Try(
            async () => { await office.Do(new SaveBlueprint(typed.Number, typed.Stages), me); return TypedResults.LocalRedirect("/standards/journey"); },
            found => Edit(typed, found, office, me));
    }

    static async Task<IResult> Strategy(WriteStrategy? typed, IReadOnlyList<Problem> found, Office office, Caller me) =>
        Forms.Page<StrategyPage>(new { View = await office.Do(new ShowStrategy(), me), Typed = typed, Found = found }, found);
}
