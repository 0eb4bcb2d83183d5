using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Regard.Statistics;

/// <summary>How many there are in all, from two or three lists, under each pattern of dependence between lists that can be estimated.</summary>
/// <remarks>
/// Fienberg (1972), Biometrika 59, 591-603: Poisson log-linear models of the counts of those seen; the number not seen is exp of the
/// intercept, its variance e^u + e^2u Var(u) (Bishop, Fienberg and Holland 1975, section 6.4). Two lists allow independence only.
/// </remarks>
public sealed record ListModels
{
    const int MostSteps = 200;

    ListModels(IReadOnlyList<ListModel> models) => Models = models;

    /// <summary>From independence to all pairs.</summary>
    public IReadOnlyList<ListModel> Models { get; }

    /// <summary>Independence.</summary>
    public ListModel Independent => Models[0];

    /// <summary>The lowest of Akaike's criterion among those that determine a total; null when none does. Its interval does not count that it was chosen.</summary>
    public ListModel? Best => Models.Where(m => !m.Total.Withheld).MinBy(m => m.Aic);

    /// <summary>Fits all models.</summary>
    /// <param name="lists">Two or three; for each list one entry a person: true when on it. People on none are left out.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <exception cref="DataRefused">Not two or three lists, uneven ones, or an empty one.</exception>
    public static ListModels Fit(IReadOnlyList<IReadOnlyList<bool>> lists, double confidence = 0.95)
    {
        if (lists.Count is < 2 or > 3) throw new DataRefused(DataFault.BadSpecification, $"Two or three lists, not {lists.Count}.");
        if (lists.Any(l => l.Count != lists[0].Count)) throw new DataRefused(DataFault.BadSpecification, "Every list says of each person whether they are on it.");
        for (var l = 0; l < lists.Count; l++)
            if (!lists[l].Any(on => on)) throw new DataRefused(DataFault.Empty, $"List {l + 1} is empty.");
        var counts = new double[1 << lists.Count];
        for (var i = 0; i < lists[0].Count; i++)
        {
            var pattern = 0;
            for (var l = 0; l < lists.Count; l++) if (lists[l][i]) pattern |= 1 << l;
            counts[pattern]++;
        }
        (int, int)[] pairs = lists.Count == 2 ? [] : [(0, 1), (0, 2), (1, 2)];
        var models = from chosen in Enumerable.Range(0, 1 << pairs.Length)
                     orderby int.PopCount(chosen)
                     select Model(counts, lists.Count, [.. pairs.Where((_, at) => (chosen >> at & 1) == 1)], confidence);
        return new([.. models]);
    }

    static ListModel Model(double[] counts, int lists, (int First, int Second)[] pairs, double confidence)
    {
        static bool On(int pattern, int list) => (pattern >> list & 1) == 1;
        var size = 1 + lists + pairs.Length;
        var x = Matrix<double>.Build.Dense(counts.Length - 1, size, (row, j) => j == 0 ? 1
            : j <= lists ? On(row + 1, j - 1) ? 1 : 0
            : pairs[j - lists - 1] is var (a, b) && On(row + 1, a) && On(row + 1, b) ? 1 : 0);
        var n = Vector<double>.Build.Dense(counts[1..]);
        var seen = n.Sum();
        // Iteratively reweighted least squares, from the counts themselves.
        var mean = n.Map(c => c + 0.5);
        var (u, settled, information) = (Vector<double>.Build.Dense(size), false, Matrix<double>.Build.Dense(size, size));
        for (var step = 0; step < MostSteps && !settled; step++)
        {
            var weighted = x.MapIndexed((i, _, value) => value * mean[i]);
            information = x.TransposeThisAndMultiply(weighted);
            var next = information.Cholesky().Solve(weighted.TransposeThisAndMultiply(mean.PointwiseLog() + (n - mean).PointwiseDivide(mean)));
            // Away from 0 counts a coefficient may run off without end: then the counts determine no total.
            if (next.Any(c => !double.IsFinite(c) || Math.Abs(c) > 30)) break;
            settled = (next - u).AbsoluteMaximum() < 1e-12 * (1 + next.AbsoluteMaximum());
            (u, mean) = (next, (x * next).PointwiseExp());
        }
        double deviance = 0, likelihood = 0;
        for (var i = 0; i < n.Count; i++)
        {
            deviance += 2 * ((n[i] > 0 ? n[i] * Math.Log(n[i] / mean[i]) : 0) - n[i] + mean[i]);
            likelihood += n[i] * Math.Log(mean[i]) - mean[i] - SpecialFunctions.FactorialLn((int)n[i]);
        }
        var unseen = Math.Exp(u[0]);
        var total = settled && information.Inverse()[0, 0] is var v && double.IsFinite(v)
            ? CaptureRecapture.LogNormal(seen, unseen, Math.Sqrt(unseen + unseen * unseen * v), confidence)
            : Estimate.Withhold(Withholding.TooFew, (long)seen);
        return new(pairs, total, Math.Max(0, deviance), 2 * size - 2 * likelihood);
    }
}
