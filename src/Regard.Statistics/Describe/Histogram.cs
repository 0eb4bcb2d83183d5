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

    /// <summary>Mean answer with Student's interval: a score, or customer effort (CES) when the scale is reversed.</summary>
    /// <param name="reading">How a step is read, e.g. <c>new Scale(1, 7, Reversed: true).Score</c>.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    public Estimate Mean(Reading reading, double confidence = 0.95)
    {
        if (N == 0) return Estimate.Withhold(Withholding.Unmeasured, 0);
        if (EffectiveN < 2 - 1e-9) return Estimate.Withhold(Withholding.TooFew, N, EffectiveN);
        var (mean, variance) = Average(step => reading.Of(step));
        return Estimate.Of(mean, Math.Sqrt(variance * N / (N - 1)), Math.Max(1, EffectiveN - 1), N, EffectiveN, confidence);
    }

    /// <summary>Weighted mean of a value by step, and its linearised variance without the n / (n - 1) factor.</summary>
    internal (double Mean, double Variance) Average(Func<int, double> value)
    {
        var total = weights.Sum();
        var mean = weights.Select((w, step) => w * value(step)).Sum() / total;
        // One answer only: exactly no variance, whatever rounding says.
        if (counts.Count(c => c > 0) == 1) return (mean, 0);
        return (mean, squares.Select((s, step) => s * (value(step) - mean) * (value(step) - mean)).Sum() / (total * total));
    }

    static double At(double[] values, int step) => (uint)step < (uint)values.Length ? values[step] : 0;
}
