namespace Regard.Statistics;

/// <summary>How many there are in all, from two incomplete lists of the same people: a survey that found who had a problem, and the register of complaints.</summary>
/// <remarks>
/// Holds when being on one list tells nothing about being on the other, names are matched without error, and nobody comes or goes meanwhile.
/// Who is unhappy enough to complain is likely to say so in a survey too: then there are more than this says, see <see cref="At"/>.
/// </remarks>
public sealed record CaptureRecapture
{
    CaptureRecapture(long both, long firstOnly, long secondOnly, Estimate total) => (Both, FirstOnly, SecondOnly, Total) = (both, firstOnly, secondOnly, total);

    /// <summary>People on both lists.</summary>
    public long Both { get; }

    /// <summary>People on the first list only (survey).</summary>
    public long FirstOnly { get; }

    /// <summary>People on the second list only (register).</summary>
    public long SecondOnly { get; }

    /// <summary>People in all, seen or not.</summary>
    public Estimate Total { get; }

    /// <summary>People on any list.</summary>
    public long Seen => Both + FirstOnly + SecondOnly;

    /// <summary>People in all for each one on the second list; withheld when that list is empty.</summary>
    public Estimate PerRegistered => Both + SecondOnly is var n and > 0 ? Total.Rescaled(1.0 / n) : Estimate.Withhold(Withholding.Unmeasured, 0);

    /// <summary>Chapman's estimate.</summary>
    /// <param name="both">0 or more.</param>
    /// <param name="firstOnly">0 or more.</param>
    /// <param name="secondOnly">0 or more.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <remarks>
    /// Chapman (1951), University of California Publications in Statistics 1, 131-160; variance Seber (1970), Biometrika 57, 13-21, from his (1.2);
    /// interval log-normal in the number not seen, Chao (1987), Biometrics 43, 783-791, so that it never falls under those seen.
    /// </remarks>
    /// <exception cref="DataRefused">A count is negative, or a list is empty.</exception>
    public static CaptureRecapture Of(long both, long firstOnly, long secondOnly, double confidence = 0.95)
    {
        if (both < 0 || firstOnly < 0 || secondOnly < 0) throw new DataRefused(DataFault.OutOfRange, "A number of people is 0 or more.");
        double m = both, n = m + firstOnly, r = m + secondOnly, seen = m + firstOnly + secondOnly;
        if (n == 0 || r == 0) throw new DataRefused(DataFault.Empty, "Both lists must hold someone.");
        var total = (n + 1) * (r + 1) / (m + 1) - 1;
        var variance = (n + 1) * (r + 1) * firstOnly * secondOnly / ((m + 1) * (m + 1) * (m + 2));
        return new(both, firstOnly, secondOnly, LogNormal(seen, total - seen, Math.Sqrt(variance), confidence));
    }

    /// <summary>People in all, should being on one list change the odds of being on the other.</summary>
    /// <param name="oddsRatio">Over 0; 1 for independence, 2 when those on one list have double odds of being on the other.</param>
    /// <remarks>The number not seen is in proportion to it, as the odds ratio of the full table is both x neither / (first only x second only).</remarks>
    public double At(double oddsRatio) => oddsRatio > 0 && double.IsFinite(oddsRatio)
        ? Seen + oddsRatio * (Total.Value!.Value - Seen) : throw new ArgumentOutOfRangeException(nameof(oddsRatio), oddsRatio, "An odds ratio is over 0.");

    /// <summary>Seen plus a log-normal number not seen.</summary>
    internal static Estimate LogNormal(double seen, double unseen, double standardError, double confidence)
    {
        if (!(unseen > 0)) return Estimate.Between(seen, 0, seen, seen, (long)seen, null, confidence);
        var factor = Math.Exp(Quantile.Normal(0.5 + confidence / 2) * Math.Sqrt(Math.Log(1 + standardError * standardError / (unseen * unseen))));
        return Estimate.Between(seen + unseen, standardError, seen + unseen / factor, seen + unseen * factor, (long)seen, null, confidence);
    }
}
