using Microsoft.AspNetCore.Mvc;
using Regard.Organisation;
using Regard.Standards;
using Regard.Web.Ui;
namespace Regard.Web.Standards;

static class PromiseRoutes
{
    public static void MapPromises(this WebApplication app)
    {
        var pages = app.MapGroup("/promises").ExcludeFromDescription();
        pages.MapGet("", async (string? indicator, bool? ended, Office office, Caller me) =>
        {
            var node = string.IsNullOrEmpty(indicator) ? null : indicator;
            return Forms.Page<PromiseListPage>(new { View = await office.Do(new ListPromises(node, ended ?? false), me), Indicator = node, Ended = ended ?? false });
        });
        pages.MapGet("/customers", async (string? unit, Office office, Caller me) =>
        {
            var of = Id<Unit>.TryParse(unit, null, out var id) ? id : (Id<Unit>?)null;
            return Forms.Page<CustomerPromisesPage>(new { View = await office.Do(new ListCustomerPromises(of), me), Unit = of });
        });
        pages.MapGet("/new", (string? indicator, Office office, Caller me, TimeProvider clock) => Edit(new() { Indicator = indicator, FromDay = clock.Day().Iso() }, [], office, me));
        pages.MapPost("/new", async (HttpRequest request, Office office, Caller me) =>
        {
            var typed = PromiseTyped.Read(await request.ReadFormAsync());
            return await Forms.Try(async () => TypedResults.LocalRedirect($"/promises/{await office.Do(typed.Add, me)}"), found => Edit(typed, found, office, me));
        });
        pages.MapGet("/{number:long}", (long number, long? opened, Office office, Caller me) => Show(number, new(), opened, [], office, me));
        pages.MapPost("/{number:long}/checks", (long number, [FromForm] CheckTyped sent, Office office, Caller me) => Forms.Try(
            async () => TypedResults.LocalRedirect($"/promises/{number}{((await office.Do(sent.Of(number), me)).CaseNumber is { } opened ? $"?opened={opened}" : "")}"),
            found => Show(number, sent, null, found, office, me)));
        pages.MapPost("/{number:long}/end", (long number, [FromForm] string? lastDay, Office office, Caller me) => Forms.Try(
            async () => { await office.Do(new EndPromise(number, Forms.Day(lastDay) ?? throw new Invalid("LastDay", "Choose a day.")), me); return TypedResults.LocalRedirect($"/promises/{number}"); },
            found => Show(number, new(), null, found, office, me)));

        var api = app.MapGroup("/api/promises").WithTags("Standards").DisableAntiforgery();
        api.MapGet("", (string? indicator, bool? ended, Office office, Caller me) => office.Do(new ListPromises(indicator, ended ?? false), me));
        api.MapGet("/customers", (Id<Unit>? unit, Office office, Caller me) => office.Do(new ListCustomerPromises(unit), me));
        api.MapPost("", (AddPromise sent, Office office, Caller me) => office.Do(sent, me));
        api.MapGet("/{number:long}", (long number, Office office, Caller me) => office.Do(new ShowPromise(number), me));
        api.MapDelete("/{number:long}", (long number, DateOnly lastDay, Office office, Caller me) => office.Do(new EndPromise(number, lastDay), me));
        api.MapPost("/{number:long}/checks", (long number, CheckSent sent, Office office, Caller me) => office.Do(new NoteCheck(sent.Key, number, sent.UnitId, sent.Day, sent.Kept, sent.Note ?? ""), me));
    }

    static async Task<IResult> Show(long number, CheckTyped typed, long? opened, IReadOnlyList<Problem> found, Office office, Caller me) =>
        Forms.Page<PromisePage>(new { View = await office.Do(new ShowPromise(number), me), Typed = typed, Opened = opened, Found = found }, found);

    static async Task<IResult> Edit(PromiseTyped typed, IReadOnlyList<Problem> found, Office office, Caller me)
    {
        if (!me.May(Permission.EditStandards)) throw new Refused(Words.Of("Your role does not include this."), forbidden: true);
        return Forms.Page<PromiseFormPage>(new { View = await office.Do(new ListPromises(), me), Units = await office.Do(new ShowTree(), me), (await office.Do(new ListStandards(), me)).Standards, Typed = typed, Found = found }, found);
    }
}

public sealed record CheckSent(Id<PromiseCheck> Key, Id<Unit> UnitId, DateOnly Day, bool Kept, string? Note);
