namespace Regard.Statistics;

/// <summary>Which drivers matter for an outcome, and how surely: correlation, regression, LMG, relative weights, ranks.</summary>
public sealed record DriverAnalysis
{
    /// <summary>The column explained.</summary>
    public required string Outcome { get; init; }

    /// <summary>One a driver, in the order given.</summary>
    public required IReadOnlyList<Driver> Drivers { get; init; }

    /// <summary>The outcome on all drivers.</summary>
    public required LinearRegression Regression { get; init; }

    /// <summary>LMG values of all rows, also where their intervals are withheld.</summary>
    public required Lmg Shares { get; init; }

    /// <summary>Relative weights of all rows, also where their intervals are withheld.</summary>
    public required RelativeWeights Weights { get; init; }

    /// <summary>Share of the outcome's variance that the drivers explain, 0 to 1; percentile interval, which like R2 itself leans upwards in small samples.</summary>
    public required Estimate R2 { get; init; }

    /// <summary>Resamples behind the intervals.</summary>
    public required int Resamples { get; init; }

    /// <summary>Resamples left out, since in them a driver was constant or followed from others.</summary>
    public required int FailedResamples { get; init; }

    /// <summary>True when intervals rest on drawn rows; false when on covariances of normal samples, since only moments were known.</summary>
    public required bool FromRows { get; init; }

    /// <summary>Importance held against performance; null for a single driver, or when only covariances were known.</summary>
    public ImportancePerformance? Map { get; init; }

    /// <summary>Analyses rows.</summary>
    /// <param name="data">Complete in the columns used.</param>
    /// <param name="outcome">The column to explain.</param>
    /// <param name="drivers">1 to 25 columns.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="DataRefused">Columns missing, constant or determined by others, bad weights, too few rows, or more than 25 drivers.</exception>
    public static DriverAnalysis Fit(Observations data, string outcome, IReadOnlyList<string> drivers, DriverOptions? options = null)
    {
        options ??= new();
        var regression = LinearRegression.Fit(data, outcome, drivers, new(options.Weight, Confidence: options.Confidence));
        string[] columns = [.. drivers, outcome];
        var used = data.Select([.. columns, .. options.Weight is { } w ? [w] : Array.Empty<string>()]);
        var rows = WeightedRows.Of(used, options.Weight);
        var deviations = Deviations.Of(rows);
        var covariances = Covariances.Of(used, options.Weight);
        var lmg = Lmg.Of(covariances, outcome, drivers, options.Draws.For(1), options.Orders);
        var shares = DriverReading.Shares(covariances.Correlations([.. drivers.Select(covariances.Place), covariances.Place(outcome)]), lmg, options);
        var (p, count, resamples) = (drivers.Count, DriverShares.Count(drivers.Count), DriverReading.Resamples(options));
        var distribution = resamples == 0 ? new(count + p, [], []) : Bootstrap.Run(
            rows.N, count + p, resamples, options.Draws,
            () => (Resample: new DriverResample(deviations, rows.Weights), Shares: shares(), Performance: new double[p]),
            (work, picked, into) =>
            {
                if (!work.Resample.Draw(picked)) return false;
                work.Shares.Fill(work.Resample.Correlations, into[..count]);
                for (var j = 0; j < p; j++) work.Performance[j] = deviations.Means[j] + work.Resample.Shifts[j];
                ImportancePerformance.Place(DriverShares.Importance(into, work.Resample.Correlations.AsSpan(p * (p + 1), p), options.Importance), work.Performance, options, into[count..]);
                return true;
            },
            options.Threads);
        var analysis = DriverReading.Of(covariances, regression, lmg, distribution, options, fromRows: true);
        return analysis with { Map = ImportancePerformance.Of(analysis.Drivers, rows, distribution, count, options) };
    }

    /// <summary>Analyses covariances, e.g. from a cell's moments; intervals as in normal samples of the effective n.</summary>
    /// <param name="covariances">Of the outcome and all drivers.</param>
    /// <param name="outcome">The column to explain.</param>
    /// <param name="drivers">1 to 25 columns.</param>
    /// <param name="options">Null for the defaults; a weight is no part of it, since covariances have theirs.</param>
    /// <exception cref="DataRefused">Columns missing or determined by others, too few rows, or more than 25 drivers.</exception>
    public static DriverAnalysis Fit(Covariances covariances, string outcome, IReadOnlyList<string> drivers, DriverOptions? options = null)
    {
        options ??= new();
        if (options.Weight is not null) throw new DataRefused(DataFault.BadSpecification, "Covariances are weighted when they are made, not here.", options.Weight);
        var regression = LinearRegression.Fit(covariances, outcome, drivers, options.Confidence);
        var correlations = covariances.Correlations([.. drivers.Select(covariances.Place), covariances.Place(outcome)]);
        var lmg = Lmg.Of(covariances, outcome, drivers, options.Draws.For(1), options.Orders);
        var shares = DriverReading.Shares(correlations, lmg, options);
        var (count, resamples) = (DriverShares.Count(drivers.Count), DriverReading.Resamples(options));
        var (values, settled) = (new double[resamples * count], new bool[resamples]);
        Parallel.For(0, resamples, new ParallelOptions { MaxDegreeOfParallelism = options.Threads ?? Environment.ProcessorCount },
            () => (Wishart: new WishartDraw(correlations, covariances.EffectiveN - 1), Shares: shares()),
            (b, _, work) =>
            {
                if (settled[b] = work.Wishart.Draw(options.Draws.Of(b))) work.Shares.Fill(work.Wishart.Correlations, values.AsSpan(b * count, count));
                return work;
            },
            _ => { });
        return DriverReading.Of(covariances, regression, lmg, new(count, values, settled), options, fromRows: false);
    }
}
