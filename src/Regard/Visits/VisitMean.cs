using Regard.Statistics;
namespace Regard.Visits;

/// <summary>The mean score of some visits, 0 to 100, with its 95 % interval; one visit alone has none.</summary>
public sealed record VisitMean(double? Value, double? Lower, double? Upper, long N)
{
    /// <summary>Of one item, over visits: a share with Wilson's interval where it is done or not done.</summary>
    internal static VisitMean OfItem(IEnumerable<double> levels)
    {
        var list = levels.ToList();
        if (list.Count < 2 || list.Any(l => l is not (0 or 100))) return Of(list);
        var share = Wilson.Share(list.LongCount(l => l == 100), list.Count).Rescaled(100);
        return new(share.Value, share.Lower, share.Upper, share.N);
    }

    /// <summary>Student's interval over visits: they are independent of one another, the items of one are not.</summary>
    public static VisitMean Of(IReadOnlyCollection<double> scores)
    {
        if (scores.Count == 0) return new(null, null, null, 0);
        var (n, mean) = (scores.Count, scores.Average());
        if (n == 1) return new(mean, null, null, 1);
        var error = Math.Sqrt(scores.Sum(s => (s - mean) * (s - mean)) / (n - 1) / n);
        var estimate = Estimate.Of(mean, error, n - 1, n);
        return new(mean, Math.Max(0, estimate.Lower!.Value), Math.Min(100, estimate.Upper!.Value), n);
    }
}
