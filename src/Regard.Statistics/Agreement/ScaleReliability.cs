namespace Regard.Statistics;

/// <summary>How well a set of items measures one thing: alpha and omega.</summary>
public sealed record ScaleReliability
{
    /// <summary>Alpha with Feldt's interval, and what each item does to it; items in the order given.</summary>
    public required CronbachAlpha Alpha { get; init; }

    /// <summary>
    /// Omega total of one factor: share of the variance of the items' sum that the common factor explains, 0 to 1; Student interval of log(1 - omega) by the bootstrap's error.
    /// Withheld with two items (not identified) and when the factor model does not settle.
    /// </summary>
    /// <remarks>McDonald (1999), Test Theory, ch. 6: (sum of loadings)^2 over itself plus the sum of uniquenesses, in the items' own units; factor by maximum likelihood.</remarks>
    public required Estimate Omega { get; init; }

    /// <summary>Each item's correlation with the factor; empty when omega is withheld.</summary>
    public required IReadOnlyList<double> Loadings { get; init; }

    /// <summary>True when an item determines the factor by itself (a Heywood case): omega is then an upper bound at best.</summary>
    public required bool Heywood { get; init; }

    // A resample tells the error, for which fewer digits do.
    const double NearEnough = 1e-8;

    /// <summary>Fits to rows.</summary>
    /// <param name="data">Complete in the columns used; reversed items turned beforehand.</param>
    /// <param name="items">Two or more columns.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="DataRefused">Columns missing, constant, named twice or determined by others, bad weights, or fewer than three rows.</exception>
    public static ScaleReliability Fit(Observations data, IReadOnlyList<string> items, ReliabilityOptions? options = null)
    {
        options ??= new();
        if (items.Count < 2) throw new DataRefused(DataFault.BadSpecification, "Reliability needs two items or more.", items);
        var used = data.Select([.. items, .. options.Weight is { } w ? [w] : Array.Empty<string>()]);
        var rows = WeightedRows.Of(used, options.Weight);
        rows.Columns.Require(3);
        var covariances = Covariances.Of(used, options.Weight);
        var alpha = CronbachAlpha.Of(covariances, items, options.Confidence);
        var correlations = covariances.Correlations([.. Enumerable.Range(0, items.Count)]);
        var factor = items.Count < 3 ? null : OneFactor.Fit(correlations, items.Count);
        if (factor is not null) CorrelationFactor.Of(correlations, items);
        if (factor is not { Converged: true }) return new() { Alpha = alpha, Omega = Estimate.Withhold(items.Count < 3 ? Withholding.NotIdentified : Withholding.NoFit, covariances.N, covariances.EffectiveN), Loadings = [], Heywood = false };
        return new() { Alpha = alpha, Omega = Interval(rows, covariances, factor, options), Loadings = factor.Loadings, Heywood = factor.Heywood };
    }

    static Estimate Interval(WeightedRows rows, Covariances covariances, OneFactor factor, ReliabilityOptions options)
    {
        if (options.Resamples < 40) throw new DataRefused(DataFault.BadSpecification, $"{options.Resamples} resamples are too few for an interval: at least 40 are needed.");
        var (k, deviations) = (covariances.Names.Count, Deviations.Of(rows));
        var drawn = Bootstrap.Run(
            rows.N, 2, options.Resamples, options.Draws, () => new DriverResample(deviations, rows.Weights),
            (work, picked, into) =>
            {
                if (!work.Draw(picked) || OneFactor.Fit(work.Correlations, k, NearEnough, factor.Uniquenesses) is not { Converged: true } fit) return false;
                into[0] = Total(fit, j => Math.Sqrt(work.Covariance[j * k + j]));
                into[1] = Math.Log(1 - into[0]);
                return true;
            },
            options.Threads);
        var omega = Total(factor, covariances.Deviation);
        if (drawn.Resamples < 40) return Estimate.Withhold(Withholding.NoFit, covariances.N, covariances.EffectiveN);
        // What is left to 1 varies by about the same share wherever omega lies.
        var reach = Math.Exp(Quantile.Student(0.5 + options.Confidence / 2, Math.Max(1, covariances.EffectiveN - 1)) * drawn.StandardError(1)!.Value);
        return Estimate.Between(omega, drawn.StandardError(0)!.Value, Math.Clamp(1 - (1 - omega) * reach, 0, omega), Math.Max(omega, 1 - (1 - omega) / reach), covariances.N, covariances.EffectiveN, options.Confidence);
    }

    static double Total(OneFactor fit, Func<int, double> deviation)
    {
        var (common, own) = (0.0, 0.0);
        for (var j = 0; j < fit.Loadings.Length; j++)
        {
            common += deviation(j) * fit.Loadings[j];
            own += deviation(j) * deviation(j) * fit.Uniquenesses[j];
        }
        return common * common / (common * common + own);
    }
}
