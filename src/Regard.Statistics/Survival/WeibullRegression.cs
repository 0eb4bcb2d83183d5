namespace Regard.Statistics;

/// <summary>How much longer or shorter customers stay: log of time = constant + covariates + scale x extreme value error.</summary>
/// <remarks>
/// Accelerated failure time, Kalbfleisch and Prentice (1980), section 3.2, in the terms of survival::survreg(dist = "weibull"). Newton on coefficients over
/// scale and 1 / scale, in which the likelihood is concave. Hazard ratio of a covariate = exp(-coefficient / scale).
/// </remarks>
public sealed record WeibullRegression
{
    /// <summary>The constant, log of the unit of the durations.</summary>
    public required Estimate Intercept { get; init; }

    /// <summary>Of each covariate in the order given; exp is the factor of time.</summary>
    public required IReadOnlyList<(string Name, Estimate LogTime)> Coefficients { get; init; }

    /// <summary>Over 0: under 1 the hazard rises with time, over 1 it falls. Interval symmetric in its logarithm.</summary>
    public required Estimate Scale { get; init; }

    /// <summary>With the density of time itself, as survreg counts it.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Rows.</summary>
    public required int N { get; init; }

    /// <summary>Whether the steps settled.</summary>
    public required bool Converged { get; init; }

    /// <summary>Fits the model.</summary>
    /// <param name="data">Complete in the columns named.</param>
    /// <param name="columns">Duration and event; late entry, weights, strata and clusters are not taken.</param>
    /// <param name="covariates">May be empty.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <exception cref="DataRefused">Values missing or out of range, a duration of 0 that ended by the event, nobody left, or covariates constant or determined by others.</exception>
    public static WeibullRegression Fit(Observations data, SurvivalColumns columns, IReadOnlyList<string> covariates, double confidence = 0.95)
    {
        if (columns is not { Entry: null, Weight: null, Stratum: null, Cluster: null }) throw new DataRefused(DataFault.BadSpecification, "This model takes durations and events only.");
        var rows = SurvivalRows.Of(data, columns).RequireEvents();
        if (rows.Exit.Any(t => t <= 0)) throw new DataRefused(DataFault.OutOfRange, $"A duration of 0 in {columns.Duration} has no logarithm.", columns.Duration);
        if (rows.Events <= covariates.Count + 1) throw new DataRefused(DataFault.TooFewRows, $"{rows.Events} customers who left are too few for {covariates.Count} covariates.", covariates);
        var used = covariates.Count == 0 ? null : data.Select(covariates).Take(rows.Source).Require(covariates.Count + 2);
        if (used is { } several && covariates.Count > 1) CorrelationFactor.Of(Covariances.Of(several).Correlations([.. Enumerable.Range(0, covariates.Count)]), covariates);
        var (n, size) = (rows.N, covariates.Count + 2);
        var x = new double[n][];
        var (means, scales) = (new double[covariates.Count], new double[covariates.Count]);
        for (var j = 0; j < covariates.Count; j++)
        {
            var column = used![j].ToArray();
            means[j] = column.Average();
            scales[j] = Math.Sqrt(column.Sum(v => (v - means[j]) * (v - means[j])) / n);
        }
        for (var i = 0; i < n; i++) x[i] = [1, .. Enumerable.Range(0, covariates.Count).Select(j => (used![j][i] - means[j]) / scales[j])];
        var log = rows.Exit.Select(t => Math.Log(t)).ToArray();
        var start = new double[size];
        (start[0], start[^1]) = (Math.Log(rows.Exit.Sum() / rows.Events), 1);
        var ascent = NewtonAscent.Run(start, (at, gradient, information) => Likelihood(rows.Event, log, x, at, gradient, information));
        if (ascent.Endless.Count > 0 || SymmetricFactor.Of(ascent.Information, size)?.Inverse() is not { } inverse)
            throw new DataRefused(DataFault.Separated, $"No finite coefficients of {string.Join(", ", covariates)} fit: a covariate parts those who left from those who stayed.", covariates);
        var scale = 1 / ascent.At[^1];
        // Directions of each coefficient in the parameters fitted; the constant's first, the log scale's last.
        double[] Direction(int of, double[] weights)
        {
            var direction = new double[size];
            for (var a = 0; a < size - 1; a++)
            {
                direction[a] = weights[a] * scale;
                direction[^1] -= weights[a] * ascent.At[a] * scale * scale;
            }
            if (of == size - 1) direction[^1] = -scale;
            return direction;
        }
        Estimate Told(double value, double[] direction)
        {
            var variance = 0.0;
            for (var a = 0; a < size; a++)
                for (var b = 0; b < size; b++) variance += direction[a] * direction[b] * inverse[a * size + b];
            return Estimate.Of(value, Math.Sqrt(Math.Max(0, variance)), null, n, confidence: confidence);
        }
        double[] back = [1, .. means.Select((m, j) => -m / scales[j])];
        double[] Only(int j) => [0, .. scales.Select((s, k) => k == j ? 1 / s : 0.0)];
        var logScale = Told(Math.Log(scale), Direction(size - 1, new double[size - 1]));
        return new()
        {
            Intercept = Told(scale * back.Zip(ascent.At, (b, g) => b * g).Sum(), Direction(0, back)),
            Coefficients = [.. covariates.Select((name, j) => (name, Told(scale * ascent.At[j + 1] / scales[j], Direction(j + 1, Only(j)))))],
            Scale = Estimate.Between(scale, scale * logScale.StandardError!.Value, Math.Exp(logScale.Lower!.Value), Math.Exp(logScale.Upper!.Value), n, confidence: confidence),
            LogLikelihood = ascent.Value - Enumerable.Range(0, n).Where(i => rows.Event[i]).Sum(i => log[i]), N = n, Converged = ascent.Converged,
        };
    }

    // With z = a log t - g: event log a + z - e^z, censored -e^z; a = 1 / scale, g = eta / scale.
    static double Likelihood(bool[] left, double[] log, double[][] x, ReadOnlySpan<double> at, Span<double> gradient, Span<double> information)
    {
        var (p, size, value, a) = (at.Length - 1, at.Length, 0.0, at[^1]);
        if (!(a > 0)) return double.NegativeInfinity;
        gradient.Clear();
        information.Clear();
        for (var i = 0; i < log.Length; i++)
        {
            var (z, row, d) = (a * log[i], x[i], left[i] ? 1.0 : 0);
            for (var j = 0; j < p; j++) z -= at[j] * row[j];
            var e = Math.Exp(z);
            value += d * (Math.Log(a) + z) - e;
            for (var j = 0; j < p; j++)
            {
                gradient[j] += (e - d) * row[j];
                for (var k = 0; k <= j; k++) information[j * size + k] += e * row[j] * row[k];
                information[p * size + j] -= e * row[j] * log[i];
            }
            gradient[p] += d / a + (d - e) * log[i];
            information[p * size + p] += d / (a * a) + e * log[i] * log[i];
        }
        for (var j = 0; j < size; j++)
            for (var k = 0; k < j; k++) information[k * size + j] = information[j * size + k];
        return value;
    }
}
