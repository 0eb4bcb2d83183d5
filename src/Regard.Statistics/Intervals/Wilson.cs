namespace Regard.Statistics;

/// <summary>Wilson's score interval for a share. Stays within 0 to 1, honest for small n and for shares at 0 or 1.</summary>
/// <remarks>Wilson (1927), JASA 22, 209-212; with weights n is replaced by the effective n of the share (Korn and Graubard 1998, Survey Methodology 24, 193-201).</remarks>
public static class Wilson
{
    /// <summary>Share of counted respondents.</summary>
    /// <param name="count">0 to <paramref name="n"/>.</param>
    /// <param name="n">Respondents; 0 is answered with Unmeasured.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    public static Estimate Share(long count, long n, double confidence = 0.95)
    {
        if (count < 0 || count > n) throw new ArgumentOutOfRangeException(nameof(count), count, "A count lies between 0 and n.");
        if (n == 0) return Estimate.Withhold(Withholding.Unmeasured, 0);
        var share = (double)count / n;
        return Share(share, Math.Sqrt(share * (1 - share) / n), n, n, confidence);
    }

    /// <summary>Share of those whose answer is among the given steps.</summary>
    /// <param name="answers">The slot's histogram.</param>
    /// <param name="counts">True for the steps that count.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    public static Estimate Share(Histogram answers, Func<int, bool> counts, double confidence = 0.95)
    {
        if (answers.N == 0) return Estimate.Withhold(Withholding.Unmeasured, 0);
        var (share, variance) = answers.Average(step => counts(step) ? 1 : 0);
        return Share(Math.Clamp(share, 0, 1), Math.Sqrt(variance), answers.N, answers.EffectiveN, confidence);
    }

    /// <summary>Share in the best k answers of the scale (the lowest when it is reversed).</summary>
    /// <param name="answers">The slot's histogram.</param>
    /// <param name="scale">The slot's scale.</param>
    /// <param name="boxes">k, 1 to the scale's steps.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    public static Estimate TopBox(Histogram answers, Scale scale, int boxes, double confidence = 0.95) =>
        Box(answers, scale, boxes, high: !scale.Reversed, confidence);

    /// <summary>Share in the worst k answers of the scale (the highest when it is reversed).</summary>
    /// <param name="answers">The slot's histogram.</param>
    /// <param name="scale">The slot's scale.</param>
    /// <param name="boxes">k, 1 to the scale's steps.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    public static Estimate BottomBox(Histogram answers, Scale scale, int boxes, double confidence = 0.95) =>
        Box(answers, scale, boxes, high: scale.Reversed, confidence);

    static Estimate Box(Histogram answers, Scale scale, int boxes, bool high, double confidence)
    {
        var steps = scale.Steps;
        if (boxes < 1 || boxes > steps) throw new ArgumentOutOfRangeException(nameof(boxes), boxes, $"Between 1 and {steps} boxes.");
        return Share(answers, step => high ? step > steps - boxes : step < boxes, confidence);
    }

    internal static Estimate Share(double share, double standardError, long n, double kish, double confidence)
    {
        // The effective n that this share's own variance implies; Kish's where there is no variance to tell.
        var effective = standardError > 0 ? Math.Min(n, share * (1 - share) / (standardError * standardError)) : kish;
        var z = Quantile.Normal(0.5 + confidence / 2);
        var square = z * z / effective;
        var centre = (share + square / 2) / (1 + square);
        var half = z / (1 + square) * Math.Sqrt(share * (1 - share) / effective + square / (4 * effective));
        return Estimate.Between(share, standardError, Math.Clamp(centre - half, 0, share), Math.Clamp(centre + half, share, 1), n, kish, confidence);
    }
}
