using Regard.Organisation;
using Regard.Surveys;
using Regard.Work;
namespace Regard.Visits;

/// <summary>A sample of visits: each unit so many times until a day; the visitors take the units in turn.</summary>
public sealed record PlanVisits(string Name, VisitKind Kind, Id<FormVersion> FormVersionId, IReadOnlyList<Id<Unit>> Units, int EachUnit, DateOnly UntilDay, IReadOnlyList<Id<Person>> Visitors) : Change<long>
{
    internal override Permission Needs => Permission.PlanVisits;
    internal override string Subject => Name;

    internal override IEnumerable<Problem> Check()
    {
        if (string.IsNullOrWhiteSpace(Name)) yield return new("Name", "Give the plan a name.");
        else if (Name.Length > VisitPlan.LongestName) yield return new("Name", "At most {0} characters.", VisitPlan.LongestName);
        if (!Enum.IsDefined(Kind)) yield return new("Kind", "Choose what kind of visit it is.");
        if (EachUnit is < 1 or > VisitPlan.MostEach) yield return new("EachUnit", "Plan from 1 to {0} visits to a unit.", VisitPlan.MostEach);
        if (Units is not { Count: > 0 and <= VisitPlan.MostOrders }) yield return new("Units", "Choose the units to visit.");
        if (Visitors is not { Count: > 0 }) yield return new("Visitors", "Choose who visits.");
    }

    /// <returns>Its number.</returns>
    internal override async Task<long> Run(Session s)
    {
        var sight = await VisitSight.Of(s);
        var care = sight.Tree.InCare(s.Caller, Needs).Concat(sight.Tree.Competitors.Select(c => c.Id)).ToHashSet();
        var units = Units.Distinct().Select(id => care.Contains(id) ? sight.Tree.Find(id) : null).ToList();
        if (units.Any(u => u is null || !u.IsOpenOn(s.Today))) throw new Invalid("Units", "Choose units in your care that are open.");
        if (UntilDay < s.Today) throw new Invalid("UntilDay", "The day is over already.");
        await new ShowVisitForm(FormVersionId).Run(s);
        var visitors = (await VisitVisitors.All(s)).ToDictionary(v => v.Id);
        var (id, number) = (Id<VisitPlan>.New(s.Now), await s.NextNumber("visit-plan"));
        var plan = new VisitPlan { Id = id, Number = number, Name = Name.Trim(), Kind = Kind, FormVersionId = FormVersionId, FormName = "", EachUnit = EachUnit, UntilDay = UntilDay };
        await s.Write("""
            insert into visit_plans (id, number, name, kind, form_version_id, each_unit, until_day, made_by, made_at)
            values (@Id, @Number, @Name, @kind, @FormVersionId, @EachUnit, @UntilDay, @Person, @Now)
            """, new { plan.Id, plan.Number, plan.Name, kind = Kind.ToString(), FormVersionId, EachUnit = (long)EachUnit, UntilDay, s.Caller.Person, s.Now });
        foreach (var (at, unit) in units.Index())
        {
            // From the first in turn who may go there.
            var visitor = Enumerable.Range(at, Visitors.Count).Select(i => visitors.GetValueOrDefault(Visitors[i % Visitors.Count])).FirstOrDefault(v => v is not null && v.May(unit!, sight.Tree))
                ?? throw new Invalid("Visitors", "None of those chosen may visit {0}.", unit!.Name);
            await Order(s, plan, unit!, visitor.Id, sight.Tree);
        }
        return number;
    }

    static async Task Order(Session s, VisitPlan plan, Unit unit, Id<Person> visitor, UnitTree tree)
    {
        var order = Id<VisitOrder>.New(s.Now);
        await s.Write("insert into visit_orders (id, plan_id, unit_id, visitor_id) values (@order, @plan, @unit, @visitor)", new { order, plan = plan.Id, unit = unit.Id, visitor });
        // Nobody works by a competitor's calendar, and who leads a unit is not to find a visit by somebody unknown among its tasks: these are the company's.
        var at = unit.Kind == UnitKind.Competitor || plan.Kind == VisitKind.Mystery ? tree.Roots[0].Id : unit.Id;
        await new PutWorkItem(WorkKind.PlannedVisit, order.Value, VisitWords.ToVisit(plan, unit.Name), $"/visits/new?order={order}", at, visitor, plan.UntilDay).Run(s);
    }
}
