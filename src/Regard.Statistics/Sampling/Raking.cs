namespace Regard.Statistics;

/// <summary>Weights that bring a sample to the known margins of its population.</summary>
/// <remarks>
/// Iterative proportional fitting: Deming and Stephan (1940), Annals of Mathematical Statistics 11, 427-444. With a bound on the weights, the
/// truncated exponential distance: w = min(bound, base x product of factors), each factor solved exactly (Deville and Sarndal
/// 1992, JASA 87, 376-382, case 7 without its lower bound), so that the result does not depend on when weights are cut.
/// </remarks>
public sealed class Raking
{
    readonly RakedSample sample;

    Raking(RakedSample sample) => this.sample = sample;

    /// <summary>One a row, over 0 (0 where a target is). Sums to the population when the margins count people, else to the weights that came in.</summary>
    public required IReadOnlyList<double> Weights { get; init; }

    /// <summary>Passes over all margins.</summary>
    public int Iterations { get; private init; }

    /// <summary>False when the margins could not be met: they contradict each other, or the bound on the weights forbids it.</summary>
    public bool Converged { get; private init; }

    /// <summary>Variance of a mean relative to that under equal weights, n sum w^2 / (sum w)^2; at least 1.</summary>
    /// <remarks>Kish (1965), Survey Sampling, 11.7.</remarks>
    public double DesignEffect => Weights.Count / EffectiveN;

    /// <summary>Kish's effective n, (sum w)^2 / sum w^2.</summary>
    public double EffectiveN => Weights.Sum() is var w ? w * w / Weights.Sum(x => x * x) : 0;

    /// <summary>Rows whose weight was held at the bound.</summary>
    public long Trimmed { get; private init; }

    /// <summary>Combinations of categories that occur, in the order of the margins' categories.</summary>
    public required IReadOnlyList<RakedCell> Cells { get; init; }

    /// <summary>Each category of each margin.</summary>
    public required IReadOnlyList<RakedMargin> Margins { get; init; }

    /// <summary>Weights the rows.</summary>
    /// <param name="margins">At least one; each variable once.</param>
    /// <param name="labels">One column a margin, a category a row.</param>
    /// <param name="options">Bound and tolerance; null for the usual ones.</param>
    /// <param name="weights">Weights that came in (of the design), over 0; null for 1.</param>
    /// <exception cref="DataRefused">
    /// A row has no category or one that the margin does not know, a category with a target has no row, weights are not over 0, or
    /// two margins count different populations.
    /// </exception>
    public static Raking Fit(IReadOnlyList<RakingMargin> margins, IReadOnlyList<IReadOnlyList<string>> labels, RakingOptions? options = null, IReadOnlyList<double>? weights = null)
    {
        options ??= new();
        if (options.Trim is { } bound && !(bound > 1)) throw new DataRefused(DataFault.BadSpecification, $"Weights cannot be held under {bound} times their mean: the bound is over 1.");
        var sample = RakedSample.Of(margins, labels, weights);
        var most = options.Trim * sample.Total / sample.Rows ?? double.PositiveInfinity;
        var (iterations, misfit) = (0, double.PositiveInfinity);
        while (misfit > options.Tolerance && iterations < options.MostIterations)
        {
            for (var m = 0; m < margins.Count; m++) sample.Scale(m, most);
            (misfit, iterations) = (sample.Misfit(most), iterations + 1);
        }
        var raked = sample.Weights(most);
        return new(sample)
        {
            Weights = raked, Iterations = iterations, Converged = misfit <= Math.Max(options.Tolerance, 1e-9),
            Trimmed = raked.LongCount(w => w >= most), Cells = sample.Cells(raked), Margins = sample.Margins(raked),
        };
    }

    /// <summary>Weighted mean of a variable, with the error that is left once the margins are known.</summary>
    /// <param name="values">One a row; null is missing.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <remarks>
    /// The linearised value is replaced by its residual on the margins: Deville, Sarndal and Sautory (1993), JASA 88, 1013-1020; factor
    /// n / (n - 1). Weights taken as fixed (<see cref="DesignMeans"/>) give a larger error.
    /// </remarks>
    public Estimate Mean(IReadOnlyList<double?> values, double confidence = 0.95) => sample.Mean(values, Weights, confidence);
}
