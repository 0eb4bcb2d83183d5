using Microsoft.AspNetCore.Mvc;
using Regard.Customers;
using Regard.Organisation;
using Regard.Standards;
using Regard.Web.Ui;
namespace Regard.Web.Standards.Delights;

static class DelightRoutes
{
    public static void MapDelights(this WebApplication app)
    {
        var pages = app.MapGroup("/standards/delight").ExcludeFromDescription();
        pages.MapGet("", (bool? noted, Office office, Caller me) => Show(noted ?? false, [], office, me));
        pages.MapPost("", async (HttpRequest request, Office office, Caller me) =>
        {
            var names = (await request.ReadFormAsync()).Text("Names");
            return await Forms.Try(async () => { await office.Do(new SaveDelight(names), me); return TypedResults.LocalRedirect("/standards/delight"); }, found => Show(false, found, office, me));
        });
        pages.MapPost("/{id}/drop", (Id<Delight> id, Office office, Caller me) => Forms.Try(
            async () => { await office.Do(new DropDelight(id), me); return TypedResults.LocalRedirect("/standards/delight"); },
            found => Show(false, found, office, me)));
        pages.MapPost("/acts", ([FromForm] string? key, [FromForm] string? delight, [FromForm] string? unit, [FromForm] string? customer, Office office, Caller me) => Forms.Try(
            async () =>
            {
                var whom = Id<Customer>.TryParse(customer, null, out var known) ? known : (Id<Customer>?)null;
                await office.Do(new NoteDelight(Id<DelightAct>.TryParse(key, null, out var made) ? made : new(Guid.NewGuid()), Id<Delight>.TryParse(delight, null, out var did) ? did : default,
                    Id<Unit>.TryParse(unit, null, out var at) ? at : throw new Invalid("unit", "Choose a unit."), whom), me);
                return TypedResults.LocalRedirect(whom is { } of ? $"/customers/{of}" : "/standards/delight?noted=true");
            },
            found => Show(false, found, office, me)));

        var api = app.MapGroup("/api/delights").WithTags("Standards").DisableAntiforgery();
        api.MapGet("", (Office office, Caller me) => office.Do(new ShowDelights(), me));
        api.MapPost("", (SaveDelight sent, Office office, Caller me) => office.Do(sent, me));
        api.MapDelete("/{id}", (Id<Delight> id, Office office, Caller me) => office.Do(new DropDelight(id), me));
        api.MapPost("/acts", (NoteDelight sent, Office office, Caller me) => office.Do(sent, me));
    }

    static async Task<IResult> Show(bool noted, IReadOnlyList<Problem> found, Office office, Caller me) =>
        Forms.Page<DelightPage>(new { View = await office.Do(new ShowDelights(), me), Noted = noted, Found = found }, found);
}
