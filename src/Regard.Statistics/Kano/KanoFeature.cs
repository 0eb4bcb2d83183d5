namespace Regard.Statistics;

/// <summary>What the answers say of one feature.</summary>
public sealed record KanoFeature
{
    /// <summary>As labelled.</summary>
    public required string Name { get; init; }

    /// <summary>Respondents.</summary>
    public required long N { get; init; }

    /// <summary>The most frequent class; of equally frequent ones the first of M, O, A, I, R, Q.</summary>
    public required KanoClass Class { get; init; }

    /// <summary>Respondents in each class.</summary>
    public required IReadOnlyDictionary<KanoClass, long> Counts { get; init; }

    /// <summary>Chance that each class is the most frequent one among all customers like these, 0 to 1; they add up to 1.</summary>
    /// <remarks>Posterior of the multinomial under Jeffreys' prior (Dirichlet, 1/2 a class), drawn.</remarks>
    public required IReadOnlyDictionary<KanoClass, double> Chances { get; init; }

    /// <summary>Rise in satisfaction by having it, (A + O) / (A + O + M + I), 0 to 1, Wilson interval; unmeasured when all are R or Q.</summary>
    /// <remarks>Berger et al. (1993), Center for Quality Management Journal 2(4), 3-35; the same for <see cref="Worse"/>.</remarks>
    public required Estimate Better { get; init; }

    /// <summary>Fall in satisfaction by lacking it, -(O + M) / (A + O + M + I), -1 to 0, Wilson interval.</summary>
    public required Estimate Worse { get; init; }

    /// <summary>The most frequent class less the second, respondents.</summary>
    public required long Difference { get; init; }

    /// <summary>Difference over which the class counts as significant, 1.65 sqrt((a + b)(2n - a - b) / 2n).</summary>
    /// <remarks>Fong (1996), Center for Quality Management Journal 5(3), 44-49. It takes the two counts as independent, which they are not: see <see cref="PValue"/>.</remarks>
    public required double Critical { get; init; }

    /// <summary>Of two equally frequent classes: exact two-sided sign test of the two largest counts, 0 to 1.</summary>
    public required double PValue { get; init; }

    /// <summary>Difference over n, 0 to 1.</summary>
    public double CategoryStrength => (double)Difference / N;

    /// <summary>Share of A, O and M together, 0 to 1.</summary>
    public required double TotalStrength { get; init; }

    /// <summary>Mean functional answer from -2 (dislike) to 4 (like), Student's interval.</summary>
    /// <remarks>DuMouchel in Berger et al. (1993): like 4, must be 2, neutral 0, live with -1, dislike -2.</remarks>
    public required Estimate FunctionalMean { get; init; }

    /// <summary>Mean dysfunctional answer from -2 (like) to 4 (dislike), Student's interval.</summary>
    public required Estimate DysfunctionalMean { get; init; }
}
