namespace Regard.Statistics;

/// <summary>Log odds of a yes-or-no outcome (left, complained) as a sum over features.</summary>
/// <remarks>
/// Maximum likelihood by Newton's steps (iteratively reweighted least squares, Nelder and Wedderburn 1972); ridge le Cessie and van Houwelingen
/// (1992), Applied Statistics 41, 191-201, whose errors it takes; lasso Tibshirani (1996).
/// </remarks>
public sealed record LogisticRegression
{
    /// <summary>The column explained, 1 or 0.</summary>
    public required string Target { get; init; }

    /// <summary>The constant.</summary>
    public required LogOdds Intercept { get; init; }

    /// <summary>One a feature, in the order given.</summary>
    public required IReadOnlyList<LogOdds> Coefficients { get; init; }

    /// <summary>At the coefficients, without penalties.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>With the constant alone.</summary>
    public required double NullLogLikelihood { get; init; }

    /// <summary>-2 log-likelihood.</summary>
    public double Deviance => -2 * LogLikelihood;

    /// <summary>Deviance plus twice the number of coefficients; under penalties their effective number.</summary>
    public double Aic => Deviance + 2 * Parameters;

    /// <summary>Coefficients that the fit was free to choose; under ridge the trace of information over penalised information, under lasso those kept.</summary>
    public required double Parameters { get; init; }

    /// <summary>McFadden's 1 - log-likelihood / null log-likelihood.</summary>
    public double McFadden => 1 - LogLikelihood / NullLogLikelihood;

    /// <summary>Rows used.</summary>
    public required int N { get; init; }

    /// <summary>Rows with 1.</summary>
    public required int Positives { get; init; }

    /// <summary>Whether the steps settled; the numbers are not to be used otherwise.</summary>
    public required bool Converged { get; init; }

    /// <summary>Steps taken.</summary>
    public required int Steps { get; init; }

    /// <summary>Mean of each feature: the average customer.</summary>
    public required IReadOnlyList<double> Means { get; init; }

    internal double[]? Errors { get; init; }

    internal IReadOnlyList<double> Scales { get; init; } = [];

    internal double Confidence { get; init; }

    /// <summary>A feature's coefficient.</summary>
    /// <exception cref="DataRefused">There is no such feature.</exception>
    public LogOdds this[string feature] => Coefficients.FirstOrDefault(c => c.Name == feature) ?? throw new DataRefused(DataFault.NoColumn, $"There is no feature {feature}.", feature);

    /// <summary>Fits the model.</summary>
    /// <param name="data">Complete in the columns named.</param>
    /// <param name="target">The column to explain, of 1 and 0.</param>
    /// <param name="features">At least one.</param>
    /// <param name="options">Null for no penalty.</param>
    /// <exception cref="DataRefused">
    /// Values missing, columns constant, a target other than 0 and 1, fewer rows than features + 2; without penalty also features that follow
    /// from others, or that part the ones from the noughts so that no finite coefficient fits.
    /// </exception>
    public static LogisticRegression Fit(Observations data, string target, IReadOnlyList<string> features, LogisticOptions? options = null)
    {
        options ??= new();
        if (!(options.Ridge >= 0 && options.Lasso >= 0 && double.IsFinite(options.Ridge + options.Lasso))) throw new DataRefused(DataFault.BadSpecification, "A penalty is a number from 0 on.");
        var design = Design(data, target, features, options.Threads);
        var start = Start(design, data, target);
        var (gradient, information) = (new double[design.Size], new double[design.Size * design.Size]);
        var none = design.LogLikelihood(start, gradient, information);
        if (options is { Ridge: 0, Lasso: 0 }) Distinct(information, features);
        if (options.Lasso > 0)
        {
            var fit = PenalizedLogistic.Run(design, start, options.Ridge, options.Lasso);
            return Read(design, data, target, features, fit, none, null, 1 + fit.At.Skip(1).Count(b => b != 0), options.Confidence);
        }
        return Smooth(design, data, target, features, start, none, options);
    }

    /// <summary>Share of customers like this with 1.</summary>
    /// <param name="values">One a feature, in the order of the fit.</param>
    public double Probability(IReadOnlyList<double> values) => 1 / (1 + Math.Exp(-LogOddsOf(values)));

    /// <summary>The same with its interval, symmetric in the log odds: how well the share of customers like this is known. Null under the lasso.</summary>
    /// <param name="values">One a feature, in the order of the fit.</param>
    public Estimate? Share(IReadOnlyList<double> values)
    {
        if (Errors is null) return null;
        var (eta, size, square) = (LogOddsOf(values), values.Count + 1, 0.0);
        double[] at = [1, .. values.Select((v, j) => (v - Means[j]) / Scales[j])];
        for (var a = 0; a < size; a++)
            for (var b = 0; b < size; b++) square += at[a] * Errors[a * size + b] * at[b];
        var (error, share) = (Math.Sqrt(Math.Max(0, square)), Probability(values));
        var reach = Quantile.Normal(0.5 + Confidence / 2) * error;
        return Estimate.Between(share, share * (1 - share) * error, Math.Min(share, 1 / (1 + Math.Exp(reach - eta))), Math.Max(share, 1 / (1 + Math.Exp(-reach - eta))), N, confidence: Confidence);
    }

    /// <summary>The share of each row's kind.</summary>
    /// <param name="data">Complete in the features.</param>
    /// <exception cref="DataRefused">A feature is not there or has missing values.</exception>
    public double[] Probabilities(Observations data)
    {
        var sums = new double[data.Rows];
        Array.Fill(sums, Intercept.Coefficient);
        foreach (var c in Coefficients)
        {
            var column = data[c.Name];
            for (var i = 0; i < sums.Length; i++) sums[i] += c.Coefficient * column[i];
        }
        for (var i = 0; i < sums.Length; i++)
            sums[i] = double.IsNaN(sums[i]) ? throw new DataRefused(DataFault.Missing, $"Row {i + 1} has missing features.") : 1 / (1 + Math.Exp(-sums[i]));
        return sums;
    }

    /// <summary>What each feature adds to the log odds against the average customer: coefficient times the distance from the mean. With the average customer's log odds they sum to this one's.</summary>
    /// <param name="values">One a feature, in the order of the fit.</param>
    public IReadOnlyList<double> Contributions(IReadOnlyList<double> values) => [.. Coefficients.Select((c, j) => c.Coefficient * (values[j] - Means[j]))];

    /// <summary>Log odds of a customer.</summary>
    /// <param name="values">One a feature, in the order of the fit.</param>
    public double LogOddsOf(IReadOnlyList<double> values) => values.Count == Coefficients.Count
        ? Intercept.Coefficient + Coefficients.Select((c, j) => c.Coefficient * values[j]).Sum()
        : throw new ArgumentException($"{Coefficients.Count} features need as many values.", nameof(values));

    internal static LogisticDesign Design(Observations data, string target, IReadOnlyList<string> features, int? threads)
    {
        if (features.Count == 0) throw new DataRefused(DataFault.BadSpecification, "Name at least one feature.");
        if (features.Contains(target)) throw new DataRefused(DataFault.TwiceNamed, $"{target} cannot explain itself.", target);
        var used = data.Select([target, .. features]).Require(features.Count + 2);
        foreach (var y in used[0])
            if (y is not (0 or 1)) throw new DataRefused(DataFault.OutOfRange, $"The column {target} holds something other than 0 and 1.", target);
        return new([.. features.Select(f => data[f].ToArray())], data[target].ToArray(), threads);
    }

    internal static double[] Start(LogisticDesign design, Observations data, string target)
    {
        var (start, share) = (new double[design.Size], 0.0);
        foreach (var y in data[target]) share += y / data.Rows;
        start[0] = Math.Log(share / (1 - share));
        return start;
    }

    // With the constant alone all rows weigh the same, so that the information holds the features' correlations.
    static void Distinct(double[] information, IReadOnlyList<string> features)
    {
        var (p, size) = (features.Count, features.Count + 1);
        var correlations = new double[p * p];
        for (var a = 0; a < p; a++)
            for (var b = 0; b < p; b++) correlations[a * p + b] = information[(a + 1) * size + b + 1] / information[0];
        CorrelationFactor.Of(correlations, features);
    }

    static LogisticRegression Smooth(LogisticDesign design, Observations data, string target, IReadOnlyList<string> features, double[] start, double none, LogisticOptions options)
    {
        var (size, penalty) = (design.Size, design.N * options.Ridge);
        var ascent = NewtonAscent.Run(start, (at, gradient, information) =>
        {
            var value = design.LogLikelihood(at, gradient, information);
            for (var j = 1; j < size && penalty > 0; j++)
            {
                value -= penalty / 2 * at[j] * at[j];
                gradient[j] -= penalty * at[j];
                information[j * size + j] += penalty;
            }
            return value;
        });
        if (ascent.Endless.Any(j => j > 0) || (!ascent.Converged && penalty == 0 && SymmetricFactor.Of(ascent.Information, size) is null))
        {
            string[] names = [.. ascent.Endless.Where(j => j > 0).Select(j => features[j - 1])];
            throw new DataRefused(DataFault.Separated, $"{string.Join(", ", names)} {(names.Length == 1 ? "parts" : "part")} rows of {target} 1 from those of 0 without exception: no finite coefficient fits. Use a ridge penalty, merge levels, or leave {(names.Length == 1 ? "it" : "one of them")} out.", names);
        }
        var bread = SymmetricFactor.Of(ascent.Information, size)!.Inverse();
        var (own, value) = (ascent.Information.ToArray(), ascent.Value);
        for (var j = 1; j < size && penalty > 0; j++)
        {
            own[j * size + j] -= penalty;
            value += penalty / 2 * ascent.At[j] * ascent.At[j];
        }
        var errors = penalty > 0 ? Product(Product(bread, own, size), bread, size) : bread;
        var parameters = 0.0;
        for (var a = 0; a < size; a++)
            for (var b = 0; b < size; b++) parameters += bread[a * size + b] * own[b * size + a];
        return Read(design, data, target, features, new(ascent.At, value, own, ascent.Converged, ascent.Steps), none, errors, penalty > 0 ? parameters : size, options.Confidence);
    }

    static LogisticRegression Read(LogisticDesign design, Observations data, string target, IReadOnlyList<string> features, PenalizedLogistic.Fit fit, double none, double[]? errors, double parameters, double confidence)
    {
        var (size, positives) = (design.Size, 0);
        foreach (var y in data[target]) positives += y == 1 ? 1 : 0;
        double? Error(double[] direction)
        {
            if (errors is null) return null;
            var sum = 0.0;
            for (var a = 0; a < size; a++)
                for (var b = 0; b < size; b++) sum += direction[a] * errors[a * size + b] * direction[b];
            return Math.Sqrt(Math.Max(0, sum));
        }
        double[] away = [1, .. design.Means.Select((m, j) => -m / design.Scales[j])];
        var constant = fit.At.Zip(away, (b, d) => b * d).Sum();
        return new()
        {
            Target = target, Intercept = LogOdds.Of("(Intercept)", constant, Error(away), design.N, confidence),
            Coefficients = [.. features.Select((name, j) => LogOdds.Of(name, fit.At[j + 1] / design.Scales[j], errors is null ? null : Math.Sqrt(Math.Max(0, errors[(j + 1) * size + j + 1])) / design.Scales[j], design.N, confidence))],
            LogLikelihood = fit.Value, NullLogLikelihood = none, Parameters = parameters, N = design.N, Positives = positives,
            Converged = fit.Converged, Steps = fit.Steps, Means = design.Means, Scales = design.Scales, Errors = errors, Confidence = confidence,
        };
    }

    static double[] Product(double[] a, double[] b, int size)
    {
        var product = new double[size * size];
        for (var i = 0; i < size; i++)
            for (var k = 0; k < size; k++)
                for (var j = 0; j < size; j++) product[i * size + j] += a[i * size + k] * b[k * size + j];
        return product;
    }
}
