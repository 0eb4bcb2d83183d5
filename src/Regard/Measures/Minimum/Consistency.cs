using MathNet.Numerics.Distributions;
using Regard.Statistics;
namespace Regard.Measures;

/// <summary>How little the level of service differs from one time to the next: 100 when all times are alike, 0 when half of them are worth 0 and half 100. Pure.</summary>
static class Consistency
{
    /// <summary>The fewest levels that a spread is taken of.</summary>
    public const int Fewest = 5;

    /// <summary>Within groups whose means may differ, such as indicators; groups of fewer levels are left out.</summary>
    public static Estimate Within(IEnumerable<IEnumerable<double>> groups) => Pooled([.. groups.Select(g => g.ToList()).Where(g => g.Count >= Fewest)]);

    /// <summary>Between the means of colleagues, within groups such as forms.</summary>
    public static Estimate Between(IReadOnlyList<IReadOnlyList<double>> means) => Pooled(means);

    static Estimate Pooled(IReadOnlyList<IReadOnlyList<double>> told)
    {
        var (squares, free) = (told.Sum(g => g.Average() is var mean ? g.Sum(l => (l - mean) * (l - mean)) : 0), told.Sum(g => g.Count - 1));
        return free == 0 ? Estimate.Withhold(Withholding.TooFew, 0) : Spread(Math.Sqrt(squares / free), free, told.Sum(g => g.Count));
    }

    /// <summary>Between answers: the error of a mean of n of them tells how far single ones lie apart.</summary>
    public static Estimate OfAnswers(double? standardError, double? effectiveN, long n) =>
        standardError is { } error && effectiveN is { } effective && effective > Fewest ? Spread(error * Math.Sqrt(effective), effective - 1, n) : Estimate.Withhold(Withholding.Unmeasured, 0);

    /// <summary>Mean of what is given; the interval is as wide as if all erred together.</summary>
    public static Estimate Mean(IEnumerable<Estimate> sources)
    {
        var given = sources.Where(e => !e.Withheld).ToList();
        return given.Count == 0 ? Estimate.Withhold(Withholding.Unmeasured, 0)
            : Estimate.Between(given.Average(e => e.Value!.Value), given.Average(e => e.StandardError!.Value), given.Average(e => e.Lower!.Value), given.Average(e => e.Upper!.Value), given.Min(e => e.N));
    }

    /// <summary>Interval of a standard deviation by chi-square.</summary>
    static Estimate Spread(double deviation, double free, long n)
    {
        double Score(double d) => Math.Clamp(100 - 2 * d, 0, 100);
        double Bound(double p) => deviation * Math.Sqrt(free / ChiSquared.InvCDF(free, p));
        return Estimate.Between(Score(deviation), 2 * deviation / Math.Sqrt(2 * free), Math.Min(Score(deviation), Score(Bound(0.025))), Math.Max(Score(deviation), Score(Bound(0.975))), n);
    }
}
