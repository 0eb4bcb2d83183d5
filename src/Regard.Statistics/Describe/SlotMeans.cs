namespace Regard.Statistics;

/// <summary>
/// Ratio means of all slots with their joint covariance; what a screen shows of a cell (scores, indices, gaps, ratios) is
/// a function of them.
/// </summary>
/// <remarks>
/// Mean_j = sum w x / sum w over those who answered j. Covariance by Taylor linearisation with z_ij = w_i r_ij (x_ij - mean_j) / W_j
/// (Woodruff 1971; Binder 1983, Int. Stat. Rev. 51, 279-292), so missing answers and weights need no rows. The factor
/// n / (n - 1) takes each slot's own n: without weights a single slot gives exactly Student's one-sample interval.
/// </remarks>
public sealed class SlotMeans
{
    readonly double[] means, effectiveN, freedom;
    readonly double[,] covariance;
    readonly long[] n;

    internal SlotMeans(double[] means, double[,] covariance, long[] n, double[] effectiveN, double[] freedom) =>
        (this.means, this.covariance, this.n, this.effectiveN, this.freedom) = (means, covariance, n, effectiveN, freedom);

    /// <summary>Means of the stored steps.</summary>
    public static SlotMeans Of(Moments moments) => Of(moments, [.. Enumerable.Repeat(new Reading(0, 1), moments.Slots)]);

    /// <summary>Means on the 0 to 100 score scale, higher is better.</summary>
    /// <param name="moments">The cell.</param>
    /// <param name="scales">One a slot.</param>
    public static SlotMeans Scores(Moments moments, IReadOnlyList<Scale> scales) => Of(moments, [.. scales.Select(s => s.Score)]);

    /// <summary>Means with each slot read in its own way: score, answer, or anything linear.</summary>
    /// <param name="moments">The cell.</param>
    /// <param name="readings">One a slot.</param>
    /// <exception cref="ArgumentException">There is not one reading a slot.</exception>
    public static SlotMeans Of(Moments moments, IReadOnlyList<Reading> readings)
    {
        var slots = moments.Slots;
        if (readings.Count != slots) throw new ArgumentException($"{slots} slots need {slots} readings, not {readings.Count}.", nameof(readings));
        var n = new long[slots];
        var (steps, means, effective, factor) = (new double[slots], new double[slots], new double[slots], new double[slots]);
        for (var j = 0; j < slots; j++)
        {
            n[j] = moments.N(j);
            if (n[j] == 0) continue;
            var w = moments.First.Weight(j, j);
            steps[j] = moments.First.Sum(j, j) / w;
            means[j] = readings[j].Of(steps[j]);
            effective[j] = w * w / moments.Second.Weight(j, j);
            // A slot without spread has a variance of exactly 0, whatever rounding says.
            factor[j] = n[j] > 1 && moments.Spread(j) ? readings[j].Factor * Math.Sqrt(n[j] / (n[j] - 1.0)) / w : 0;
        }
        var covariance = new double[slots, slots];
        for (var j = 0; j < slots; j++)
            for (var k = j; k < slots; k++)
                covariance[j, k] = covariance[k, j] = factor[j] * factor[k] * Centred(moments.Second, j, k, steps[j], steps[k]);
        return new(means, covariance, n, effective, [.. effective.Select(e => e - 1)]);
    }

    /// <summary>Number of slots.</summary>
    public int Slots => means.Length;

    /// <summary>Respondents who answered a slot.</summary>
    public long N(int slot) => n[slot];

    /// <summary>Kish's effective n of a slot, (sum w)^2 / sum w^2.</summary>
    public double EffectiveN(int slot) => effectiveN[slot];

    /// <summary>Covariance of two means (not of two answers), in the product of their units; 0 where a slot has under two answers.</summary>
    public double Covariance(int j, int k) => covariance[j, k];

    /// <summary>Some of the slots, in the order given.</summary>
    internal SlotMeans Select(int[] slots)
    {
        var some = new double[slots.Length, slots.Length];
        for (var j = 0; j < slots.Length; j++)
            for (var k = 0; k < slots.Length; k++) some[j, k] = covariance[slots[j], slots[k]];
        return new([.. slots.Select(j => means[j])], some, [.. slots.Select(j => n[j])], [.. slots.Select(j => effectiveN[j])], [.. slots.Select(j => freedom[j])]);
    }

    /// <summary>The mean itself, without error; 0 when nobody answered.</summary>
    internal double Value(int slot) => means[slot];

    /// <summary>The mean of one slot.</summary>
    public Estimate Mean(int slot, double confidence = 0.95) => MeanOf([slot], confidence);

    /// <summary>The plain mean of several slots' means, e.g. the perceived level over its items.</summary>
    public Estimate MeanOf(IReadOnlyList<int> slots, double confidence = 0.95) => Linear(Average(slots), confidence);

    /// <summary>Mean of one set of slots less that of another, e.g. perceived less expected; their covariance counts.</summary>
    public Estimate Difference(IReadOnlyList<int> slots, IReadOnlyList<int> from, double confidence = 0.95)
    {
        var (left, right) = (Average(slots), Average(from));
        return Linear([.. left.Zip(right, (l, r) => l - r)], confidence, Involved(left, right));
    }

    /// <summary>Mean of one set of slots over that of another, e.g. perceived over expected; 1 means equal.</summary>
    public Estimate RatioOf(IReadOnlyList<int> slots, IReadOnlyList<int> over, double confidence = 0.95) =>
        Ratio(Average(slots), Average(over), confidence);

    /// <summary>Sum of coefficient x mean: a score, a mean of items, a weighted index, a difference.</summary>
    /// <param name="coefficients">One a slot; 0 leaves the slot out.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <exception cref="ArgumentException">There is not one finite coefficient a slot, or none differs from 0.</exception>
    public Estimate Linear(IReadOnlyList<double> coefficients, double confidence = 0.95) =>
        Linear(coefficients, confidence, Involved(coefficients));

    /// <summary>Ratio of two combinations of means, with the linearised (delta-method) error.</summary>
    /// <param name="numerator">One coefficient a slot.</param>
    /// <param name="denominator">One coefficient a slot.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <returns>Withheld when the denominator's own interval reaches 0 or below.</returns>
    /// <exception cref="ArgumentException">There is not one finite coefficient a slot, or none differs from 0.</exception>
    public Estimate Ratio(IReadOnlyList<double> numerator, IReadOnlyList<double> denominator, double confidence = 0.95)
    {
        var below = Linear(denominator, confidence);
        var involved = Involved(numerator, denominator);
        var above = Linear(numerator, confidence, involved);
        if (above.Withheld) return above;
        if (below.Withheld) return below;
        if (below.Lower <= 0) return Estimate.Withhold(Withholding.DenominatorNearZero, above.N, above.EffectiveN);
        var ratio = above.Value.Value / below.Value.Value;
        return Given(ratio, [.. numerator.Zip(denominator, (a, b) => (a - ratio * b) / below.Value.Value)], confidence, involved);
    }

    /// <summary>Any smooth function of the means, with its delta-method error.</summary>
    /// <param name="involved">The slots that the function reads.</param>
    /// <param name="function">Takes all means, answers the value and its gradient, one entry a slot.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <remarks>Means of slots without answers are handed over as 0; naming such a slot withholds the result before the call.</remarks>
    public Estimate Smooth(
        IReadOnlyList<int> involved, Func<IReadOnlyList<double>, (double Value, IReadOnlyList<double> Gradient)> function, double confidence = 0.95)
    {
        if (Unfit(involved) is { } reason) return reason;
        var (value, gradient) = function(means);
        return Given(value, gradient, confidence, involved);
    }

    Estimate Linear(IReadOnlyList<double> coefficients, double confidence, IReadOnlyList<int> involved)
    {
        if (coefficients.Count != Slots || coefficients.Any(c => !double.IsFinite(c))) throw new ArgumentException($"One finite coefficient for each of {Slots} slots.", nameof(coefficients));
        if (involved.Count == 0) throw new ArgumentException("At least one coefficient differs from 0.", nameof(coefficients));
        if (Unfit(involved) is { } reason) return reason;
        var value = 0.0;
        foreach (var j in involved) value += coefficients[j] * means[j];
        return Given(value, coefficients, confidence, involved);
    }

    Estimate Given(double value, IReadOnlyList<double> gradient, double confidence, IReadOnlyList<int> involved)
    {
        var variance = 0.0;
        foreach (var j in involved)
            foreach (var k in involved)
                variance += gradient[j] * gradient[k] * covariance[j, k];
        return Estimate.Of(
            value, Math.Sqrt(Math.Max(0, variance)), Math.Max(1, involved.Min(j => freedom[j])), involved.Min(j => n[j]), involved.Min(j => effectiveN[j]), confidence);
    }

    // A combination is as well founded as its thinnest part.
    Estimate? Unfit(IReadOnlyList<int> involved)
    {
        var (fewest, effective) = (involved.Min(j => n[j]), involved.Min(j => effectiveN[j]));
        if (fewest == 0) return Estimate.Withhold(Withholding.Unmeasured, 0);
        return fewest < 2 || involved.Any(j => freedom[j] < 1 - 1e-9) ? Estimate.Withhold(Withholding.TooFew, fewest, effective) : null;
    }

    double[] Average(IReadOnlyList<int> slots)
    {
        var coefficients = new double[Slots];
        foreach (var j in slots) coefficients[j] += 1.0 / slots.Count;
        return coefficients;
    }

    List<int> Involved(params IReadOnlyList<IReadOnlyList<double>> coefficients) =>
        [.. Enumerable.Range(0, Slots).Where(j => coefficients.Any(c => c[j] != 0))];

    // Sum of w^2 (x_j - mean_j)(x_k - mean_k) over the rows that answered both.
    static double Centred(MomentLayer squared, int j, int k, double mj, double mk) =>
        squared.Cross(j, k) - mj * squared.Sum(k, j) - mk * squared.Sum(j, k) + mj * mk * squared.Weight(j, k);
}
