using Microsoft.AspNetCore.Mvc;
using Regard.Organisation;
using Regard.Surveys;
using Regard.Web.Ui;
using Regard.Work;
namespace Regard.Web.Work;

static class WorkRoutes
{
    public static void MapWork(this WebApplication app)
    {
        var pages = app.MapGroup("/work").ExcludeFromDescription();
        pages.MapGet("", ([AsParameters] WorkFilter filter, Office office, Caller me) => List(filter, [], office, me));
        pages.MapGet("/count", async (Office office, Caller me) => Forms.Page<WorkCountBadge>(new { Count = await office.Do(new CountWork(), me) }));
        pages.MapGet("/new", (string? unit, Office office, Caller me, TimeProvider clock) => NewForm(unit, new() { DueOn = clock.Day().AddDays(7).Iso() }, [], office, me));
        pages.MapPost("/new", Add);
        pages.MapPost("/{id}/done", (Id<WorkItem> id, [FromForm] string? back, Office office, Caller me) => Forms.Try(
            async () => { await office.Do(new CompleteWorkItem(id), me); return TypedResults.LocalRedirect(WorkFilter.Back(back)); }, found => List(new(), found, office, me)));
        pages.MapGet("/{id}/hand-over", (Id<WorkItem> id, Office office, Caller me) => HandOverForm(id, [], office, me));
        pages.MapPost("/{id}/hand-over", (Id<WorkItem> id, [FromForm] string? ownerId, Office office, Caller me) => Forms.Try(
            async () => { await office.Do(new HandOver(id, Person(ownerId)), me); return TypedResults.LocalRedirect("/work"); }, found => HandOverForm(id, found, office, me)));
        pages.MapPost("/several", Several);
        pages.MapPost("/several/do", Change);

        var api = app.MapGroup("/api/work").WithTags("Work");
        api.MapGet("", (Office office, Caller me) => office.Do(new ListMyWork(), me));
        api.MapGet("/list", (WorkView? view, WorkKind? kind, Id<Unit>? unit, bool? overdue, int? page, Office office, Caller me) => office.Do(new ListWork(view ?? WorkView.NeedsMe, kind, unit, overdue ?? false, page ?? 1), me));
        api.MapGet("/count", (Office office, Caller me) => office.Do(new CountWork(), me));
        api.MapPost("", (AddWorkItem asked, Office office, Caller me) => office.Do(asked, me));
        api.MapPost("/several", (ChangeWork asked, Office office, Caller me) => office.Do(asked, me));
        api.MapPost("/{id}/done", (Id<WorkItem> id, Office office, Caller me) => office.Do(new CompleteWorkItem(id), me));
        api.MapPut("/{id}/due-day", (Id<WorkItem> id, DueDay sent, Office office, Caller me) => office.Do(new SetDueDay(id, sent.Day), me));
        api.MapGet("/{id}/hand-over", (Id<WorkItem> id, Office office, Caller me) => office.Do(new ShowHandOver(id), me));
        api.MapPost("/{id}/hand-over", (Id<WorkItem> id, Taker sent, Office office, Caller me) => office.Do(new HandOver(id, sent.To), me));
        api.MapGet("/hands", (Id<Unit> unit, Office office, Caller me) => office.Do(new ListHands(unit), me));
    }

    sealed record Taker(Id<Person> To);
    sealed record DueDay(DateOnly Day);

    static async Task<IResult> List(WorkFilter filter, IReadOnlyList<Problem> found, Office office, Caller me) =>
        Forms.Page<WorkPage>(new { Work = await office.Do(filter.Asked, me), Filter = filter, Asked = await office.Do(new SurveysForMe(), me), Unknown = (await office.Do(new ShowCalendars(), me)).Unknown, Found = found }, found);

    static async Task<IResult> HandOverForm(Id<WorkItem> id, IReadOnlyList<Problem> found, Office office, Caller me) =>
        Forms.Page<HandOverPage>(new { Shown = await office.Do(new ShowHandOver(id), me), Found = found }, found);

    static Task<IResult> Several(IFormCollection sent, Office office, Caller me) => Forms.Try(
        async () => Forms.Page<SeveralPage>(new { Chosen = await office.Do(new ShowWork(Items(sent)), me), What = Asked(sent) }),
        found => List(new(), found, office, me));

    static Task<IResult> Change(IFormCollection sent, Office office, Caller me) => Forms.Try(
        async () =>
        {
            var asked = Asked(sent);
            var outcomes = await office.Do(new ChangeWork(Items(sent), asked, asked == WorkChange.HandOver ? Person(sent["to"], "To") : null, Forms.Day(sent["day"])), me);
            return Forms.Page<OutcomePage>(new { Outcomes = outcomes, What = asked });
        },
        async found => Forms.Page<SeveralPage>(new { Chosen = await office.Do(new ShowWork(Items(sent)), me), What = Asked(sent), Found = found }, found));

    static async Task<IResult> NewForm(string? unit, WorkForm typed, IReadOnlyList<Problem> found, Office office, Caller me)
    {
        var asked = Id<Unit>.TryParse(unit, null, out var id) ? id : (Id<Unit>?)null;
        return Forms.Page<NewWorkPage>(new
        {
            Units = await office.Do(new ShowTree(), me), Unit = asked, People = asked is { } of ? await office.Do(new ListHands(of), me) : [], Typed = typed, Found = found,
        }, found);
    }

    static Task<IResult> Add([FromForm] string? unitId, [FromForm] string? title, [FromForm] string? ownerId, [FromForm] string? dueOn, Office office, Caller me) => Forms.Try(
        async () =>
        {
            var unit = Id<Unit>.TryParse(unitId, null, out var u) ? u : throw new Invalid("UnitId", "Choose a unit.");
            await office.Do(new AddWorkItem(unit, title ?? "", Person(ownerId), Forms.Day(dueOn) ?? throw new Invalid("DueOn", "Choose a day.")), me);
            return TypedResults.LocalRedirect("/work");
        },
        found => NewForm(unitId, new() { Title = title, OwnerId = ownerId, DueOn = dueOn }, found, office, me));

    static WorkChange Asked(IFormCollection sent) => Enum.TryParse<WorkChange>(sent["what"], out var asked) && Enum.IsDefined(asked) ? asked : throw new Invalid("", "Choose what is to be done with them.");
    static List<Id<WorkItem>> Items(IFormCollection sent) => [.. sent["id"].Select(i => Id<WorkItem>.TryParse(i, null, out var id) ? id : throw new NotFound("There is no such task."))];
    static Id<Person> Person(string? sent, string field = "OwnerId") => Id<Person>.TryParse(sent, null, out var id) ? id : throw new Invalid(field, "Choose a person.");
}
