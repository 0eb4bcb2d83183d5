using Regard.Statistics.Tests.Contract;

namespace Regard.Statistics.Tests.Survival;

public sealed class CoxContract : EstimatorContract
{
    static readonly string[] Covariates = ["x1", "x2"];

    // The first row was still there, so that its outcome for all means that nobody left.
    private protected override Observations Data { get; } = SmallBase.Data.Select("x1", "x2", "time", "left").Take([4, .. Enumerable.Range(0, 4), .. Enumerable.Range(5, 75)]);

    private protected override IReadOnlyList<string> Needed => ["x1", "x2", "left"];

    private protected override IReadOnlyList<double?> Fit(Observations data, long seed, int threads)
    {
        var fit = CoxRegression.Fit(data, new("time", "left"), Covariates);
        return [fit.LogLikelihood, fit.Concordance.Value, fit.Concordance.StandardError, fit.Proportional().Global.Statistic, fit.Baseline.AtMeans[^1].Cumulative,
            .. fit.Coefficients.SelectMany(c => new double?[] { c.LogHazard.Value, c.LogHazard.StandardError, c.Ratio.Upper, c.PValue })];
    }
}

public sealed class KaplanMeierContract : EstimatorContract
{
    private protected override Observations Data { get; } = SmallBase.Data.Select("time", "left", "entry", "weight");

    private protected override IReadOnlyList<string> Needed => [];

    private protected override IReadOnlyList<double?> Fit(Observations data, long seed, int threads)
    {
        var curve = KaplanMeier.Fit(data, new("time", "left", "entry", "weight"));
        return [curve.Median.Time, curve.Median.Lower, curve.RestrictedMean(12).Value, .. curve.Points.SelectMany(p => new[] { p.Survival, p.StandardError, p.Lower, p.Upper })];
    }
}

public sealed class LogRankContract : EstimatorContract
{
    private protected override Observations Data { get; } = SmallBase.Data.Select("time", "left", "group").Take([4, .. Enumerable.Range(0, 4), .. Enumerable.Range(5, 75)]);

    private protected override IReadOnlyList<string> Needed => ["left"];

    private protected override IReadOnlyList<double?> Fit(Observations data, long seed, int threads) =>
        LogRank.Test(data, new("time", "left", Stratum: "group"), [.. Enumerable.Range(0, data.Rows).Select(i => data["time"][i] % 2 == 0 ? "even" : "odd")]) is var t ? [t.ChiSquare, t.PValue] : [];
}

public sealed class WeibullContract : EstimatorContract
{
    // As for Cox: the first row was still there.
    private protected override Observations Data { get; } = SmallBase.Data.Select("x1", "x2", "time", "left").Take([4, .. Enumerable.Range(0, 4), .. Enumerable.Range(5, 75)]);

    private protected override IReadOnlyList<string> Needed => ["x1", "x2", "left"];

    private protected override IReadOnlyList<double?> Fit(Observations data, long seed, int threads)
    {
        var fit = WeibullRegression.Fit(data, new("time", "left"), ["x1", "x2"]);
        return [fit.LogLikelihood, .. fit.Coefficients.Select(c => c.LogTime).Append(fit.Intercept).Append(fit.Scale).SelectMany(e => new[] { e.Value, e.StandardError, e.Lower, e.Upper })];
    }
}

public sealed class PeriodSurvivalContract : ListContract<(long Lost, long Stayed)>
{
    private protected override (long Lost, long Stayed)[] Rows { get; } = [(0, 4), (7, 2), (3, 5), (4, 0), (1, 9)];

    private protected override bool Ordered => true;

    private protected override IEnumerable<((long Lost, long Stayed) Row, string Word)> Refused => [((-1, 2), "base"), ((1, -2), "base")];

    private protected override IReadOnlyList<double?> Fit(IReadOnlyList<(long Lost, long Stayed)> rows, long seed)
    {
        var curve = PeriodSurvival.Fit(new("base", [.. rows.Select(r => r.Lost)], [.. rows.Select(r => r.Stayed)]));
        return [curve.N, curve.Events, .. curve.Points.SelectMany(p => new[] { p.Survival, p.StandardError, p.Lower, p.Upper })];
    }
}
