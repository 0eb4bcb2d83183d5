namespace Regard.Statistics;

/// <summary>Cumulative hazard and survival under a Cox model of customers whose covariates do not change.</summary>
/// <remarks>
/// Breslow (1972), JRSS B 34, 216-217; under Efron's ties with the customers at risk as Efron counts them, as survival::basehaz. Variance Tsiatis (1981),
/// Annals of Statistics 9, 93-108; interval symmetric in log(-log S).
/// </remarks>
public sealed class BaselineHazard
{
    readonly CoxRegression fit;
    readonly Dictionary<int, (double[] Times, double[] Hazard, double[] Square, double[][] Means)> strata;

    BaselineHazard(CoxRegression fit, Dictionary<int, (double[], double[], double[], double[][])> strata) => (this.fit, this.strata) = (fit, strata);

    /// <summary>Of a customer with the mean of every covariate (of rows, unweighted).</summary>
    public IReadOnlyList<HazardPoint> AtMeans => [.. strata.OrderBy(s => s.Key).SelectMany(s => s.Value.Times.Select((t, k) => new HazardPoint(s.Key, t, s.Value.Hazard[k + 1])))];

    /// <summary>Hazard collected until a time.</summary>
    /// <param name="time">Unit of the durations.</param>
    /// <param name="values">One a covariate, in the order of the fit; 0 each for the uncentred baseline.</param>
    /// <param name="stratum">From 0.</param>
    /// <exception cref="ArgumentException">More or fewer values than covariates.</exception>
    public double CumulativeHazard(double time, IReadOnlyList<double> values, int stratum = 0)
    {
        if (!strata.TryGetValue(stratum, out var s)) return 0;
        return s.Hazard[After(s.Times, time)] * Math.Exp(Scaled(values).Zip(fit.Beta, (x, b) => x * b).Sum());
    }

    /// <summary>Share of customers like this who are still there at a time.</summary>
    /// <param name="time">Up to the last time seen.</param>
    /// <param name="values">One a covariate, in the order of the fit.</param>
    /// <param name="stratum">From 0.</param>
    /// <returns>Withheld after the last time anybody was at risk.</returns>
    /// <exception cref="ArgumentException">More or fewer values than covariates.</exception>
    public Estimate Survival(double time, IReadOnlyList<double> values, int stratum = 0)
    {
        var confidence = fit.Coefficients[0].LogHazard.Confidence;
        var (design, hazard) = (fit.Design, CumulativeHazard(time, values, stratum));
        if (!Enumerable.Range(0, design.Rows.N).Any(i => design.Rows.Stratum[i] == stratum && design.Rows.Exit[i] >= time)) return Estimate.Withhold(Withholding.NotIdentified, fit.N);
        if (hazard == 0) return Estimate.Between(1, 0, 1, 1, fit.N, confidence: confidence);
        var (s, x) = (strata[stratum], Scaled(values));
        var (at, p, spread) = (After(s.Times, time), x.Length, 0.0);
        var away = Enumerable.Range(0, p).Select(a => s.Means[at][a] - x[a] * s.Hazard[at]).ToArray();
        for (var a = 0; a < p; a++)
            for (var b = 0; b < p; b++) spread += away[a] * fit.Inverse[a * p + b] * away[b];
        var error = hazard / s.Hazard[at] * Math.Sqrt(s.Square[at] + spread);
        var (value, reach) = (Math.Exp(-hazard), Math.Exp(Quantile.Normal(0.5 + confidence / 2) * error / hazard));
        return Estimate.Between(value, value * error, Math.Min(value, Math.Exp(-hazard * reach)), Math.Max(value, Math.Exp(-hazard / reach)), fit.N, confidence: confidence);
    }

    double[] Scaled(IReadOnlyList<double> values) => values.Count == fit.Design.Covariates
        ? [.. values.Select((v, j) => (v - fit.Design.Means[j]) / fit.Design.Scales[j])]
        : throw new ArgumentException($"{fit.Design.Covariates} covariates need as many values.", nameof(values));

    static int After(double[] times, double moment) => Array.BinarySearch(times, moment) is >= 0 and var at ? at + 1 : ~Array.BinarySearch(times, moment);

    internal static BaselineHazard Of(CoxRegression fit)
    {
        var (design, p, eta) = (fit.Design, fit.Design.Covariates, new double[fit.Design.N]);
        design.Predict(fit.Beta, eta);
        var steps = new List<(int Stratum, double Time, double Hazard, double Square, double[] Means)>();
        design.Walk(eta, false, set => steps.Add((set.Stratum, set.Time, set.A0, set.B0, [.. Enumerable.Range(0, p).Select(a => set.B0 * set.S1[a] - set.B1 * set.D1[a])])));
        var strata = steps.GroupBy(s => s.Stratum).ToDictionary(g => g.Key, g =>
        {
            var ordered = g.OrderBy(s => s.Time).ToArray();
            var (hazard, square, means) = (new double[ordered.Length + 1], new double[ordered.Length + 1], new double[ordered.Length + 1][]);
            means[0] = new double[p];
            for (var k = 0; k < ordered.Length; k++)
            {
                (hazard[k + 1], square[k + 1]) = (hazard[k] + ordered[k].Hazard, square[k] + ordered[k].Square);
                means[k + 1] = [.. means[k].Zip(ordered[k].Means, (a, b) => a + b)];
            }
            return (ordered.Select(s => s.Time).ToArray(), hazard, square, means);
        });
        return new(fit, strata);
    }
}
