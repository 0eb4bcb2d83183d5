namespace Regard.Statistics;

/// <summary>What a care action did, by a group drawn by lot that was left without it. The draw makes the groups comparable; no guard is needed.</summary>
public sealed record HeldOutGroup
{
    /// <summary>Fewest people in each group.</summary>
    public const int FewestPeople = 10;

    /// <summary>What may be said.</summary>
    public Verdict Verdict { get; private init; } = Verdict.NotTestable;

    /// <summary>TooFewUnits when a group has under 10 people; None otherwise.</summary>
    public EffectRefusal Refusal { get; private init; }

    /// <summary>Treated less held-out; null when not testable.</summary>
    public Estimate? Effect { get; private init; }

    /// <summary>Two-sided; null when not testable or without any spread.</summary>
    public double? PValue { get; private init; }

    /// <summary>Effect that would be found four times out of five (power 0.8); null when not testable.</summary>
    public double? SmallestDetectable { get; private init; }

    /// <summary>Shares, e.g. of those who stayed.</summary>
    /// <param name="treated">How many of the treated, and of how many.</param>
    /// <param name="heldOut">How many of the held-out, and of how many.</param>
    /// <param name="higherIsBetter">False for shares of those who left.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <remarks>Newcombe (1998), method 10, and the pooled z test: <see cref="ShareDifference"/>.</remarks>
    public static HeldOutGroup Shares((long Count, long Of) treated, (long Count, long Of) heldOut, bool higherIsBetter = true, double confidence = 0.95)
    {
        if (treated.Of < FewestPeople || heldOut.Of < FewestPeople) return new() { Refusal = EffectRefusal.TooFewUnits };
        var test = ShareDifference.Of(Wilson.Share(treated.Count, treated.Of, confidence), Wilson.Share(heldOut.Count, heldOut.Of, confidence));
        return Judged(test.Difference, test.PValue, null, higherIsBetter, confidence);
    }

    /// <summary>Means, e.g. satisfaction or revenue afterwards.</summary>
    /// <param name="treated">Mean of the treated.</param>
    /// <param name="heldOut">Mean of the held-out.</param>
    /// <param name="higherIsBetter">False for complaints or cost.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <remarks><see cref="WelchTest"/>.</remarks>
    public static HeldOutGroup Means(Estimate treated, Estimate heldOut, bool higherIsBetter = true, double confidence = 0.95)
    {
        if (treated.Withheld || heldOut.Withheld || Math.Min(treated.N, heldOut.N) < FewestPeople) return new() { Refusal = EffectRefusal.TooFewUnits };
        var test = WelchTest.Of(treated, heldOut, confidence);
        return Judged(test.Difference, test.PValue, test.Difference.DegreesOfFreedom, higherIsBetter, confidence);
    }

    // The test and the interval agree but for shares at the edge of significance: both must say so.
    static HeldOutGroup Judged(Estimate effect, double? p, double? freedom, bool higherIsBetter, double confidence)
    {
        var tail = 0.5 + confidence / 2;
        var factor = freedom is { } df ? Quantile.Student(tail, df) + Quantile.Student(0.8, df) : Quantile.Normal(tail) + Quantile.Normal(0.8);
        var significant = p <= 1 - confidence;
        return new()
        {
            Effect = effect, PValue = p, SmallestDetectable = factor * effect.StandardError!.Value,
            Verdict = significant && effect.Lower > 0 ? higherIsBetter ? Verdict.Effective : Verdict.Harmful
                : significant && effect.Upper < 0 ? higherIsBetter ? Verdict.Harmful : Verdict.Effective : Verdict.NoEvidence,
        };
    }
}
