namespace Regard.Statistics;

/// <summary>
/// y = level + slope (x - centre) + a true deviation of variance Between + an error of known variance; by weighted least squares.
/// Without x: the mean of a random-effects model.
/// </summary>
/// <remarks>Between by Paule and Mandel (1982), J. Res. Natl. Bur. Stand. 87, 377-385; with a covariate, DerSimonian and Kacker (2007), Contemp. Clin. Trials 28, 105-114.</remarks>
sealed record RandomEffectsLine
{
    public double Level { get; private init; }
    public double Slope { get; private init; }
    public double Centre { get; private init; }
    public double Between { get; private init; }
    public double Freedom { get; private init; }
    double Weight { get; init; }
    double Spread { get; init; }
    double Misfit { get; init; }

    public double At(double x) => Level + Slope * (x - Centre);

    /// <summary>Variance of the line itself at x, without the deviation of a unit from it.</summary>
    public double VarianceAt(double x) => 1 / Weight + (Spread > 0 ? (x - Centre) * (x - Centre) / Spread : 0);

    /// <param name="y">Two values or more, one more than there are coefficients.</param>
    /// <param name="variance">Error variances, at least 0; together over 0 unless y itself varies.</param>
    /// <param name="x">Null for a mean only; a constant x is one too.</param>
    public static RandomEffectsLine Fit(IReadOnlyList<double> y, IReadOnlyList<double> variance, IReadOnlyList<double>? x = null)
    {
        // A tiny share of the total spread keeps weights finite where both variances are 0.
        var floor = 1e-12 * (Variance(y) + variance.Average()) + double.Epsilon * 1e20;
        double[] outcomes = [.. y], errors = [.. variance], weights = new double[y.Count];
        double[]? places = x is null ? null : [.. x];
        RandomEffectsLine With(double between) => Solve(outcomes, errors, places, between, floor, weights);
        var none = With(0);
        if (none.Misfit <= none.Freedom) return none;
        double low = 0, high = Math.Max(Variance(y), floor) * y.Count;
        for (var step = 0; step < 60; step++)
        {
            var middle = (low + high) / 2;
            if (With(middle) is var trial && trial.Misfit > trial.Freedom) low = middle; else high = middle;
        }
        return With((low + high) / 2);
    }

    static RandomEffectsLine Solve(double[] y, double[] variance, double[]? x, double between, double floor, double[] w)
    {
        double total = 0, level = 0, centre = 0, spread = 0, joint = 0, misfit = 0;
        for (var i = 0; i < w.Length; i++)
        {
            w[i] = 1 / (variance[i] + between + floor);
            total += w[i];
            level += w[i] * y[i];
            if (x is not null) centre += w[i] * x[i];
        }
        (level, centre) = (level / total, centre / total);
        for (var i = 0; x is not null && i < w.Length; i++)
        {
            spread += w[i] * (x[i] - centre) * (x[i] - centre);
            joint += w[i] * (x[i] - centre) * (y[i] - level);
        }
        var sloped = spread > 1e-9 * total * (1e-6 + centre * centre);
        var slope = sloped ? joint / spread : 0;
        for (var i = 0; i < w.Length; i++)
        {
            var off = y[i] - level - (x is null ? 0 : slope * (x[i] - centre));
            misfit += w[i] * off * off;
        }
        return new()
        {
            Level = level, Centre = centre, Between = between, Weight = total, Slope = slope, Spread = sloped ? spread : 0, Freedom = w.Length - (sloped ? 2 : 1), Misfit = misfit,
        };
    }

    static double Variance(IReadOnlyList<double> y)
    {
        var mean = y.Average();
        return y.Sum(v => (v - mean) * (v - mean)) / y.Count;
    }
}
