namespace Regard.Statistics;

/// <summary>Covariances of items with their means: all that a path model is estimated from, whether they come from rows, from cells, or from a publication.</summary>
public sealed class CovarianceMatrix
{
    readonly double[] values;

    internal CovarianceMatrix(IReadOnlyList<string> names, double[] values, SlotMeans? means, long n, double effectiveN) =>
        (Names, this.values, Means, N, EffectiveN, Scales) = (names, values, means, n, effectiveN, new Scale?[names.Count]);

    /// <summary>The items.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Respondents behind the covariances; of pairwise ones: behind the thinnest.</summary>
    public long N { get; }

    /// <summary>Kish's effective n, (sum w)^2 / sum w^2.</summary>
    public double EffectiveN { get; }

    /// <summary>What became of missing answers; null when none was missing.</summary>
    public MissingAnswers? Missing { get; internal init; }

    /// <summary>Rows left out because answers were missing, or their weight was 0.</summary>
    public long LeftOut { get; internal init; }

    /// <summary>The answer scale of each item; null where unknown.</summary>
    public IReadOnlyList<Scale?> Scales { get; internal init; }

    /// <summary>Means of the answers with the covariance of the means; null when only covariances were given.</summary>
    public SlotMeans? Means { get; }

    /// <summary>Sample covariance of two items in the unit of the answers. Divisor n - 1; with weights sum w, times n / (n - 1).</summary>
    public double Covariance(int j, int k) => values[j * Names.Count + k];

    /// <summary>Correlation of two items, -1 to 1 (pairwise ones may exceed 1).</summary>
    public double Correlation(int j, int k) => j == k ? 1 : Covariance(j, k) / Math.Sqrt(Covariance(j, j) * Covariance(k, k));

    /// <summary>A matrix that is known, e.g. published.</summary>
    /// <param name="names">One a row.</param>
    /// <param name="covariances">Symmetric, covariances or correlations.</param>
    /// <param name="n">Respondents.</param>
    /// <exception cref="DataRefused">It is no covariance matrix.</exception>
    public static CovarianceMatrix Of(IReadOnlyList<string> names, double[,] covariances, long n)
    {
        var p = names.Count;
        if (covariances.GetLength(0) != p || covariances.GetLength(1) != p) throw new DataRefused(DataFault.BadSpecification, $"{p} items need {p} rows and columns of covariances.");
        if (n < 2) throw new DataRefused(DataFault.TooFewRows, $"{n} respondents are too few.");
        var values = new double[p * p];
        for (var j = 0; j < p; j++)
        {
            if (!(covariances[j, j] > 0)) throw new DataRefused(DataFault.Constant, $"{names[j]} has no variance.", names[j]);
            for (var k = 0; k < p; k++)
            {
                var value = covariances[j, k];
                var most = Math.Sqrt(covariances[j, j] * covariances[k, k]) * (1 + 1e-9);
                if (!(Math.Abs(value) <= most) || Math.Abs(value - covariances[k, j]) > 1e-9 * most) throw new DataRefused(DataFault.OutOfRange, $"The covariance of {names[j]} and {names[k]} cannot be.", names[j], names[k]);
                values[j * p + k] = value;
            }
        }
        return new(names, values, null, n, n);
    }

    /// <summary>Covariances of rows.</summary>
    /// <param name="answers">Every column is an item.</param>
    /// <param name="weights">One a row, at least 0; null for 1 each.</param>
    /// <param name="missing">What becomes of missing answers.</param>
    /// <exception cref="DataRefused">No row is left, an item is constant or unanswered, or a weight cannot be.</exception>
    public static CovarianceMatrix Of(Observations answers, IReadOnlyList<double>? weights = null, MissingAnswers missing = MissingAnswers.Casewise)
    {
        var rows = AnswerRows.Of(answers, weights, missing);
        return CovarianceBuilder.Of(rows, missing, answers.Rows);
    }

    /// <summary>Covariances of a cell. Casewise deletion needs rows; a cell with missing answers offers the other two ways.</summary>
    /// <param name="moments">The cell.</param>
    /// <param name="slots">The name of each slot.</param>
    /// <param name="scales">The answer scale of each slot.</param>
    /// <param name="missing">What becomes of missing answers.</param>
    /// <param name="items">The slots to take; null for all.</param>
    /// <exception cref="DataRefused">A slot is unknown, constant or unanswered, or answers are missing and casewise deletion is asked for.</exception>
    public static CovarianceMatrix Of(Moments moments, IReadOnlyList<string> slots, IReadOnlyList<Scale> scales, MissingAnswers missing = MissingAnswers.Pairwise, IReadOnlyList<string>? items = null) =>
        CovarianceBuilder.Of(new CellItems(moments.Slots, slots, scales, items), moments, missing);

    /// <summary>Some of the items, in the order named.</summary>
    /// <exception cref="DataRefused">There is no such item.</exception>
    public CovarianceMatrix Select(IReadOnlyList<string> items)
    {
        if (items.SequenceEqual(Names)) return this;
        var at = items.Select(i => Names.ToList().IndexOf(i) is >= 0 and var j ? j : throw new DataRefused(DataFault.NoColumn, $"There is no column {i}.", i)).ToArray();
        var chosen = new double[at.Length * at.Length];
        for (var j = 0; j < at.Length; j++)
            for (var k = 0; k < at.Length; k++)
                chosen[j * at.Length + k] = Covariance(at[j], at[k]);
        return new(items, chosen, Means?.Select(at), N, EffectiveN) { Missing = Missing, LeftOut = LeftOut, Scales = [.. at.Select(j => Scales[j])] };
    }
}
