namespace Regard.Statistics;

/// <summary>Puts estimates and resamples together into what is read.</summary>
static class DriverReading
{
    // Up to here a resample counts all sets of drivers; beyond, it goes through orders of entry, the same in all resamples.
    const int MostExactInResample = 15, OrdersOfResample = 8;

    public static int Resamples(DriverOptions options) => options.Resamples is 0 or >= 40
        ? options.Resamples : throw new DataRefused(DataFault.BadSpecification, $"{options.Resamples} resamples are too few for an interval: at least 40 are needed.");

    /// <summary>Makes the memory in which one thread works out shares of resamples.</summary>
    /// <param name="correlations">Of the drivers, then the outcome, from all rows.</param>
    /// <param name="lmg">From all rows.</param>
    /// <param name="options">How.</param>
    public static Func<DriverShares> Shares(double[] correlations, Lmg lmg, DriverOptions options)
    {
        var p = lmg.Drivers.Count;
        if (p <= MostExactInResample) return () => new(p, null, null);
        EntryOrders Orders() => new(p, options.Draws.For(1), OrdersOfResample);
        var values = new double[p];
        Orders().Shares(correlations, values, new double[p]);
        double[] shift = [.. lmg.Values.Zip(values, (all, some) => all - some)];
        return () => new(p, Orders(), shift);
    }

    public static DriverAnalysis Of(Covariances covariances, LinearRegression regression, Lmg lmg, BootstrapDistribution distribution, DriverOptions options, bool fromRows)
    {
        string[] names = [.. regression.Coefficients.Select(c => c.Name)];
        var (p, outcome) = (names.Length, regression.Outcome);
        var weights = RelativeWeights.Of(covariances, outcome, names);
        var confidence = BootstrapDistribution.Expanded(options.Confidence, Math.Max(2, covariances.EffectiveN));
        var order = Enumerable.Range(0, p).OrderByDescending(j => lmg.Values[j]).ToArray();
        Estimate At(int statistic, double value)
        {
            if (distribution.Percentile(statistic, confidence) is not { } bounds) return Estimate.Withhold(Withholding.TooFew, covariances.N, covariances.EffectiveN);
            return Estimate.Between(
                value, distribution.StandardError(statistic)!.Value, Math.Min(value, bounds.Lower), Math.Max(value, bounds.Upper), covariances.N, covariances.EffectiveN, options.Confidence);
        }
        Estimate Share(int statistic, double value) => regression.R2 > 1e-12 ? At(statistic, value / regression.R2) : Estimate.Withhold(Withholding.NoSpread, covariances.N, covariances.EffectiveN);
        Driver Read(int j)
        {
            var ranks = distribution.Percentile(4 * p + j, options.Confidence) ?? (1, p);
            var first = distribution.Values(4 * p + j);
            var rank = Array.IndexOf(order, j) + 1;
            return new()
            {
                Name = names[j], Correlation = Correlation.Of(covariances, outcome, names[j], options.Confidence), Coefficient = regression.Coefficients[j],
                Lmg = At(j, lmg.Values[j]), LmgShare = Share(p + j, lmg.Values[j]), SamplingError = lmg.SamplingErrors?[j], Conditional = lmg.Conditional?[j],
                RelativeWeight = At(2 * p + j, weights.Values[j]), RelativeWeightShare = Share(3 * p + j, weights.Values[j]),
                Rank = rank, RankLower = Math.Min(rank, (int)Math.Floor(ranks.Lower)), RankUpper = Math.Max(rank, (int)Math.Ceiling(ranks.Upper)),
                First = first.Length == 0 ? 0 : (double)(first.IndexOfAnyExcept(1) is >= 0 and var count ? count : first.Length) / first.Length,
            };
        }
        return new()
        {
            Outcome = outcome, Regression = regression, Drivers = [.. Enumerable.Range(0, p).Select(Read)], R2 = At(5 * p, regression.R2),
            Shares = lmg, Weights = weights, Resamples = distribution.Resamples, FailedResamples = distribution.Failed, FromRows = fromRows,
        };
    }
}
