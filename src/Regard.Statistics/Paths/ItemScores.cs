namespace Regard.Statistics;

/// <summary>How answers become scores of constructs: each item read as 0 to 100, then weighted by w / sd, all of a construct summing to 1.</summary>
/// <remarks>The formula of ACSI and ECSI: Fornell et al. (1996), Journal of Marketing 60(4), 7-18, appendix; Tenenhaus et al. (2005), section 6.</remarks>
sealed class ItemScores
{
    readonly PathFit fit;

    public ItemScores(PathFit fit)
    {
        this.fit = fit;
        var (plan, covariances) = (fit.Plan, fit.Covariances);
        Scales = [.. Enumerable.Range(0, plan.Items).Select(i => Pls.ScaleOf(plan.Model, covariances, i))];
        Factors = [.. Scales.Select(s => s?.Score.Factor ?? 1)];
        Weights = new double[plan.Items];
        Sizes = new double[plan.Constructs];
        for (var k = 0; k < plan.Constructs; k++)
        {
            var sum = 0.0;
            for (var i = plan.First[k]; i < plan.First[k + 1]; i++) sum += Weights[i] = fit.Solved.Weights[i] / Deviation(i);
            for (var i = plan.First[k]; i < plan.First[k + 1]; i++) Weights[i] /= sum;
            Sizes[k] = 1 / sum;
        }
    }

    /// <summary>By item; null where unknown.</summary>
    public Scale?[] Scales { get; }
    /// <summary>Score points per answer, negative on a turned scale; 1 where the scale is unknown.</summary>
    public double[] Factors { get; }
    /// <summary>By item.</summary>
    public double[] Weights { get; }
    /// <summary>Standard deviation of a construct's score, points; may be negative when the weights' sum is.</summary>
    public double[] Sizes { get; }

    /// <summary>-1 on a turned scale.</summary>
    public int Sign(int item) => Math.Sign(Factors[item]);

    public double Deviation(int item) => Math.Sqrt(fit.Covariances.Covariance(item, item)) * Math.Abs(Factors[item]);

    /// <summary>An answer (or a mean of answers) as points.</summary>
    public double Points(int item, double answer) => Scales[item] is { } scale ? scale.Score.Of(answer - scale.From) : answer;

    public double? Mean(int item) => Scales[item] is not null && fit.Covariances.Means is { } means ? Points(item, means.Value(item)) : null;

    public bool Known(int construct)
    {
        for (var i = fit.Plan.First[construct]; i < fit.Plan.First[construct + 1]; i++)
            if (Scales[i] is null) return false;
        return true;
    }

    public Estimate? Score(int construct)
    {
        if (!Known(construct) || fit.Covariances.Means is not { } means) return null;
        var (coefficients, offset) = (new double[fit.Plan.Items], 0.0);
        for (var i = fit.Plan.First[construct]; i < fit.Plan.First[construct + 1]; i++)
        {
            coefficients[i] = Weights[i] * Factors[i];
            offset += Weights[i] * Points(i, 0);
        }
        return means.Linear(coefficients, fit.Options.Confidence).Rescaled(1, offset);
    }
}
