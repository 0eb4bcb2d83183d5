namespace Regard.Statistics;

/// <summary>The numbers of a path model without each unit (or group of units) in turn.</summary>
/// <remarks>Quenouille (1956); Tukey (1958). Beyond 1,000 units they are left out in 1,000 groups.</remarks>
public sealed class PathJackknife
{
    const int MostGroups = 1000;

    readonly double[][] values;

    PathJackknife(double[][] values) => this.values = values;

    /// <summary>Groups that could be left out.</summary>
    public int Groups => values.Length;

    /// <summary>Leaves out each row in turn.</summary>
    /// <param name="model">What acts on what.</param>
    /// <param name="answers">Holds every item of the model.</param>
    /// <param name="options">How to estimate.</param>
    /// <exception cref="DataRefused">As <see cref="Pls.Fit(PathModel, Observations, PathOptions, IReadOnlyList{double}, MissingAnswers)"/>.</exception>
    public static PathJackknife Of(PathModel model, Observations answers, PathOptions? options = null) =>
        Of(Pls.Fit(model, answers, options), PathBootstrap.Source(model, answers, null, MissingAnswers.Casewise, Draws.Seeded(0), int.MaxValue));

    internal static PathJackknife Of(PathFit fit, SumSource source)
    {
        var groups = Math.Min(source.Units, MostGroups);
        var values = new double[groups][];
        Parallel.For(0, groups, () => new PathResampler(fit, source), (g, _, work) =>
        {
            var statistics = new double[new PathStatistics(fit.Plan).Count];
            if (work.Without((int)((long)source.Units * g / groups), (int)((long)source.Units * (g + 1) / groups), statistics)) values[g] = statistics;
            return work;
        }, _ => { });
        return new([.. values.Where(v => v is not null)]);
    }

    /// <summary>Standard error of a path by its number in the model: root of (g - 1) / g times the sum of squares; null under two groups.</summary>
    public double? PathError(int path) => StandardError(path);

    /// <summary>The path without each group.</summary>
    public IReadOnlyList<double> Path(int path) => Values(path);

    internal IReadOnlyList<double> Values(int statistic) => [.. values.Select(v => v[statistic])];

    double? StandardError(int statistic)
    {
        if (values.Length < 2) return null;
        var mean = values.Average(v => v[statistic]);
        return Math.Sqrt((values.Length - 1.0) / values.Length * values.Sum(v => (v[statistic] - mean) * (v[statistic] - mean)));
    }
}
