namespace Regard.Statistics;

/// <summary>After how many days without purchase a customer is to count as gone.</summary>
/// <remarks>
/// Open gaps are censored, so that customers about to return are not taken for gone: R(d), the share of gaps ended by a return within d days, is one less
/// Kaplan-Meier's curve. As some never return, the threshold is where R has reached the wanted share of what it reaches by the horizon. Interval by
/// bootstrap of customers, whose gaps hang together: percentiles at the level expanded for small samples (<see cref="BootstrapDistribution.Expanded"/>).
/// </remarks>
public sealed record ChurnThreshold
{
    /// <summary>Days; null when it cannot be told.</summary>
    public required double? Days { get; init; }

    /// <summary>Lower bound; null likewise.</summary>
    public required double? Lower { get; init; }

    /// <summary>Upper bound; null likewise.</summary>
    public required double? Upper { get; init; }

    /// <summary>Share of the returns that come within so many days.</summary>
    public required double Share { get; init; }

    /// <summary>Share of gaps that end by a return within the horizon, 0 to 1: the rest are gone or slower.</summary>
    public required double Returning { get; init; }

    /// <summary>Days until which gaps were followed.</summary>
    public required double Horizon { get; init; }

    /// <summary>Gaps that ended by a return.</summary>
    public required int Returns { get; init; }

    /// <summary>Customers behind them.</summary>
    public required int Customers { get; init; }

    /// <summary>Suggests a threshold.</summary>
    /// <param name="gaps">Of a segment's customers.</param>
    /// <param name="share">Of the returns, e.g. 0.9 or 0.95.</param>
    /// <param name="draws">Of the bootstrap.</param>
    /// <param name="horizon">Days until which gaps are followed; null for the longest observed.</param>
    /// <param name="resamples">40 or more for an interval.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <exception cref="DataRefused">A gap is no number from 0 on, uneven lists, a share outside 0 to 1, or fewer than 20 returns.</exception>
    public static ChurnThreshold Suggest(PurchaseGaps gaps, double share, Draws draws, double? horizon = null, int resamples = 500, double confidence = 0.95)
    {
        if (share is not (> 0 and < 1)) throw new DataRefused(DataFault.BadSpecification, $"The share of returns lies between 0 and 1, it is not {share}.");
        if (gaps.Days.Count != gaps.Returned.Count || gaps.Days.Count != gaps.Customer.Count) throw new DataRefused(DataFault.BadSpecification, "Every gap says whether it ended, and whose it is.");
        if (gaps.Days.Any(d => !(d >= 0 && double.IsFinite(d)))) throw new DataRefused(DataFault.OutOfRange, "A gap is a number of days from 0 on.");
        var returns = gaps.Returned.Count(r => r);
        if (returns < Fewest) throw new DataRefused(DataFault.TooFewRows, $"{returns} returns are too few: at least {Fewest} are needed.");
        var end = horizon ?? gaps.Days.Max();
        var customers = gaps.Customer.Index().GroupBy(c => c.Item).OrderBy(g => g.Key).Select(g => g.Select(c => c.Index).ToArray()).ToArray();
        double[] levels = [.. gaps.Days.Where(d => d <= end).Distinct().Order()];
        var place = gaps.Days.Select(d => d > end ? levels.Length : Array.BinarySearch(levels, d)).ToArray();

        bool Read(Counts counts, ReadOnlySpan<int> rows, Span<double> into)
        {
            Array.Clear(counts.Returned);
            Array.Clear(counts.Ended);
            foreach (var row in rows)
                foreach (var gap in customers[row])
                {
                    counts.Ended[place[gap]]++;
                    if (gaps.Returned[gap] && place[gap] < levels.Length) counts.Returned[place[gap]]++;
                }
            return counts.Read(levels, share, into);
        }
        var whole = new double[2];
        if (!Read(new(levels.Length), [.. Enumerable.Range(0, customers.Length)], whole)) throw new DataRefused(DataFault.TooFewRows, $"Nobody returned within {end} days.");
        var bounds = Bootstrap.Run(customers.Length, 2, resamples, draws, () => new Counts(levels.Length), Read).Percentile(0, BootstrapDistribution.Expanded(confidence, Math.Max(2, customers.Length)));
        return new()
        {
            Days = whole[0], Lower = bounds is var (low, _) ? Math.Min(low, whole[0]) : null, Upper = bounds is var (_, high) ? Math.Max(high, whole[0]) : null,
            Share = share, Returning = whole[1], Horizon = end, Returns = returns, Customers = customers.Length,
        };
    }

    const int Fewest = 20;

    sealed class Counts(int levels)
    {
        public readonly double[] Returned = new double[levels], Ended = new double[levels + 1];
        readonly double[] open = new double[levels];

        public bool Read(double[] days, double share, Span<double> into)
        {
            var (risk, stay) = (Ended.Sum(), 1.0);
            for (var k = 0; k < days.Length; k++)
            {
                if (risk > 0) stay *= 1 - Returned[k] / risk;
                open[k] = stay;
                risk -= Ended[k];
            }
            if (!(stay < 1)) return false;
            var aim = 1 - share * (1 - stay);
            var at = 0;
            while (open[at] > aim + 1e-12) at++;
            (into[0], into[1]) = (days[at], 1 - stay);
            return true;
        }
    }
}
