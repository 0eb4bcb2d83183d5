using Microsoft.AspNetCore.Mvc;
using Regard.Organisation;
using Regard.Web.Ui;
using Regard.Work;
namespace Regard.Web.Work;

static class RoutineRoutes
{
    public static void MapRoutines(this WebApplication app)
    {
        var pages = app.MapGroup("/work/routines").ExcludeFromDescription();
        pages.MapGet("", (Office office, Caller me) => List(new(), [], office, me));
        pages.MapPost("", Save);
        pages.MapPost("/adopt", (Office office, Caller me) => Change(() => office.Do(new AdoptRoutines(), me), new(), office, me));
        pages.MapPost("/{id}/stop", (Id<Routine> id, Office office, Caller me) => Change(() => office.Do(new StopRoutine(id), me), new(), office, me));

        var api = app.MapGroup("/api/work/routines").WithTags("Work");
        api.MapGet("", (Office office, Caller me) => office.Do(new ListRoutines(), me));
        api.MapPost("", (SaveRoutine asked, Office office, Caller me) => office.Do(asked, me));
        api.MapDelete("/{id}", (Id<Routine> id, Office office, Caller me) => office.Do(new StopRoutine(id), me));
        api.MapGet("/idle", (Office office, Caller me) => office.Do(new ListIdleUnits(), me));
    }

    static async Task<IResult> List(RoutineTyped typed, IReadOnlyList<Problem> found, Office office, Caller me) =>
        Forms.Page<RoutinesPage>(new { View = await office.Do(new ListRoutines(), me), Typed = typed, Found = found }, found);

    static Task<IResult> Change(Func<Task> change, RoutineTyped typed, Office office, Caller me) => Forms.Try(
        async () => { await change(); return TypedResults.LocalRedirect("/work/routines"); }, found => List(typed, found, office, me));

    static Task<IResult> Save([FromForm] string? title, [FromForm] string? unitId, [FromForm] string? unitKind, [FromForm] string? every, [FromForm] string? weekday, Office office, Caller me) => Change(
        () => office.Do(new SaveRoutine(null, title ?? "", Id<Unit>.TryParse(unitId, null, out var unit) ? unit : throw new Invalid("UnitId", "Choose a unit."),
            Enum.TryParse<UnitKind>(unitKind, out var kind) ? kind : throw new Invalid("UnitKind", "Choose which kind of unit does it."),
            every == nameof(RoutineEvery.Week) ? RoutineEvery.Week : RoutineEvery.Day, Enum.TryParse<DayOfWeek>(weekday, out var day) ? day : null), me),
        new(title, unitId, unitKind, every, weekday), office, me);
}

public sealed record RoutineTyped(string? Title = null, string? UnitId = null, string? UnitKind = null, string? Every = null, string? Weekday = null);
