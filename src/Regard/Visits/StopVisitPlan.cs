using Regard.Organisation;
using Regard.Work;
namespace Regard.Visits;

/// <summary>No more visits by this plan: what is not made is taken off the visitors' lists.</summary>
public sealed record StopVisitPlan(long Number) : Change<Done>
{
    internal override Permission Needs => Permission.PlanVisits;
    internal override string Subject => $"{Number}";

    internal override async Task<Done> Run(Session s)
    {
        var shown = await new ShowVisitPlans().Run(s);
        var row = shown.Plans.FirstOrDefault(p => p.Plan.Number == Number) ?? throw new NotFound("There is no such plan of visits.");
        if (!row.IsMine) throw new Refused(Words.Of("This plan reaches beyond the units in your care."), forbidden: true);
        if (row.Plan.StoppedAt is not null) throw new Refused("This plan is stopped already.");
        await s.Write("update visit_plans set stopped_at = @Now where id = @Id", new { s.Now, row.Plan.Id });
        foreach (var order in row.Orders.Where(o => o.Made < row.Plan.EachUnit)) await new SettleWorkItem(WorkKind.PlannedVisit, order.Id.Value).Run(s);
        return default;
    }
}
