using Regard.Statistics;
namespace Regard.Loyalty;

/// <summary>Tells each customer who can be lost now the risk and what weighs most in it.</summary>
sealed class RiskScores
{
    readonly int[] features;
    /// <summary>Places of the features of each theme.</summary>
    readonly int[][] themes;
    readonly double[] coefficients, means;
    readonly double constant;
    readonly Dictionary<string, double> segments = [];
    /// <summary>Of a segment without a level of its own.</summary>
    readonly double other;

    public RiskScores(ChurnModel model)
    {
        var (fit, numeric) = (model.Regression, model.Specification.Features.Count);
        features = [.. model.Specification.Features.Select(code => RiskFeature.All.Index().First(f => f.Item.Code == code).Index)];
        (coefficients, means) = ([.. fit.Coefficients.Take(numeric).Select(c => c.Coefficient)], [.. fit.Means.Take(numeric)]);
        constant = fit.Intercept.Coefficient + fit.Coefficients.Zip(fit.Means, (c, mean) => c.Coefficient * mean).Sum();
        themes = [.. Enumerable.Range(0, features.Length).GroupBy(j => RiskFeature.All[features[j]].Theme).Select(g => g.ToArray())];
        if (model.Codings.FirstOrDefault() is not { } coding) return;
        // What the average customer's mix of segments adds, so that effects are told against the average customer.
        var average = fit.Coefficients.Skip(numeric).Zip(fit.Means.Skip(numeric), (c, mean) => c.Coefficient * mean).Sum();
        segments[coding.Reference] = -average;
        foreach (var (level, at) in coding.Levels.Select((l, i) => (l, i))) segments[level] = fit.Coefficients[numeric + at].Coefficient - average;
        other = segments.GetValueOrDefault(RiskFound.Others, -average);
    }

    public (double[] Risks, FoundCause[] Causes) Of(CustomerBook book, CustomerFacts[] facts, ChurnRule rule, double usual, bool leavesOutCovered)
    {
        var (risks, causes, day) = (new double[book.Count], new FoundCause[book.Count * RiskFound.Reasons], book.AsOf.DayNumber);
        Parallel.For(0, book.Count, c =>
        {
            risks[c] = double.NaN;
            if (facts[c].Birth == 0 || facts[c].LostOn > 0) return;
            var within = rule.DaysOf(book.Segments[c]);
            var known = RiskMoment.Of(book, c, CustomerCourse.Of(book, c, within), day, within, usual);
            if (leavesOutCovered && known.ContractCovers) return;
            Span<double> effects = stackalloc double[features.Length];
            var odds = constant;
            for (var j = 0; j < features.Length; j++) odds += effects[j] = coefficients[j] * (RiskFeature.All[features[j]].Value(known) - means[j]);
            var most = causes.AsSpan(c * RiskFound.Reasons, RiskFound.Reasons);
            for (var theme = 0; theme < themes.Length; theme++) Place(most, Cause(themes[theme], effects, known));
            if (segments.Count > 0)
            {
                var effect = segments.GetValueOrDefault(book.Segments[c], other);
                odds += effect;
                Place(most, new((byte)RiskFeature.All.Count, float.NaN, (float)effect));
            }
            risks[c] = 1 / (1 + Math.Exp(-odds));
        });
        return (risks, causes);
    }

    /// <summary>All that a theme adds, told by the one of its features that has something to say and pushes most that way.</summary>
    FoundCause Cause(int[] theme, ReadOnlySpan<double> effects, RiskMoment known)
    {
        var sum = 0.0;
        foreach (var j in theme) sum += effects[j];
        var (teller, told, push) = (theme[0], double.NaN, double.NegativeInfinity);
        foreach (var j in theme)
            if (effects[j] * Math.Sign(sum) > push && RiskFeature.All[features[j]].Told(known) is { } said) (teller, told, push) = (j, said, effects[j] * Math.Sign(sum));
        return new((byte)features[teller], (float)told, (float)sum);
    }

    static void Place(Span<FoundCause> most, FoundCause cause)
    {
        for (var i = 0; i < most.Length; i++)
            if (Math.Abs(cause.Effect) > Math.Abs(most[i].Effect)) (most[i], cause) = (cause, most[i]);
    }
}
