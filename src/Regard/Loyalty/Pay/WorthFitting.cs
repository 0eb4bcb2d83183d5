using Regard.Statistics;
namespace Regard.Loyalty;

/// <summary>Fits what satisfaction is worth. Pure.</summary>
static class WorthFitting
{
    /// <summary>Customers fitted, spread evenly; more would only narrow a band that is narrow already.</summary>
    const int Most = 4000;
    const int Resamples = 400, FewestSteps = 4;

    public static WorthCurve Of(IReadOnlyList<AnswerOutcome> outcomes, double costPerPoint)
    {
        if (outcomes.Count < WorthCurve.FewestCustomers) return new() { Customers = outcomes.Count, NoCurve = NoCurve.TooFewCustomers };
        var step = Math.Max(1.0, outcomes.Count / (double)Most);
        List<AnswerOutcome> used = [.. Enumerable.Range(0, (int)(outcomes.Count / step)).Select(i => outcomes[(int)(i * step)])];
        double[] x = [.. used.Select(o => o.Satisfaction)], y = [.. used.Select(o => o.Value)];
        if (x.Distinct().Count() == 1 || y.Distinct().Count() == 1) return new() { Customers = outcomes.Count, NoCurve = NoCurve.NothingVaries };
        if (x.Distinct().Count() < FewestSteps) return new() { Customers = outcomes.Count, NoCurve = NoCurve.TooFewSteps };
        var fit = SatisfactionOptimum.Fit(Observations.Of(["satisfaction", "value"], [x, y]), "satisfaction", "value", new() { CostPerPoint = costPerPoint, Resamples = Resamples });
        return new() { Customers = outcomes.Count, Fitted = fit.N, Points = fit.Curve, Reason = fit.Reason, Optimum = fit.Optimum, Lower = fit.Lower, Upper = fit.Upper, R2 = fit.R2 };
    }
}
