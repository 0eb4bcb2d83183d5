using Regard.Organisation;
namespace Regard.Visits;

/// <summary>What the caller is to visit by a plan.</summary>
public sealed record ShowOrder(Id<VisitOrder> Id) : Question<OrderShown>
{
    internal override Permission Needs => Permission.DoVisits;

    internal override async Task<OrderShown> Run(Session s)
    {
        var order = await VisitOrders.Find(s, Id);
        if (order.VisitorId != PersonStore.Me(s)) throw new NotFound("There is no such order for a visit.");
        return new(order, await VisitOrders.Plan(s, order.PlanId));
    }
}

public sealed record OrderShown(VisitOrder Order, VisitPlan Plan);
