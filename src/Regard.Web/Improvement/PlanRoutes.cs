using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Regard.Improvement;
using Regard.Measures;
using Regard.Organisation;
using Regard.Surveys;
using Regard.Web.Ui;
namespace Regard.Web.Improvement;

static class PlanRoutes
{
    public static void MapPlans(this WebApplication app)
    {
        var pages = app.MapGroup("/plans").ExcludeFromDescription();
        pages.MapGet("", List);
        pages.MapGet("/new", (string? unit, Office office, Caller me, TimeProvider clock) => NewForm(unit, new() { DueOn = clock.Day().AddDays(90).Iso() }, [], office, me));
        pages.MapPost("/new", Add);
        pages.MapGet("/{id}", (Id<Plan> id, Office office, Caller me) => Show(id, new(), [], office, me));
        pages.MapPost("/{id}", Write);
        pages.MapPost("/{id}/steps", (Id<Plan> id, [FromForm] string? words, [FromForm] string? dueOn, Office office, Caller me) =>
            Change(id, new() { Words = words }, () => office.Do(new AddPlanStep(id, words ?? "", Forms.Day(dueOn)), me), office, me));
        pages.MapPost("/{id}/steps/{step}/done", (Id<Plan> id, Id<PlanStep> step, Office office, Caller me) => Change(id, new(), () => office.Do(new CompletePlanStep(id, step), me), office, me));
        pages.MapPost("/{id}/steps/{step}/undo", (Id<Plan> id, Id<PlanStep> step, Office office, Caller me) => Change(id, new(), () => office.Do(new CompletePlanStep(id, step, Done: false), me), office, me));
        pages.MapPost("/{id}/start", (Id<Plan> id, Office office, Caller me) => Change(id, new(), () => office.Do(new StartPlan(id), me), office, me));
        pages.MapPost("/{id}/finish", (Id<Plan> id, Office office, Caller me) => Change(id, new(), () => office.Do(new FinishPlan(id), me), office, me));
        pages.MapPost("/{id}/drop", (Id<Plan> id, [FromForm] string? reason, Office office, Caller me) => Change(id, new() { Reason = reason }, () => office.Do(new DropPlan(id, reason ?? ""), me), office, me));

        var api = app.MapGroup("/api/plans").WithTags("Improvement");
        api.MapGet("", (Id<Unit>? unit, PlanState? state, Id<Wave>? wave, Office office, Caller me) => office.Do(new ListPlans(unit, state, wave), me));
        api.MapPost("", (AddPlan asked, Office office, Caller me) => office.Do(asked, me));
        api.MapGet("/{id}", (Id<Plan> id, Office office, Caller me) => office.Do(new ShowPlan(id), me));
        api.MapPut("/{id}", (Id<Plan> id, Written sent, Office office, Caller me) => office.Do(new WritePlan(id, sent.Revision, sent.Problem, sent.RootCause, sent.Target, sent.DueOn, sent.OwnerId), me));
        api.MapPost("/{id}/steps", (Id<Plan> id, NewStep sent, Office office, Caller me) => office.Do(new AddPlanStep(id, sent.Words, sent.DueOn), me));
        api.MapPut("/{id}/steps/{step}/done", (Id<Plan> id, Id<PlanStep> step, Office office, Caller me) => office.Do(new CompletePlanStep(id, step), me));
        api.MapDelete("/{id}/steps/{step}/done", (Id<Plan> id, Id<PlanStep> step, Office office, Caller me) => office.Do(new CompletePlanStep(id, step, Done: false), me));
        api.MapPost("/{id}/start", (Id<Plan> id, Office office, Caller me) => office.Do(new StartPlan(id), me));
        api.MapPost("/{id}/finish", (Id<Plan> id, Office office, Caller me) => office.Do(new FinishPlan(id), me));
        api.MapPost("/{id}/drop", (Id<Plan> id, Dropped sent, Office office, Caller me) => office.Do(new DropPlan(id, sent.Reason), me));
    }

    sealed record Written(long Revision, string Problem, string RootCause, double? Target, DateOnly DueOn, Id<Person>? OwnerId);
    sealed record NewStep(string Words, DateOnly? DueOn);
    sealed record Dropped(string Reason);

    static async Task<IResult> List(string? state, string? wave, int? page, Office office, Caller me, TimeProvider clock)
    {
        var (asked, of) = (Enum.TryParse<PlanState>(state, out var s) ? s : (PlanState?)null, Id<Wave>.TryParse(wave, null, out var w) ? w : (Id<Wave>?)null);
        var openOnly = asked is null && state != PlanListPage.EveryState;
        var plans = (await office.Do(new ListPlans(State: asked, WaveId: of), me)).Where(p => !openOnly || p.IsOpen).ToList();
        return Forms.Page<PlanListPage>(new { Plans = plans, Waves = await office.Do(new ListMeasuredWaves(), me), OpenOnly = openOnly, State = asked, Wave = of, Today = clock.Day(), Page = Math.Max(1, page ?? 1) });
    }

    static async Task<IResult> Show(Id<Plan> id, PlanForm typed, IReadOnlyList<Problem> found, Office office, Caller me) =>
        Forms.Page<PlanPage>(new { Shown = await office.Do(new ShowPlan(id), me), Typed = typed, Found = found }, found);

    static Task<IResult> Change(Id<Plan> id, PlanForm typed, Func<Task> change, Office office, Caller me) => Forms.Try(
        async () => { await change(); return TypedResults.LocalRedirect($"/plans/{id}"); },
        found => Show(id, typed, found, office, me));

    static Task<IResult> Write(Id<Plan> id, [FromForm] string? problem, [FromForm] string? rootCause, [FromForm] string? target, [FromForm] string? dueOn, [FromForm] string? ownerId, [FromForm] string? revision, Office office, Caller me) =>
        Change(id, new() { Problem = problem, RootCause = rootCause, Target = target, DueOn = dueOn, OwnerId = ownerId }, () => office.Do(new WritePlan(
            id, long.TryParse(revision, out var r) ? r : 0, problem ?? "", rootCause ?? "", Score(target), Forms.Day(dueOn) ?? throw new Invalid("DueOn", "Choose a day."),
            Id<Person>.TryParse(ownerId, null, out var owner) ? owner : null), me), office, me);

    static async Task<IResult> NewForm(string? unit, PlanForm typed, IReadOnlyList<Problem> found, Office office, Caller me)
    {
        var waves = (await office.Do(new ListMeasuredWaves(), me)).Where(w => w.Wave.State == WaveState.Frozen).DistinctBy(w => w.Programme.Id).ToList();
        var boards = new List<(MeasuredWaveRow Wave, IReadOnlyList<NodeLabel> Nodes)>();
        foreach (var wave in waves) boards.Add((wave, await office.Do(new ListBoards(wave.Wave.Id), me)));
        return Forms.Page<NewPlanPage>(new { Units = await office.Do(new ShowTree(), me), Boards = boards, Unit = Unit(unit), Typed = typed, Found = found }, found);
    }

    /// <param name="indicator">Wave and code, as one choice of the list: "wave code".</param>
    static Task<IResult> Add([FromForm] string? unitId, [FromForm] string? indicator, [FromForm] string? problem, [FromForm] string? dueOn, Office office, Caller me) => Forms.Try(
        async () =>
        {
            var halves = (indicator ?? "").Split(' ', 2);
            if (halves.Length != 2 || !Id<Wave>.TryParse(halves[0], null, out var wave)) throw new Invalid("Indicator", "Choose an indicator.");
            var id = await office.Do(new AddPlan(Unit(unitId) ?? throw new Invalid("UnitId", "Choose a unit."), wave, halves[1], problem ?? "", Forms.Day(dueOn) ?? throw new Invalid("DueOn", "Choose a day.")), me);
            return TypedResults.LocalRedirect($"/plans/{id}");
        },
        found => NewForm(unitId, new() { Problem = problem, DueOn = dueOn, IndicatorCode = indicator }, found, office, me));

    static Id<Unit>? Unit(string? sent) => Id<Unit>.TryParse(sent, null, out var id) ? id : null;

    static double? Score(string? typed) => string.IsNullOrWhiteSpace(typed) ? null
        : double.TryParse(typed, NumberStyles.Float, CultureInfo.InvariantCulture, out var score) ? score : double.NaN;
}
