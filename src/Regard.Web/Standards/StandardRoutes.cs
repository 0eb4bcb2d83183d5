using Microsoft.AspNetCore.Mvc;
using Regard.Organisation;
using Regard.Standards;
using Regard.Web.Ui;
namespace Regard.Web.Standards;

static class StandardRoutes
{
    public static void MapStandards(this WebApplication app)
    {
        var pages = app.MapGroup("/standards").ExcludeFromDescription();
        pages.MapGet("", (string? indicator, string? origin, string? owner, bool? ended, Office office, Caller me) => List(indicator, origin, owner, ended ?? false, null, [], office, me));
        pages.MapPost("/conflicts", ([FromForm] string? indicator, [FromForm] Id<Standard> inside, [FromForm] Id<Standard> outside, [FromForm] Holds holds, [FromForm] string? why, Office office, Caller me) => Forms.Try(
            async () => { await office.Do(new DecideConflict(indicator ?? "", inside, outside, holds, why ?? ""), me); return TypedResults.LocalRedirect("/standards#conflicts"); },
            found => List(null, null, null, false, $"{indicator} {inside} {outside}", found, office, me)));
        pages.MapGet("/new", (string? indicator, Office office, Caller me, TimeProvider clock) => Edit(null, 0, new() { Indicators = indicator is null ? [] : [indicator], FromDay = clock.Day().Iso() }, [], office, me));
        pages.MapPost("/new", Add);
        pages.MapGet("/{id:guid}", (Id<Standard> id, Office office, Caller me) => Show(id, [], office, me));
        pages.MapGet("/{id:guid}/change", async (Id<Standard> id, Office office, Caller me, TimeProvider clock) =>
        {
            var last = (await office.Do(new ShowStandard(id), me)).Versions[0];
            return await Edit(last, last.Version, StandardTyped.Of(last, clock.Day()), [], office, me);
        });
        pages.MapPost("/{id:guid}/change", Change);
        pages.MapPost("/{id:guid}/retire", (Id<Standard> id, [FromForm] string? lastDay, Office office, Caller me) => Forms.Try(
            async () => { await office.Do(new RetireStandard(id, Forms.Day(lastDay) ?? throw new Invalid("LastDay", "Choose a day.")), me); return TypedResults.LocalRedirect($"/standards/{id}"); },
            found => Show(id, found, office, me)));

        var api = app.MapGroup("/api/standards").WithTags("Standards").DisableAntiforgery();
        api.MapGet("", (string? indicator, StandardOrigin? origin, Id<Unit>? owner, bool? ended, Office office, Caller me) => office.Do(new ListStandards(indicator, origin, owner, ended ?? false), me));
        api.MapPost("", (AddStandard sent, Office office, Caller me) => office.Do(sent, me));
        api.MapGet("/{id:guid}", (Id<Standard> id, Office office, Caller me) => office.Do(new ShowStandard(id), me));
        api.MapPut("/{id:guid}", (Id<Standard> id, StandardChanged sent, Office office, Caller me) => office.Do(new ChangeStandard(id, sent.Version, sent.Terms, sent.FromDay), me));
        api.MapDelete("/{id:guid}", (Id<Standard> id, DateOnly lastDay, Office office, Caller me) => office.Do(new RetireStandard(id, lastDay), me));
        api.MapPut("/conflicts", (DecideConflict sent, Office office, Caller me) => office.Do(sent, me));
    }

    static async Task<IResult> List(string? indicator, string? origin, string? owner, bool ended, string? typed, IReadOnlyList<Problem> found, Office office, Caller me)
    {
        var (node, view, unit) = (string.IsNullOrEmpty(indicator) ? null : indicator, Enum.TryParse<StandardOrigin>(origin, out var o) ? o : (StandardOrigin?)null, Id<Unit>.TryParse(owner, null, out var u) ? u : (Id<Unit>?)null);
        return Forms.Page<StandardListPage>(new { View = await office.Do(new ListStandards(node, view, unit, ended), me), Indicator = node, Origin = view, Owner = unit, Ended = ended, Typed = typed, Found = found }, found);
    }

    static async Task<IResult> Show(Id<Standard> id, IReadOnlyList<Problem> found, Office office, Caller me) =>
        Forms.Page<StandardPage>(new { View = await office.Do(new ShowStandard(id), me), Found = found }, found);

    static async Task<IResult> Edit(Standard? old, long version, StandardTyped typed, IReadOnlyList<Problem> found, Office office, Caller me)
    {
        if (!me.May(Permission.EditStandards)) throw new Refused(Words.Of("Your role does not include this."), forbidden: true);
        return Forms.Page<StandardFormPage>(new { View = await office.Do(new ListStandards(), me), Journey = await office.Do(new ShowBlueprint(), me), Typed = typed, Old = old, Version = version, Found = found }, found);
    }

    static async Task<IResult> Add(HttpRequest request, Office office, Caller me)
    {
        var typed = StandardTyped.Read(await request.ReadFormAsync());
        return await Forms.Try(
            async () => TypedResults.LocalRedirect($"/standards/{await office.Do(new AddStandard(typed.Code ?? "", typed.Terms, typed.From), me)}"),
            found => Edit(null, 0, typed, found, office, me));
    }

    static async Task<IResult> Change(Id<Standard> id, HttpRequest request, Office office, Caller me)
    {
        var sent = await request.ReadFormAsync();
        var (typed, version) = (StandardTyped.Read(sent), long.TryParse(sent["Version"], out var v) ? v : 0);
        return await Forms.Try(
            async () => { await office.Do(new ChangeStandard(id, version, typed.Terms, typed.From), me); return TypedResults.LocalRedirect($"/standards/{id}"); },
            async found => await Edit((await office.Do(new ShowStandard(id), me)).Versions[0], version, typed, found, office, me));
    }
}

public sealed record StandardChanged(long Version, StandardTerms Terms, DateOnly FromDay);
