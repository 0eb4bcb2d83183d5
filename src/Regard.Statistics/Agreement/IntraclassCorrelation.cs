namespace Regard.Statistics;

/// <summary>How far ratings of the same cases agree as numbers: the six intraclass correlations.</summary>
/// <param name="One">ICC(1,1): each case by raters of its own, a single rating.</param>
/// <param name="Two">ICC(2,1): all cases by the same raters, who stand for others; levels count, a single rating.</param>
/// <param name="Three">ICC(3,1): all cases by these very raters; levels do not count, a single rating.</param>
/// <param name="OneMean">ICC(1,k): as One, the mean of the raters.</param>
/// <param name="TwoMean">ICC(2,k): as Two, the mean of the raters.</param>
/// <param name="ThreeMean">ICC(3,k): as Three, the mean of the raters; equals alpha.</param>
/// <remarks>Shrout and Fleiss (1979), Psychological Bulletin 86, 420-428; intervals of ICC(2) as in McGraw and Wong (1996), Psychological Methods 1, 30-46.</remarks>
public sealed record IntraclassCorrelation(
    IntraclassCorrelation.Form One, IntraclassCorrelation.Form Two, IntraclassCorrelation.Form Three,
    IntraclassCorrelation.Form OneMean, IntraclassCorrelation.Form TwoMean, IntraclassCorrelation.Form ThreeMean)
{
    /// <summary>One of the six.</summary>
    /// <param name="Value">At most 1, can be negative. The standard error is half the interval's width over the normal quantile, as the intervals are by F.</param>
    /// <param name="F">Test that cases do not differ; null when ratings of a case never differ.</param>
    /// <param name="NumeratorFreedom">Of F.</param>
    /// <param name="DenominatorFreedom">Of F.</param>
    /// <param name="PValue">Of F, 0 to 1.</param>
    public sealed record Form(Estimate Value, double? F, double NumeratorFreedom, double DenominatorFreedom, double PValue);

    /// <summary>Computes all six.</summary>
    /// <param name="data">A row for each case, complete in the columns used.</param>
    /// <param name="raters">Two or more columns.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <exception cref="DataRefused">A column is missing a value or constant, or there are fewer than two raters.</exception>
    public static IntraclassCorrelation Fit(Observations data, IReadOnlyList<string> raters, double confidence = 0.95)
    {
        if (raters.Count < 2) throw new DataRefused(DataFault.BadSpecification, "Agreement needs two raters or more.", raters);
        data = data.Select(raters).Require(2);
        var squares = MeanSquares.Of([.. raters.Select(r => data[r].ToArray())]);
        var (n, k) = ((double)squares.Cases, (double)squares.Raters);
        var (between, within, judges, error) = (squares.Between, squares.Within, squares.Judges, squares.Error);
        double within2 = n * (k - 1), error2 = (n - 1) * (k - 1), tail = 0.5 + confidence / 2;

        Form Make(double value, double lower, double upper, double denominator, double freedom)
        {
            var (low, high) = (Math.Min(value, Math.Max(-1e6, lower)), Math.Max(value, Math.Min(1, upper)));
            double? f = denominator > 0 ? between / denominator : null;
            return new(
                Estimate.Between(value, (high - low) / (2 * Quantile.Normal(tail)), low, high, squares.Cases, null, confidence),
                f, n - 1, freedom, f is { } x ? Tail.Fisher(x, n - 1, freedom) : 0);
        }
        // One-way and consistency forms share their formulas and differ in what counts as error.
        (Form Single, Form Mean) Ratio(double rest, double freedom)
        {
            if (rest <= 0) return (Make(1, 1, 1, 0, freedom), Make(1, 1, 1, 0, freedom));
            if (between <= 0) return (Make(-1 / (k - 1), -1 / (k - 1), 1, rest, freedom), Make(-1e6, -1e6, 1, rest, freedom));
            var f = between / rest;
            var (low, high) = (f / Quantile.Fisher(tail, n - 1, freedom), f * Quantile.Fisher(tail, freedom, n - 1));
            return (Make((f - 1) / (f + k - 1), (low - 1) / (low + k - 1), (high - 1) / (high + k - 1), rest, freedom), Make(1 - 1 / f, 1 - 1 / low, 1 - 1 / high, rest, freedom));
        }
        (Form Single, Form Mean) Agreement()
        {
            var value = (between - error) / (between + (k - 1) * error + k * (judges - error) / n);
            var mean = (between - error) / (between + (judges - error) / n);
            if (error <= 0) return (Make(value, value, value, 0, error2), Make(mean, mean, mean, 0, error2));
            var ratio = judges / error;
            var part = n * (1 + (k - 1) * value) - k * value;
            var freedom = error2 * Math.Pow(k * value * ratio + part, 2) / ((n - 1) * k * k * value * value * ratio * ratio + part * part);
            var (over, under) = (Quantile.Fisher(tail, n - 1, freedom), Quantile.Fisher(tail, freedom, n - 1));
            var rest = k * judges + (k * n - k - n) * error;
            var (low, high) = (n * (between - over * error) / (over * rest + n * between), n * (under * between - error) / (rest + n * under * between));
            return (Make(value, low, high, error, error2), Make(mean, low * k / (1 + low * (k - 1)), high * k / (1 + high * (k - 1)), error, error2));
        }
        var ((one, oneMean), (two, twoMean), (three, threeMean)) = (Ratio(within, within2), Agreement(), Ratio(error, error2));
        return new(one, two, three, oneMean, twoMean, threeMean);
    }
}
