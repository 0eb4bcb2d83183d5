namespace Regard.Statistics;

/// <summary>The solved equations of a regression.</summary>
sealed record LeastSquares
{
    public required string Outcome { get; init; }
    public required IReadOnlyList<string> Predictors { get; init; }
    public required double[] Betas { get; init; }
    public required double[] Slopes { get; init; }
    public required double Constant { get; init; }
    public required double[] Means { get; init; }
    public required double[] Deviations { get; init; }

    /// <summary>Inverse of the predictors' correlations, row major.</summary>
    public required double[] Inverse { get; init; }

    public required double R2 { get; init; }
    public required double OutcomeVariance { get; init; }

    /// <summary>True when errors count rows, false when the effective n.</summary>
    public bool FromRows { get; init; }

    public static void Enough(double n, IReadOnlyList<string> predictors)
    {
        if (predictors.Count == 0) throw new DataRefused(DataFault.BadSpecification, "Name at least one driver.");
        if (n < predictors.Count + 2)
            throw new DataRefused(DataFault.TooFewRows, $"{n:0.#} complete rows are too few for {predictors.Count} drivers ({string.Join(", ", predictors)}): at least {predictors.Count + 2} are needed.", predictors);
    }

    public static LeastSquares Solve(Covariances c, string outcome, IReadOnlyList<string> predictors)
    {
        var (y, x) = (c.Place(outcome), predictors.Select(c.Place).ToArray());
        if (predictors.Contains(outcome)) throw new DataRefused(DataFault.TwiceNamed, $"{outcome} cannot explain itself.", outcome);
        if (predictors.GroupBy(p => p).FirstOrDefault(g => g.Count() > 1) is { } twice) throw new DataRefused(DataFault.TwiceNamed, $"The driver {twice.Key} is named twice.", twice.Key);
        var factor = CorrelationFactor.Of(c.Correlations(x), predictors);
        var with = x.Select(j => c.Correlation(j, y)).ToArray();
        var betas = factor.Solve(with);
        var r2 = betas.Zip(with, (b, r) => b * r).Sum();
        if (r2 > 1 + 1e-10) throw new DataRefused(DataFault.Collinear, $"The correlations of {outcome} with its drivers contradict one another: different respondents answered them. Use complete rows.", outcome);
        var slopes = betas.Select((b, j) => b * c.Deviation(y) / c.Deviation(x[j])).ToArray();
        return new()
        {
            Outcome = outcome, Predictors = predictors, Betas = betas, Slopes = slopes, R2 = Math.Clamp(r2, 0, 1),
            Constant = c.Mean(y) - slopes.Select((b, j) => b * c.Mean(x[j])).Sum(),
            Means = [.. x.Select(c.Mean)], Deviations = [.. x.Select(c.Deviation)], Inverse = factor.Inverse(), OutcomeVariance = c[y, y],
        };
    }

    /// <summary>Covariance of constant and slopes under equal residual variance.</summary>
    public double[,] Classical(double n)
    {
        var p = Predictors.Count;
        var variance = (1 - R2) * OutcomeVariance * (n - 1) / Math.Max(1, n - p - 1);
        var centred = new double[p + 1, p + 1];
        centred[0, 0] = variance / n;
        for (var a = 0; a < p; a++)
            for (var b = 0; b < p; b++) centred[a + 1, b + 1] = variance * Inverse[a * p + b] / (Deviations[a] * Deviations[b] * (n - 1));
        return Uncentred(centred);
    }

    /// <summary>From the covariance of (mean outcome, slopes) to that of (constant, slopes).</summary>
    public double[,] Uncentred(double[,] centred)
    {
        var p = Predictors.Count;
        var result = (double[,])centred.Clone();
        for (var a = 0; a < p; a++)
        {
            for (var b = 0; b < p; b++) result[0, a + 1] -= Means[b] * centred[b + 1, a + 1];
            result[a + 1, 0] = result[0, a + 1];
        }
        for (var a = 0; a < p; a++) result[0, 0] -= Means[a] * (centred[0, a + 1] + result[0, a + 1]);
        return result;
    }
}
