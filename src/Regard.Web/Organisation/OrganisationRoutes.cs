using Microsoft.AspNetCore.Mvc;
using Regard.Organisation;
using Regard.Web.Ui;
namespace Regard.Web.Organisation;

static class OrganisationRoutes
{
    public static void MapOrganisation(this WebApplication app)
    {
        var pages = app.MapGroup("/organisation").ExcludeFromDescription();
        pages.MapGet("", Tree);
        pages.MapGet("/add", (string? parent, Office office, Caller me, TimeProvider clock) => AddForm(new(null, null, null, parent, clock.Day().Iso()), [], office, me));
        pages.MapPost("/add", Add);
        pages.MapGet("/{id}", (Id<Unit> id, Office office, Caller me, TimeProvider clock) => Show(id, new(), [], office, me, clock));
        pages.MapPost("/{id}/name", Rename);
        pages.MapPost("/{id}/move", Move);
        pages.MapPost("/{id}/withdraw-move", (Id<Unit> id, Office office, Caller me, TimeProvider clock) => Change(id, new(), () => office.Do(new WithdrawMove(id), me), office, me, clock));
        pages.MapPost("/{id}/close", Close);
        pages.MapPost("/{id}/reopen", (Id<Unit> id, Office office, Caller me, TimeProvider clock) => Change(id, new(), () => office.Do(new ReopenUnit(id), me), office, me, clock));

        var api = app.MapGroup("/api/organisation/units").WithTags("Organisation");
        api.MapGet("", (DateOnly? day, Office office, Caller me) => office.Do(new ShowTree(day), me));
        api.MapPost("", (AddUnit asked, Office office, Caller me) => office.Do(asked, me));
        api.MapPut("/{id}/name", (Id<Unit> id, NewName sent, Office office, Caller me) => office.Do(new RenameUnit(id, sent.Name), me));
        api.MapPost("/{id}/moves", (Id<Unit> id, NewPlace sent, Office office, Caller me) => office.Do(new MoveUnit(id, sent.NewParentId, sent.FromDay), me));
        api.MapDelete("/{id}/moves/latest", (Id<Unit> id, Office office, Caller me) => office.Do(new WithdrawMove(id), me));
        api.MapPut("/{id}/closing", (Id<Unit> id, Closing sent, Office office, Caller me) => office.Do(new CloseUnit(id, sent.Day), me));
        api.MapDelete("/{id}/closing", (Id<Unit> id, Office office, Caller me) => office.Do(new ReopenUnit(id), me));
    }

    sealed record NewName(string Name);
    sealed record NewPlace(Id<Unit> NewParentId, DateOnly FromDay);
    sealed record Closing(DateOnly Day);
    sealed record Adding(string? Name, string? Code, string? Kind, string? ParentId, string? FromDay);

    static async Task<IResult> Tree(string? day, Office office, Caller me, TimeProvider clock)
    {
        var asked = Forms.Day(day) ?? clock.Day();
        return Forms.Page<OrganisationPage>(new { Rows = await office.Do(new ShowTree(asked), me), Day = asked, Today = clock.Day() });
    }

    static async Task<IResult> AddForm(Adding typed, IReadOnlyList<Problem> found, Office office, Caller me)
    {
        var rows = await office.Do(new ShowTree(), me);
        var kind = Enum.TryParse<UnitKind>(typed.Kind, out var k) ? k : UnitKind.Store;
        return Forms.Page<AddUnitPage>(new { Rows = rows, typed.Name, typed.Code, Kind = kind, ParentId = Unit(typed.ParentId), typed.FromDay, Found = found }, found);
    }

    static Task<IResult> Add([FromForm] string? name, [FromForm] string? code, [FromForm] string? kind, [FromForm] string? parentId, [FromForm] string? fromDay, Office office, Caller me)
    {
        var typed = new Adding(name, code, kind, parentId, fromDay);
        return Forms.Try(
            async () =>
            {
                var id = await office.Do(new AddUnit(code ?? "", name ?? "", Enum.TryParse<UnitKind>(kind, out var k) ? k : UnitKind.Store, Unit(parentId), Forms.Day(fromDay) ?? throw NoDay("FromDay")), me);
                return TypedResults.LocalRedirect($"/organisation/{id}");
            },
            found => AddForm(typed, found, office, me));
    }

    static Task<IResult> Rename(Id<Unit> id, [FromForm] string? name, Office office, Caller me, TimeProvider clock) =>
        Change(id, new() { Name = name }, () => office.Do(new RenameUnit(id, name ?? ""), me), office, me, clock);

    static Task<IResult> Move(Id<Unit> id, [FromForm] string? newParentId, [FromForm] string? fromDay, Office office, Caller me, TimeProvider clock) =>
        Change(id, new() { Parent = Unit(newParentId), FromDay = fromDay }, () => office.Do(new MoveUnit(id, Unit(newParentId) ?? throw NoUnit("NewParentId"), Forms.Day(fromDay) ?? throw NoDay("FromDay")), me), office, me, clock);

    static Task<IResult> Close(Id<Unit> id, [FromForm] string? day, Office office, Caller me, TimeProvider clock) =>
        Change(id, new() { Day = day }, () => office.Do(new CloseUnit(id, Forms.Day(day) ?? throw NoDay("Day")), me), office, me, clock);

    static Task<IResult> Change(Id<Unit> id, UnitForm typed, Func<Task> change, Office office, Caller me, TimeProvider clock) => Forms.Try(
        async () => { await change(); return TypedResults.LocalRedirect($"/organisation/{id}"); },
        found => Show(id, typed, found, office, me, clock));

    static async Task<IResult> Show(Id<Unit> id, UnitForm typed, IReadOnlyList<Problem> found, Office office, Caller me, TimeProvider clock)
    {
        var rows = await office.Do(new ShowTree(), me);
        var row = rows.FirstOrDefault(r => r.Unit.Id == id && r.InCare)
            ?? (await office.Do(new ShowTree(DateOnly.MaxValue), me)).FirstOrDefault(r => r.Unit.Id == id && r.InCare)
            ?? throw new NotFound("There is no such unit in your care.");
        return Forms.Page<UnitPage>(new { Row = row, Rows = rows, Today = clock.Day(), Typed = typed, Found = found }, found);
    }

    static Id<Unit>? Unit(string? sent) => Id<Unit>.TryParse(sent, null, out var id) ? id : null;
    static Invalid NoUnit(string field) => new(field, "Choose a unit.");
    static Invalid NoDay(string field) => new(field, "Choose a day.");
}
