namespace Regard.Statistics;

/// <summary>How many gave each answer of one slot: count, sum of weights and of squared weights by step 0, 1, ...</summary>
public sealed class Histogram
{
    readonly double[] counts, weights, squares;

    internal Histogram(double[] counts, double[] weights, double[] squares) =>
        (this.counts, this.weights, this.squares) = (counts, weights, squares);

    /// <summary>A histogram of plain counts, by step from the scale's lower end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static Histogram OfCounts(params IReadOnlyList<long> counts)
    {
        if (counts.Any(c => c < 0)) throw new ArgumentOutOfRangeException(nameof(counts), "A count is not negative.");
        var values = counts.Select(c => (double)c).ToArray();
        return new(values, values, values);
    }

    /// <summary>Highest step seen, plus one; 0 when nobody answered.</summary>
    public int Length => counts.Length;

    /// <summary>Respondents who gave this step; 0 beyond the highest step seen.</summary>
    public long Count(int step) => (long)At(counts, step);

    /// <summary>Sum of the weights of those who gave this step.</summary>
    public double Weight(int step) => At(weights, step);

    /// <summary>Sum of the squared weights of those who gave this step.</summary>
    public double SquaredWeight(int step) => At(squares, step);

    /// <summary>Respondents who answered.</summary>
    public long N => (long)counts.Sum();

    /// <summary>Kish's effective n, (sum w)^2 / sum w^2; 0 when nobody answered.</summary>
    public double EffectiveN => squares.Sum() is var s and > 0 ? weights.Sum() * weights.Sum() / s : 0;

    static double At(double[] values, int step) => (uint)step < (uint)values.Length ? values[step] : 0;
}
