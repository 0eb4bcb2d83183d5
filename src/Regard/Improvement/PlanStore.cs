using Regard.Organisation;
using Regard.Work;
namespace Regard.Improvement;

static class PlanStore
{
    // The owner and the due day stand with the plan's task.
    public const string Columns = """
        p.id, p.number, p.wave_id, p.unit_id, p.indicator_code, p.measure as measure_code, p.problem, p.root_cause, p.target, w.owner_id, w.due_on, p.created_at,
        p.started_at, p.done_at, p.dropped_at, p.dropped_because, p.revision
        """;
    public const string From = $"plans p join work_items w on w.subject_id = p.id and w.kind = '{nameof(WorkKind.Plan)}'";

    /// <summary>The plan, if its unit is in the caller's care.</summary>
    public static async Task<Plan> InCare(Session s, Id<Plan> id, Permission permission)
    {
        var missing = Words.Of("There is no such plan.");
        var plan = await s.One<Plan>($"select {Columns} from {From} where p.id = @id", new { id }, missing);
        var tree = await UnitStore.Tree(s, s.Today);
        return tree.InCare(s.Caller, permission).Contains(plan.UnitId) ? plan : throw new NotFound(missing);
    }

    public static Task<List<PlanStep>> Steps(Session s, Id<Plan> plan) => s.Many<PlanStep>("""
        select t.id, t.words, t.due_on, t.done_at, p.name as done_by from plan_steps t left join people p on p.id = t.done_by
        where t.plan_id = @plan order by t.position
        """, new { plan });

    public static async Task<Id<Plan>> Add(Session s, PlanDraft draft, UnitCalendars? calendars = null)
    {
        var id = Id<Plan>.New(s.Now);
        var number = await s.NextNumber("plan");
        await s.Write("""
            insert into plans (id, number, wave_id, unit_id, indicator_code, measure, problem, created_at, created_by, revision)
            values (@id, @number, @WaveId, @UnitId, @IndicatorCode, @measure, @Problem, @Now, @Person, 1)
            """, new { id, number, draft.WaveId, draft.UnitId, draft.IndicatorCode, measure = draft.Measure.Code, draft.Problem, s.Now, s.Caller.Person });
        await new PutWorkItem(WorkKind.Plan, id.Value, draft.Title, $"/plans/{id}", draft.UnitId, draft.OwnerId, draft.DueOn) { Calendar = calendars?.Of(draft.UnitId) }.Run(s);
        return id;
    }
}
