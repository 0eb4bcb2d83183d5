namespace Regard.Statistics;

/// <summary>Answers in order (low, medium, high) explained by features: log odds of an answer up to a step = threshold - features.</summary>
/// <remarks>McCullagh (1980), JRSS B 42, 109-142; logit P(Y at most k) = threshold k - sum b x, as MASS::polr. Newton on the exact gradient and information.</remarks>
public sealed record OrdinalLogit
{
    /// <summary>One a feature: over 0, higher answers. Log odds ratio, the same at every step.</summary>
    public required IReadOnlyList<LogOdds> Coefficients { get; init; }

    /// <summary>Between each answer and the next, ascending.</summary>
    public required IReadOnlyList<Estimate> Thresholds { get; init; }

    /// <summary>The answers, ascending.</summary>
    public required IReadOnlyList<double> Answers { get; init; }

    /// <summary>Sum over rows times weight.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>-2 log-likelihood.</summary>
    public double Deviance => -2 * LogLikelihood;

    /// <summary>Deviance plus twice the number of coefficients and thresholds.</summary>
    public double Aic => Deviance + 2 * (Coefficients.Count + Thresholds.Count);

    /// <summary>Sum of weights.</summary>
    public required double N { get; init; }

    /// <summary>Whether the steps settled.</summary>
    public required bool Converged { get; init; }

    /// <summary>Share of each answer among customers like this.</summary>
    /// <param name="values">One a feature, in the order of the fit.</param>
    public IReadOnlyList<double> Shares(IReadOnlyList<double> values)
    {
        var eta = Coefficients.Select((c, j) => c.Coefficient * values[j]).Sum();
        double[] up = [0, .. Thresholds.Select(t => 1 / (1 + Math.Exp(eta - t.Value!.Value))), 1];
        return [.. up.Skip(1).Zip(up, (high, low) => high - low)];
    }

    /// <summary>Fits the model.</summary>
    /// <param name="data">Complete in the columns named.</param>
    /// <param name="answer">Column of answers, three or more different ones.</param>
    /// <param name="features">At least one.</param>
    /// <param name="count">Column of how many customers a row stands for; null for 1.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <exception cref="DataRefused">Values missing, columns constant or determined by others, negative counts, fewer than three answers, or features that part the answers without exception.</exception>
    public static OrdinalLogit Fit(Observations data, string answer, IReadOnlyList<string> features, string? count = null, double confidence = 0.95)
    {
        if (features.Count == 0) throw new DataRefused(DataFault.BadSpecification, "Name at least one feature.");
        var rows = WeightedRows.Of(data.Select([answer, .. features, .. count is null ? Array.Empty<string>() : [count]]), count);
        var used = rows.Columns.Require(features.Count + 2);
        var weights = rows.Weights ?? [.. Enumerable.Repeat(1.0, used.Rows)];
        var answers = RowOrder.Levels(used[0]);
        if (answers.Length < 3) throw new DataRefused(DataFault.TooFewRows, $"{answer} has {answers.Length} different answers: an order needs 3, two are a logistic regression.", answer);
        if (features.Count > 1) CorrelationFactor.Of(Covariances.Of(used.Select(features)).Correlations([.. Enumerable.Range(0, features.Count)]), features);
        var place = used[0].ToArray().Select(y => Array.BinarySearch(answers, y)).ToArray();
        var (means, scales) = (new double[features.Count], new double[features.Count]);
        var x = features.Select((name, j) =>
        {
            var column = used[name].ToArray();
            means[j] = column.Average();
            scales[j] = Math.Sqrt(column.Average(v => (v - means[j]) * (v - means[j])));
            return column.Select(v => (v - means[j]) / scales[j]).ToArray();
        }).ToArray();
        var steps = answers.Length - 1;
        var start = new double[steps + features.Count];
        var total = weights.Sum();
        for (var k = 0; k < steps; k++)
        {
            var below = Enumerable.Range(0, place.Length).Where(i => place[i] <= k).Sum(i => weights[i]) / total;
            start[k] = Math.Log(below / (1 - below));
        }
        var ascent = NewtonAscent.Run(start, (at, gradient, information) => Likelihood(place, weights, x, steps, at, gradient, information));
        if (ascent.Endless.Count > 0 || SymmetricFactor.Of(ascent.Information, start.Length)?.Inverse() is not { } inverse)
            throw new DataRefused(DataFault.Separated, $"{string.Join(", ", features)} part the answers of {answer} without exception: no finite coefficient fits.", features);
        var n = (long)Math.Round(total);
        Estimate Threshold(int k)
        {
            // Back from centred features: threshold + sum b mean / scale.
            double[] direction = [.. Enumerable.Range(0, steps).Select(s => s == k ? 1.0 : 0), .. means.Select((m, j) => m / scales[j])];
            double value = 0, variance = 0;
            for (var a = 0; a < direction.Length; a++)
            {
                value += direction[a] * ascent.At[a];
                for (var b = 0; b < direction.Length; b++) variance += direction[a] * direction[b] * inverse[a * start.Length + b];
            }
            return Estimate.Of(value, Math.Sqrt(Math.Max(0, variance)), null, n, confidence: confidence);
        }
        return new()
        {
            Answers = answers, LogLikelihood = ascent.Value, N = total, Converged = ascent.Converged, Thresholds = [.. Enumerable.Range(0, steps).Select(Threshold)],
            Coefficients = [.. features.Select((name, j) => LogOdds.Of(name, ascent.At[steps + j] / scales[j], Math.Sqrt(inverse[(steps + j) * start.Length + steps + j]) / scales[j], n, confidence))],
        };
    }

    // P = F(upper) - F(lower); slopes f, curvatures f (1 - 2 F); the information is the observed one, which is positive as log P is concave.
    static double Likelihood(int[] place, double[] weights, double[][] x, int steps, ReadOnlySpan<double> at, Span<double> gradient, Span<double> information)
    {
        var (size, value) = (at.Length, 0.0);
        gradient.Clear();
        information.Clear();
        for (var k = 1; k < steps; k++)
            if (!(at[k] > at[k - 1])) return double.NegativeInfinity;
        for (var i = 0; i < place.Length; i++)
        {
            var eta = 0.0;
            for (var j = 0; j < x.Length; j++) eta += at[steps + j] * x[j][i];
            var (upper, lower) = (place[i] < steps ? Share(at[place[i]] - eta) : 1, place[i] > 0 ? Share(at[place[i] - 1] - eta) : 0);
            var p = upper - lower;
            if (!(p > 0)) return double.NegativeInfinity;
            var (f, g) = (upper * (1 - upper), lower * (1 - lower));
            value += weights[i] * Math.Log(p);
            // Of log P with respect to the upper and the lower argument.
            double du = f / p, dl = -g / p, uu = f * (1 - 2 * upper) / p - du * du, ll = -g * (1 - 2 * lower) / p - dl * dl, ul = -du * dl;
            for (var a = 0; a < size; a++)
            {
                var (ua, la) = Arguments(a, i, place[i], steps, x);
                if (ua == 0 && la == 0) continue;
                gradient[a] += weights[i] * (du * ua + dl * la);
                for (var b = 0; b <= a; b++)
                {
                    var (ub, lb) = Arguments(b, i, place[i], steps, x);
                    information[a * size + b] -= weights[i] * (uu * ua * ub + ll * la * lb + ul * (ua * lb + la * ub));
                }
            }
        }
        for (var a = 0; a < size; a++)
            for (var b = 0; b < a; b++) information[b * size + a] = information[a * size + b];
        return value;
    }

    // How the upper and the lower argument of a row change with a parameter.
    static (double Upper, double Lower) Arguments(int parameter, int row, int place, int steps, double[][] x) => parameter < steps
        ? (parameter == place ? 1 : 0, parameter == place - 1 ? 1 : 0)
        : (place < steps ? -x[parameter - steps][row] : 0, place > 0 ? -x[parameter - steps][row] : 0);

    static double Share(double eta) => eta >= 0 ? 1 / (1 + Math.Exp(-eta)) : Math.Exp(eta) / (1 + Math.Exp(eta));
}
