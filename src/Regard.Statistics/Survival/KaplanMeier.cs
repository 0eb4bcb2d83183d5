namespace Regard.Statistics;

/// <summary>Share of customers still there after each time, though many are still there when observation ends.</summary>
/// <remarks>
/// Kaplan and Meier (1958), JASA 53, 457-481; variance Greenwood (1926). Under weights the variance is the infinitesimal jackknife's
/// over rows, which without weights equals Greenwood's. Late entries count from their entry.
/// </remarks>
public sealed record KaplanMeier
{
    const double Level = 1e-12;

    /// <summary>Of whom; null when of all.</summary>
    public string? Group { get; private init; }

    /// <summary>Rows with time at risk.</summary>
    public required int N { get; init; }

    /// <summary>Rows that ended by the event.</summary>
    public required int Events { get; init; }

    /// <summary>Rows without any time (censored at 0), not counted in n: they say nothing.</summary>
    public required int WithoutTime { get; init; }

    /// <summary>One for each distinct time, ascending.</summary>
    public required IReadOnlyList<SurvivalPoint> Points { get; init; }

    /// <summary>Coverage the intervals aim at.</summary>
    public required double Confidence { get; init; }

    internal SurvivalRows Rows { get; }

    internal RiskTable Risk { get; }

    KaplanMeier(SurvivalRows rows, RiskTable risk) => (Rows, Risk) = (rows, risk);

    /// <summary>Time by which half have left.</summary>
    public SurvivalQuantile Median => Quantile(0.5);

    /// <summary>Fits the curve of all rows.</summary>
    /// <param name="data">Complete in the columns named.</param>
    /// <param name="columns">Which say what; strata and clusters play no part.</param>
    /// <param name="options">Null for the usual ones.</param>
    /// <exception cref="DataRefused">A value is missing or out of its range, or under two rows.</exception>
    public static KaplanMeier Fit(Observations data, SurvivalColumns columns, KaplanMeierOptions? options = null) => Of(SurvivalRows.Of(data, columns), null, options ?? new());

    /// <summary>A curve for each group, in the order of their names.</summary>
    /// <param name="data">Complete in the columns named.</param>
    /// <param name="columns">Which say what.</param>
    /// <param name="groups">The group of each row.</param>
    /// <param name="options">Null for the usual ones.</param>
    /// <exception cref="DataRefused">A value is missing or out of its range, under two rows, or more or fewer groups than rows.</exception>
    public static IReadOnlyList<KaplanMeier> ByGroup(Observations data, SurvivalColumns columns, IReadOnlyList<string> groups, KaplanMeierOptions? options = null)
    {
        var rows = SurvivalRows.Of(data, columns);
        if (groups.Count != data.Rows) throw new DataRefused(DataFault.BadSpecification, $"{data.Rows} rows need {data.Rows} groups, not {groups.Count}.");
        return [.. Enumerable.Range(0, rows.N).GroupBy(i => groups[rows.Source[i]]).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Of(rows.Take([.. g]), g.Key, options ?? new()))];
    }

    /// <summary>Time by which a share has left.</summary>
    /// <param name="share">Between 0 and 1, e.g. 0.5.</param>
    public SurvivalQuantile Quantile(double share)
    {
        if (share is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "A share between 0 and 1, both excluded.");
        return new(First(1 - share, p => p.Survival), First(1 - share, p => p.Lower ?? 0), First(1 - share, p => p.Upper ?? 1));
    }

    /// <summary>Share still there at a time.</summary>
    /// <returns>Withheld where everybody has left (no interval is known) or after the last time anybody was seen.</returns>
    public Estimate At(double time)
    {
        var last = Points.LastOrDefault(p => p.Time <= time);
        if (last is null) return Estimate.Between(1, 0, 1, 1, N, confidence: Confidence);
        if (last.Lower is not { } lower || last.Upper is not { } upper || time > Points[^1].Time) return Estimate.Withhold(Withholding.NotIdentified, N);
        return Estimate.Between(last.Survival, last.StandardError!.Value, lower, upper, N, confidence: Confidence);
    }

    /// <summary>Customers at risk just before each time: the row of numbers below a chart of curves.</summary>
    public IReadOnlyList<int> AtRisk(IReadOnlyList<double> times) => [.. times.Select(t => Enumerable.Range(0, N).Count(i => Rows.Entry[i] < t && t <= Rows.Exit[i]))];

    /// <summary>Mean time until leaving, counting at most <paramref name="until"/>.</summary>
    /// <param name="until">Over 0.</param>
    /// <returns>Normal interval; withheld beyond the last time seen while somebody is still there, or for one row.</returns>
    /// <remarks>Irwin (1949), Journal of Hygiene 47, 188-189; variance Klein and Moeschberger (2003), section 4.5.</remarks>
    public Estimate RestrictedMean(double until) => RestrictedMeanTime.Of(this, until);

    double? First(double level, Func<SurvivalPoint, double> curve)
    {
        for (var k = 0; k < Points.Count; k++)
        {
            var s = curve(Points[k]);
            if (s > level + Level) continue;
            if (Math.Abs(s - level) > Level) return Points[k].Time;
            var end = k;
            while (end + 1 < Points.Count && Math.Abs(curve(Points[end]) - level) <= Level) end++;
            return (Points[k].Time + Points[end].Time) / 2;
        }
        return null;
    }

    internal static KaplanMeier Of(SurvivalRows rows, string? group, KaplanMeierOptions options)
    {
        var risk = RiskTable.Of(rows);
        var log = rows.Weighted ? JackknifeVariance.OfLogSurvival(rows, risk) : Greenwood(risk);
        var z = Regard.Statistics.Quantile.Normal(0.5 + options.Confidence / 2);
        var (points, survival) = (new SurvivalPoint[risk.Times.Length], 1.0);
        for (var k = 0; k < points.Length; k++)
        {
            if (risk.Events[k] > 0) survival *= Math.Max(0, 1 - risk.Events[k] / risk.AtRisk[k]);
            if (survival < Level) survival = 0;
            var (lower, upper) = Bounds(survival, Math.Sqrt(Math.Max(0, log[k])), z, options.Interval);
            points[k] = new(risk.Times[k], risk.AtRisk[k], risk.Events[k], risk.Censored[k], survival, survival > 0 ? survival * Math.Sqrt(Math.Max(0, log[k])) : null, lower, upper);
        }
        return new(rows, risk) { Group = group, N = rows.N, Events = rows.Events, WithoutTime = rows.WithoutTime, Points = points, Confidence = options.Confidence };
    }

    static double[] Greenwood(RiskTable risk)
    {
        var (variance, sum) = (new double[risk.Times.Length], 0.0);
        for (var k = 0; k < variance.Length; k++)
        {
            if (risk.AtRisk[k] > risk.Events[k]) sum += risk.Events[k] / (risk.AtRisk[k] * (risk.AtRisk[k] - risk.Events[k]));
            variance[k] = sum;
        }
        return variance;
    }

    static (double? Lower, double? Upper) Bounds(double s, double error, double z, SurvivalInterval interval)
    {
        if (s <= 0) return (null, null);
        if (s >= 1) return (1, 1);
        var (lower, upper) = interval switch
        {
            SurvivalInterval.LogLog => (Math.Pow(s, Math.Exp(z * error / -Math.Log(s))), Math.Pow(s, Math.Exp(-z * error / -Math.Log(s)))),
            SurvivalInterval.Log => (s * Math.Exp(-z * error), s * Math.Exp(z * error)),
            _ => (s - z * error * s, s + z * error * s),
        };
        return (Math.Clamp(lower, 0, s), Math.Clamp(upper, s, 1));
    }
}
