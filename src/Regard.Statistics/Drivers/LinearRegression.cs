namespace Regard.Statistics;

/// <summary>Ordinary (or weighted) least squares of an outcome on predictors.</summary>
/// <remarks>
/// Solved by Cholesky on the correlations. Errors: Student's under equal residual variance, or linearised (Binder 1983, Int. Stat. Rev. 51, 279-292)
/// with each residual over 1 - leverage (HC3: MacKinnon and White 1985, Journal of Econometrics 29, 305-325); always n - p - 1 degrees of freedom.
/// </remarks>
public sealed record LinearRegression
{
    /// <summary>The column explained.</summary>
    public required string Outcome { get; init; }

    /// <summary>The constant, in the outcome's unit.</summary>
    public required Coefficient Intercept { get; init; }

    /// <summary>One a predictor, in the order given.</summary>
    public required IReadOnlyList<Coefficient> Coefficients { get; init; }

    /// <summary>Share of the outcome's variance that the predictors explain together, 0 to 1.</summary>
    public required double R2 { get; init; }

    /// <summary>R2 less what as many predictors explain by chance; can be negative.</summary>
    public required double AdjustedR2 { get; init; }

    /// <summary>Test that nothing is explained; null when everything is.</summary>
    public required double? F { get; init; }

    /// <summary>Of <see cref="F"/>, 0 to 1.</summary>
    public required double PValue { get; init; }

    /// <summary>Standard deviation of the residuals, in the outcome's unit.</summary>
    public required double ResidualDeviation { get; init; }

    /// <summary>n - p - 1.</summary>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>Rows used.</summary>
    public required long N { get; init; }

    /// <summary>Kish's effective n.</summary>
    public required double EffectiveN { get; init; }

    /// <summary>What the residuals say about the model; null when fitted to covariances or with weights.</summary>
    public ResidualChecks? Residuals { get; init; }

    /// <summary>Coverage of all intervals.</summary>
    public required double Confidence { get; init; }

    internal double[,] Errors { get; init; } = new double[0, 0];

    /// <summary>A predictor's coefficient.</summary>
    /// <exception cref="DataRefused">There is no such predictor.</exception>
    public Coefficient this[string predictor] => Coefficients.FirstOrDefault(c => c.Name == predictor) ?? throw new DataRefused(DataFault.NoColumn, $"There is no predictor {predictor}.", predictor);

    /// <summary>A sum of coefficients with its interval; test it by <see cref="StudentTest.Of"/>.</summary>
    /// <param name="weights">One for the constant, then one a predictor.</param>
    /// <exception cref="ArgumentException">There are more or fewer weights.</exception>
    public Estimate Combination(params IReadOnlyList<double> weights)
    {
        if (weights.Count != Coefficients.Count + 1) throw new ArgumentException("One weight for the constant and one for each predictor.", nameof(weights));
        var (value, variance) = (weights[0] * Intercept.Slope.Value!.Value, 0.0);
        for (var a = 0; a < weights.Count; a++)
        {
            if (a > 0) value += weights[a] * Coefficients[a - 1].Slope.Value!.Value;
            for (var b = 0; b < weights.Count; b++) variance += weights[a] * weights[b] * Errors[a, b];
        }
        return Estimate.Of(value, Math.Sqrt(Math.Max(0, variance)), DegreesOfFreedom, N, EffectiveN, Confidence);
    }

    /// <summary>Fits to rows.</summary>
    /// <param name="data">Complete in the columns used.</param>
    /// <param name="outcome">The column to explain.</param>
    /// <param name="predictors">At least one column.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="DataRefused">Columns missing, constant or determined by others, bad weights, or fewer rows than predictors + 2.</exception>
    public static LinearRegression Fit(Observations data, string outcome, IReadOnlyList<string> predictors, RegressionOptions? options = null)
    {
        options ??= new();
        var used = data.Select([outcome, .. predictors, .. options.Weight is { } w ? [w] : Array.Empty<string>()]);
        var rows = WeightedRows.Of(used, options.Weight);
        LeastSquares.Enough(rows.N, predictors);
        var solved = LeastSquares.Solve(Covariances.Of(used, options.Weight), outcome, predictors) with { FromRows = true };
        var residuals = RegressionResiduals.Of(rows, solved);
        var errors = rows.Weights is not null || options.Linearised ? residuals.Linearised(solved) : solved.Classical(rows.N);
        return Read(solved, errors, rows.N, rows.EffectiveN, options.Confidence) with { Residuals = rows.Weights is null ? residuals.Checks(solved) : null };
    }

    /// <summary>Fits to covariances, e.g. of a cell's moments. Weighted errors rest on the effective n, as if residuals did not depend on weights.</summary>
    /// <param name="covariances">Of the outcome and all predictors.</param>
    /// <param name="outcome">The column to explain.</param>
    /// <param name="predictors">At least one column.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <exception cref="DataRefused">Columns missing or determined by others, or fewer rows than predictors + 2.</exception>
    public static LinearRegression Fit(Covariances covariances, string outcome, IReadOnlyList<string> predictors, double confidence = 0.95)
    {
        LeastSquares.Enough(covariances.EffectiveN, predictors);
        var solved = LeastSquares.Solve(covariances, outcome, predictors);
        return Read(solved, solved.Classical(covariances.EffectiveN), covariances.N, covariances.EffectiveN, confidence);
    }

    static LinearRegression Read(LeastSquares solved, double[,] errors, long n, double effective, double confidence)
    {
        var p = solved.Predictors.Count;
        // Linearised errors count rows, those of moments the effective n.
        var counted = Math.Max(p + 2, solved.FromRows ? n : effective);
        var freedom = counted - p - 1;
        Coefficient Term(string name, int at, double? beta, double? vif)
        {
            var slope = Estimate.Of(at == 0 ? solved.Constant : solved.Slopes[at - 1], Math.Sqrt(Math.Max(0, errors[at, at])), freedom, n, effective, confidence);
            return new(name, slope, StudentTest.Of(slope), beta, vif);
        }
        var left = 1 - solved.R2;
        double? f = left > 0 ? solved.R2 / p / (left / freedom) : null;
        return new()
        {
            Outcome = solved.Outcome,
            Intercept = Term("(Intercept)", 0, null, null),
            Coefficients = [.. solved.Predictors.Select((name, j) => Term(name, j + 1, solved.Betas[j], solved.Inverse[j * p + j]))],
            R2 = solved.R2,
            AdjustedR2 = 1 - left * (counted - 1) / freedom,
            F = f,
            PValue = f is { } x ? Tail.Fisher(x, p, freedom) : 0,
            ResidualDeviation = Math.Sqrt(left * solved.OutcomeVariance * (counted - 1) / freedom),
            DegreesOfFreedom = freedom, N = n, EffectiveN = effective, Confidence = confidence, Errors = errors,
        };
    }
}
