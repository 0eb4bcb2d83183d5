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
        RandomEffectsLine With(double between) => Solve(y, variance, x, between, floor);
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

    static RandomEffectsLine Solve(IReadOnlyList<double> y, IReadOnlyList<double> variance, IReadOnlyList<double>? x, double between, double floor)
    {
        var w = variance.Select(v => 1 / (v + between + floor)).ToArray();
        var total = w.Sum();
        var level = Dot(w, y) / total;
        var centre = x is null ? 0 : Dot(w, x) / total;
        double spread = 0, joint = 0;
        for (var i = 0; x is not null && i < w.Length; i++)
        {
            spread += w[i] * (x[i] - centre) * (x[i] - centre);
            joint += w[i] * (x[i] - centre) * (y[i] - level);
        }
        var sloped = spread > 1e-9 * total * (1e-6 + centre * centre);
        var line = new RandomEffectsLine
        {
            Level = level, Centre = centre, Between = between, Weight = total,
            Slope = sloped ? joint / spread : 0, Spread = sloped ? spread : 0, Freedom = w.Length - (sloped ? 2 : 1),
        };
        return line with { Misfit = w.Select((wi, i) => wi * Math.Pow(y[i] - (x is null ? level : line.At(x[i])), 2)).Sum() };
    }

    static double Dot(IReadOnlyList<double> a, IReadOnlyList<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Count; i++) sum += a[i] * b[i];
        return sum;
    }

    static double Variance(IReadOnlyList<double> y)
    {
        var mean = y.Average();
        return y.Sum(v => (v - mean) * (v - mean)) / y.Count;
    }
}
