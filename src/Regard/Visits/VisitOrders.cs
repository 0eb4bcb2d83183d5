using Regard.Organisation;
using Regard.Work;
namespace Regard.Visits;

static class VisitOrders
{
    public const string PlanSelect = """
        select p.id, p.number, p.name, p.kind, p.form_version_id, f.name as form_name, p.each_unit, p.until_day, p.stopped_at
        from visit_plans p join form_versions fv on fv.id = p.form_version_id join forms f on f.id = fv.form_id
        """;

    public const string Select = """
        select o.id, o.plan_id, o.unit_id, u.name as unit_name, o.visitor_id, w.name as visitor_name, coalesce(m.made, 0) as made
        from visit_orders o join units u on u.id = o.unit_id join people w on w.id = o.visitor_id
        left join (select order_id, count(*) as made from visits where order_id is not null group by order_id) m on m.order_id = o.id
        """;

    public static Task<VisitOrder> Find(Session s, Id<VisitOrder> id) => s.One<VisitOrder>($"{Select} where o.id = @id", new { id }, Words.Of("There is no such order for a visit."));

    public static Task<VisitPlan> Plan(Session s, Id<VisitPlan> id) => s.One<VisitPlan>($"{PlanSelect} where p.id = @id", new { id }, Words.Of("There is no such plan of visits."));

    /// <summary>After a visit: the order is off the list once it is fulfilled.</summary>
    public static async Task Settle(Session s, Id<VisitOrder> id, Id<Unit> unit, Id<Person> visitor)
    {
        var order = await Find(s, id);
        if (order.UnitId != unit || order.VisitorId != visitor) throw new Invalid("OrderId", "This order is for another unit or another visitor.");
        if (order.Made >= (await Plan(s, order.PlanId)).EachUnit) await new SettleWorkItem(WorkKind.PlannedVisit, id.Value).Run(s);
    }
}
