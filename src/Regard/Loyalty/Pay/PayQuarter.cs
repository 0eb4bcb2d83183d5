using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>What was spent in a quarter, and how many customers were won, kept and won back in it.</summary>
/// <param name="Spent">By kind of cost, in the smallest unit of the currency; null where the ledger does not cover the whole quarter at all units.</param>
/// <param name="Kept">Those who could be lost at its beginning and were not.</param>
public sealed record PayQuarter(DateOnly Begin, IReadOnlyDictionary<CostKind, double?> Spent, long Won, long Kept, long Returned)
{
    /// <summary>The whole quarters of a unit.</summary>
    /// <param name="costs">Of the unit and of all below it.</param>
    internal static IReadOnlyList<PayQuarter> Of(ChurnDocument churn, IReadOnlyList<Cost> costs, UnitTree tree, Id<Unit> unit)
    {
        var quarters = new List<PayQuarter>();
        for (var q = 0; q < churn.Begins.Count; q++)
        {
            if (q + 1 == churn.Begins.Count && !churn.LastIsComplete) continue;
            var (from, until) = (churn.Begins[q].DayNumber, churn.Begins[q].AddMonths(3).DayNumber);
            var spent = CostKinds.All.ToDictionary(k => k, k => SpentIn([.. costs.Where(c => c.Kind == k && c.LastDay.DayNumber >= from && c.FromDay.DayNumber < until)], tree, unit, from, until));
            quarters.Add(new(churn.Begins[q], spent, churn.Won[q], churn.AtRisk[q].Sum() - churn.Lost[q].Sum(), churn.Returned[q]));
        }
        return quarters;
    }

    static double? SpentIn(IReadOnlyList<Cost> costs, UnitTree tree, Id<Unit> unit, int from, int until)
    {
        if (costs.Count == 0) return null;
        var byUnit = costs.ToLookup(c => c.UnitId);
        for (var day = from; day < until; day++) if (!IsCovered(byUnit, tree, unit, day)) return null;
        return costs.Sum(c => c.PerDay * (Math.Min(c.LastDay.DayNumber + 1, until) - Math.Max(c.FromDay.DayNumber, from)));
    }

    /// <summary>By a line of the unit itself, or by lines of all units that stand open below it.</summary>
    static bool IsCovered(ILookup<Id<Unit>, Cost> costs, UnitTree tree, Id<Unit> unit, int day)
    {
        if (costs[unit].Any(c => c.Covers(day))) return true;
        var below = tree.ChildrenOf(unit).Where(u => u.IsOpenOn(DateOnly.FromDayNumber(day))).ToList();
        return below.Count > 0 && below.All(u => IsCovered(costs, tree, u.Id, day));
    }
}
