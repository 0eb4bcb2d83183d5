using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Improvement;

/// <summary>The plans of the units in the caller's care; open and overdue ones first.</summary>
/// <param name="UnitId">With all units below it.</param>
public sealed record ListPlans(Id<Unit>? UnitId = null, PlanState? State = null, Id<Wave>? WaveId = null) : Question<IReadOnlyList<PlanRow>>
{
    const int most = 1000;

    internal override Permission Needs => Permission.SeePlans;

    internal override async Task<IReadOnlyList<PlanRow>> Run(Session s)
    {
        var tree = await UnitStore.Tree(s, s.Today);
        var care = tree.InCare(s.Caller, Needs);
        if (UnitId is { } unit)
        {
            if (!care.Contains(unit)) throw new NotFound("There is no such unit in your care.");
            care.IntersectWith(tree.Under(unit).Select(u => u.Id));
        }
        return await s.Many<PlanRow>($"""
            {PlanRow.Select}
            where {s.Dialect.Among("p.unit_id", "units")} and (@anyWave or p.wave_id = @wave) and (@anyState or @state =
              case when p.dropped_at is not null then 'Dropped' when p.done_at is not null then 'Done' when p.started_at is not null then 'Started' else 'Draft' end)
            order by case when p.done_at is null and p.dropped_at is null then 0 else 1 end, v.opens_on desc, w.due_on, u.code, p.number
            limit {most}
            """, new Dictionary<string, object>
        {
            ["units"] = s.Dialect.Keys(care.Select(u => u.Value)), ["anyWave"] = WaveId is null, ["wave"] = WaveId ?? default,
            ["anyState"] = State is null, ["state"] = State?.ToString() ?? "",
        });
    }
}
