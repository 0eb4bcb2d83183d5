using Regard.Statistics;
using Regard.Surveys;
namespace Regard.Visits;

/// <summary>How far two visitors saw the same where both were in one unit on one day with one form. Pure.</summary>
/// <param name="Pairs">Of visits.</param>
/// <param name="Items">Checks that both found to apply, over all pairs.</param>
/// <param name="Equal">Share of these that both saw alike, 0 to 1, with Wilson's interval.</param>
/// <param name="Kappa">Beyond chance; null when one side never said anything else.</param>
public sealed record VisitAgreement(int Pairs, long Items, double? Equal, double? EqualLower, double? EqualUpper, double? Kappa, double? KappaLower, double? KappaUpper)
{
    internal static VisitAgreement Of(IReadOnlyList<VisitRatings> visits, IReadOnlyDictionary<Id<FormVersion>, IReadOnlyList<Slot>> slots)
    {
        var (pairs, first, second) = (0, new List<double>(), new List<double>());
        foreach (var same in visits.GroupBy(v => (v.UnitId, v.Day, v.FormVersionId, v.Kind)))
        {
            // Each visitor once a day, and the first two of them: a third would count the same sight twice.
            var two = same.OrderBy(v => v.Number).DistinctBy(v => v.VisitorId).Take(2).ToList();
            if (two.Count < 2) continue;
            pairs++;
            foreach (var slot in slots[same.Key.FormVersionId].Where(x => x.Part == Part.Delivered && x.To - x.From == 1))
            {
                var (a, b) = (two[0].Ratings[slot.Index], two[1].Ratings[slot.Index]);
                if (a == Slot.Missing || b == Slot.Missing) continue;
                first.Add(a);
                second.Add(b);
            }
        }
        if (first.Count == 0) return new(pairs, 0, null, null, null, null, null, null);
        var equal = Wilson.Share(first.Zip(second).LongCount(p => p.First == p.Second), first.Count);
        var kappa = first.Distinct().Count() < 2 || second.Distinct().Count() < 2 ? null : CohenKappa.Fit(Observations.Of(["one", "other"], [[.. first], [.. second]]), "one", "other").Kappa;
        return new(pairs, first.Count, equal.Value, equal.Lower, equal.Upper, kappa?.Value, kappa?.Lower, kappa?.Upper);
    }
}
