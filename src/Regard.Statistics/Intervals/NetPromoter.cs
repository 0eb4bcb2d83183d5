namespace Regard.Statistics;

/// <summary>Net promoter score with its parts.</summary>
/// <param name="Score">Share of promoters less share of detractors, in points, -100 to 100.</param>
/// <param name="Promoters">Share, 0 to 1, Wilson interval.</param>
/// <param name="Passives">Share, 0 to 1, Wilson interval.</param>
/// <param name="Detractors">Share, 0 to 1, Wilson interval.</param>
public sealed record NetPromoter(Estimate Score, Estimate Promoters, Estimate Passives, Estimate Detractors)
{
    /// <summary>The score from the answers to the recommendation question.</summary>
    /// <param name="answers">The slot's histogram.</param>
    /// <param name="scale">The question's scale, 0 to 10.</param>
    /// <param name="promoters">Lowest answer of a promoter.</param>
    /// <param name="detractors">Highest answer of a detractor.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <remarks>
    /// Reichheld (2003), Harvard Business Review 81(12), 46-54. Variance of the trinomial, p + d - (p - d)^2 over n, normal
    /// interval; linearised under weights; cut at +-100.
    /// </remarks>
    /// <exception cref="ArgumentException">The two limits overlap.</exception>
    public static NetPromoter Of(Histogram answers, Scale scale, int promoters = 9, int detractors = 6, double confidence = 0.95)
    {
        if (detractors >= promoters) throw new ArgumentException("Detractors answer lower than promoters.", nameof(detractors));
        bool Promoter(int step) => scale.From + step >= promoters;
        bool Detractor(int step) => scale.From + step <= detractors;
        return new(
            Net(answers, step => Promoter(step) ? 100 : Detractor(step) ? -100 : 0, confidence),
            Wilson.Share(answers, Promoter, confidence),
            Wilson.Share(answers, step => !Promoter(step) && !Detractor(step), confidence),
            Wilson.Share(answers, Detractor, confidence));
    }

    static Estimate Net(Histogram answers, Func<int, double> points, double confidence)
    {
        if (answers.N == 0) return Estimate.Withhold(Withholding.Unmeasured, 0);
        if (answers.N == 1) return Estimate.Withhold(Withholding.TooFew, 1);
        var (score, variance) = answers.Average(points);
        var (se, z) = (Math.Sqrt(variance), Quantile.Normal(0.5 + confidence / 2));
        return Estimate.Between(score, se, Math.Max(-100, score - z * se), Math.Min(100, score + z * se), answers.N, answers.EffectiveN, confidence);
    }
}
