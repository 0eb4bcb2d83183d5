using Regard.Improvement;
using Regard.Organisation;
using Regard.Work;
namespace Regard.Loyalty;

/// <summary>After a working out: puts churn that left its limits on the list of whoever manages the company or the region, once for each quarter.</summary>
sealed record RaiseChurnAlarms(WorkedOut Found) : Change<int>
{
    const int DueDays = 10;
    const string LargeShare = "A+B";

    internal override Permission Needs => Permission.RunInstallation;
    internal override string Subject => $"{Found.Book.AsOf:yyyy-MM-dd}";

    /// <returns>New alarms.</returns>
    internal override async Task<int> Run(Session s)
    {
        var (owners, raised) = (await PlanOwners.Today(s), 0);
        foreach (var (at, kind, document) in Found.Documents)
        {
            var unit = Found.Book.Units[at];
            if (kind != ChurnDocument.Kind || unit.Kind is UnitKind.Store or UnitKind.Department) continue;
            var churn = UnitDocuments.Read<ChurnDocument>(document);
            foreach (var rate in GradeRates.Of(churn).Where(r => r.Grade is "A" or "B"))
                if (await Raise(s, owners, unit, rate.Grade!, rate, quarter => Words.Of("Churn of grade {0} at {1} left its limits in {2}", rate.Grade, unit.Name, quarter))) raised++;
            if (await Raise(s, owners, unit, LargeShare, GradeRates.LargeAmongLost(churn), quarter => Words.Of("The share of A and B among those lost at {0} left its limits in {1}", unit.Name, quarter))) raised++;
        }
        return raised;
    }

    static async Task<bool> Raise(Session s, PlanOwners owners, Unit unit, string what, RateChart chart, Func<string, Words> title)
    {
        if (!chart.IsAlarm) return false;
        var (id, quarter) = (Guid.CreateVersion7(s.Now), chart.Points.Last(p => p.IsComplete).Begin);
        var isNew = await s.Write("insert into churn_alarms (unit_id, what, quarter, id, raised_at) values (@unit, @what, @quarter, @id, @Now) on conflict (unit_id, what, quarter) do nothing",
            new { unit = unit.Id, what, quarter, id = new Id<WorkItem>(id), s.Now });
        if (isNew == 0) return false;
        var words = title(Quarters.Name(quarter));
        await new PutWorkItem(WorkKind.ChurnAlarm, id, Said.InAll(words.In), $"/loyalty/churn?unit={unit.Id}", unit.Id, owners.Of(unit.Id), s.Today.AddDays(DueDays)).Run(s);
        return true;
    }
}
