using Regard.Organisation;
namespace Regard.Visits;

/// <summary>The plans that reach into the units in care, newest first, with how far they are. A plan of mystery visits that others made for more units is not told: nobody is to expect them.</summary>
public sealed record ShowVisitPlans : Question<VisitPlanList>
{
    const int Most = 50;

    internal override Permission Needs => Permission.PlanVisits;

    internal override async Task<VisitPlanList> Run(Session s)
    {
        var sight = await VisitSight.Of(s);
        var plans = await s.Many<VisitPlan>($"{VisitOrders.PlanSelect} order by p.number desc limit {Most}");
        var orders = (await s.Many<VisitOrder>($"{VisitOrders.Select} where {s.Dialect.Among("o.plan_id", "plans")} order by u.name, w.name", new Dictionary<string, object?> { ["plans"] = s.Dialect.Keys(plans.Select(p => p.Id.Value)) })).ToLookup(o => o.PlanId);
        var own = sight.Tree.All.Where(u => sight.Sees.Contains(u.Id)).ToList();
        return new()
        {
            Today = s.Today,
            Plans = [.. from plan in plans
                        let seen = orders[plan.Id].Where(o => sight.Sees.Contains(o.UnitId)).ToList()
                        let isMine = seen.Count == orders[plan.Id].Count()
                        where seen.Count > 0 && (isMine || plan.Kind != VisitKind.Mystery)
                        select new VisitPlanRow(plan, seen, isMine)],
            Units = [.. sight.Tree.Asked.Where(u => sight.Sees.Contains(u.Id) && u.IsOpenOn(s.Today)).Select(u => new VisitPlace(u.Id, u.Name, sight.Tree.PathTo(u.Id).Count - 1, u.Kind == UnitKind.Competitor))],
            Forms = await VisitForms.All(s), Visitors = [.. (await VisitVisitors.All(s)).Where(v => own.Any(u => v.May(u, sight.Tree))).Select(v => v with { Where = v.Over.Select(u => sight.Tree.Find(u)?.Name).FirstOrDefault(n => n is not null) })],
        };
    }
}

public sealed record VisitPlanList
{
    public required DateOnly Today { get; init; }
    public required IReadOnlyList<VisitPlanRow> Plans { get; init; }
    public required IReadOnlyList<VisitPlace> Units { get; init; }
    public required IReadOnlyList<VisitForm> Forms { get; init; }
    public required IReadOnlyList<Visitor> Visitors { get; init; }
}

/// <param name="IsMine">All its units are in the caller's care.</param>
public sealed record VisitPlanRow(VisitPlan Plan, IReadOnlyList<VisitOrder> Orders, bool IsMine)
{
    public long Planned => Orders.Count * Plan.EachUnit;
    public long Made => Orders.Sum(o => Math.Min(o.Made, Plan.EachUnit));
}
