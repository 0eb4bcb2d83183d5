using Regard.Statistics;
namespace Regard.Loyalty;

/// <summary>Costs over counts, with intervals from how much quarters differ.</summary>
static class QuarterRatios
{
    /// <summary>With fewer nothing tells how much quarters differ.</summary>
    public const int Fewest = 3;

    /// <summary>Sum of costs over sum of counts: Taylor's linearisation over quarters on the logarithm, Student's t.</summary>
    /// <remarks>Cochran (1977), Sampling Techniques, section 6.3, quarters for units.</remarks>
    public static Estimate PerHead(IReadOnlyList<(double Cost, double Count)> quarters) => Estimated(quarters.Count, () =>
    {
        var (cost, count) = (quarters.Sum(q => q.Cost), quarters.Sum(q => q.Count));
        return cost > 0 && count > 0 ? (cost / count, quarters.Select(q => q.Cost / cost - q.Count / count)) : null;
    });

    /// <summary>One cost a head over another, in the same quarters.</summary>
    public static Estimate Of(IReadOnlyList<(double Cost, double Count)> above, IReadOnlyList<(double Cost, double Count)> below) => Estimated(above.Count, () =>
    {
        var (cost, count, under, heads) = (above.Sum(q => q.Cost), above.Sum(q => q.Count), below.Sum(q => q.Cost), below.Sum(q => q.Count));
        return cost > 0 && count > 0 && under > 0 && heads > 0
            ? (cost / count / (under / heads), above.Zip(below, (a, b) => a.Cost / cost - a.Count / count - b.Cost / under + b.Count / heads)) : null;
    });

    static Estimate Estimated(int n, Func<(double Ratio, IEnumerable<double> Shares)?> work)
    {
        if (n < Fewest) return Estimate.Withhold(Withholding.TooFew, n);
        if (work() is not var (ratio, shares)) return Estimate.Withhold(Withholding.Unmeasured, n);
        var relative = Math.Sqrt((double)n / (n - 1) * shares.Sum(e => e * e));
        var reach = Math.Exp(Quantile.Student(0.975, n - 1) * relative);
        return Estimate.Between(ratio, ratio * relative, ratio / reach, ratio * reach, n);
    }

    /// <summary>A mean over a cost a head: how often the one pays for the other. Independent of one another.</summary>
    public static Estimate Times(Estimate mean, Estimate cost)
    {
        if (mean.Withheld || cost.Withheld || mean.Value <= 0) return Estimate.Withhold(mean.Withheld ? mean.Reason : cost.Withheld ? cost.Reason : Withholding.Unmeasured, mean.N);
        var (a, b) = (mean.StandardError.Value / mean.Value.Value, cost.StandardError.Value / cost.Value.Value);
        var relative = Math.Sqrt(a * a + b * b);
        // Welch and Satterthwaite: the few quarters weigh as much as their part in the error.
        var freedom = relative > 0 ? Math.Pow(relative, 4) / (Math.Pow(a, 4) / Math.Max(1, mean.N - 1) + Math.Pow(b, 4) / Math.Max(1, cost.N - 1)) : 1;
        var (ratio, reach) = (mean.Value.Value / cost.Value.Value, Math.Exp(Quantile.Student(0.975, Math.Max(1, freedom)) * relative));
        return Estimate.Between(ratio, ratio * relative, ratio / reach, ratio * reach, mean.N);
    }
}
