using Regard.Statistics;
namespace Regard.Cli.Analyse;

/// <summary>The JSON of regard analyse survival.</summary>
static class SurvivalShape
{
    public static object Of(CodedRows rows, string interval, IReadOnlyList<KaplanMeier> curves, LogRank? test, CoxRegression? cox, TimeScale clock)
    {
        var until = curves.Min(c => c.Points[^1].Time);
        return new
        {
            rows = rows.Rows, n = curves.Sum(c => c.N), events = curves.Sum(c => c.Events), withoutTime = rows.N - curves.Sum(c => c.N), interval,
            groups = curves.Select(c => new
            {
                group = c.Group ?? "all", n = c.N, events = c.Events, median = c.Median.Time, medianLower = c.Median.Lower, medianUpper = c.Median.Upper,
                restrictedMean = until > 0 ? Mean(c.RestrictedMean(until), until) : null,
                curve = Curve(c),
            }),
            logRank = test is null ? null : new { chiSquare = test.ChiSquare, df = test.DegreesOfFreedom, p = test.PValue, groups = test.Groups.Select(g => new { group = g.Group, n = g.N, observed = g.Observed, expected = g.Expected }) },
            cox = cox is null ? null : Model(cox, clock),
            references = rows.Codings.ToDictionary(c => c.Column, c => c.Reference),
        };
    }

    static object Mean(Estimate e, double until) => new { until, value = e.Value, se = e.StandardError, lower = e.Lower, upper = e.Upper };

    static IEnumerable<object> Curve(KaplanMeier c)
    {
        if (c.Points[0].Time > 0) yield return new { time = 0.0, survival = 1.0, lower = 1.0, upper = 1.0, atRisk = (double)c.AtRisk([c.Points[0].Time])[0], events = 0.0, se = 0.0 };
        foreach (var p in c.Points) yield return new { time = p.Time, survival = p.Survival, lower = p.Lower, upper = p.Upper, atRisk = p.AtRisk, events = p.Events, se = p.StandardError };
    }

    static object Model(CoxRegression cox, TimeScale clock)
    {
        var proportional = cox.Proportional(clock);
        return new
        {
            n = cox.N, events = cox.Events, ties = cox.Ties == Ties.Efron ? "efron" : "breslow", converged = cox.Converged, robust = cox.Robust,
            coefficients = cox.Coefficients.Select(c => new
            {
                name = c.Name, estimate = c.LogHazard.Value, se = c.LogHazard.StandardError, lower = c.LogHazard.Lower, upper = c.LogHazard.Upper,
                hazardRatio = c.Ratio.Value, hazardRatioLower = c.Ratio.Lower, hazardRatioUpper = c.Ratio.Upper, z = c.Z, p = c.PValue,
            }),
            logLikelihood = cox.LogLikelihood, nullLogLikelihood = cox.NullLogLikelihood,
            concordance = cox.Concordance.Value, concordanceSe = cox.Concordance.StandardError, concordanceLower = cox.Concordance.Lower, concordanceUpper = cox.Concordance.Upper,
            likelihoodRatio = Tested(cox.LikelihoodRatio), wald = Tested(cox.Wald), score = Tested(cox.Score),
            proportionality = new
            {
                scale = clock switch { TimeScale.KaplanMeier => "km", TimeScale.Identity => "identity", _ => "log" },
                covariates = proportional.Covariates.Select(t => new { name = t.Name, chiSquare = t.ChiSquare, p = t.PValue, drift = t.Drift }), global = Tested(proportional.Global),
            },
        };
    }

    static object Tested(GroupTest t) => new { chiSquare = t.Statistic, df = t.DegreesOfFreedom, p = t.PValue };
}
