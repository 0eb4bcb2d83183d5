using Regard.Statistics.Tests.Contract;

namespace Regard.Statistics.Tests.Drivers;

public sealed class DriverContract : EstimatorContract
{
    private protected override Observations Data { get; } = Columns.Random(80, 4, 5);

    private protected override IReadOnlyList<double?> Fit(Observations data, long seed, int threads)
    {
        var fit = DriverAnalysis.Fit(data, "Y", Columns.Names(4), new() { Draws = Draws.Seeded(seed), Threads = threads, Resamples = 100 });
        return [.. Sure(fit), .. fit.Drivers.SelectMany(d => new double?[] { d.Lmg.Lower, d.LmgShare.Upper, d.RelativeWeight.StandardError, d.RankLower, d.First })];
    }

    private protected override IReadOnlyList<double?> Fixed(Observations data) => Sure(DriverAnalysis.Fit(data, "Y", Columns.Names(4), new() { Resamples = 40 }));

    static double?[] Sure(DriverAnalysis fit) =>
        [fit.Regression.R2, fit.Regression.AdjustedR2, .. fit.Drivers.SelectMany(d => new[] { d.Correlation.R.Value, d.Coefficient.Slope.Value, d.Coefficient.Slope.StandardError, d.Coefficient.Vif, d.Lmg.Value, d.RelativeWeight.Value, d.Rank })];
}

public sealed class MomentDriverContract : EstimatorContract
{
    private protected override Observations Data { get; } = Columns.Random(80, 4, 6);

    private protected override IReadOnlyList<double?> Fit(Observations data, long seed, int threads) =>
        [.. DriverAnalysis.Fit(Covariances.Of(data), "Y", Columns.Names(4), new() { Draws = Draws.Seeded(seed), Threads = threads, Resamples = 100 }).Drivers.SelectMany(d => new[] { d.Lmg.Value, d.Lmg.Lower, d.RelativeWeight.Upper, d.First })];

    private protected override IReadOnlyList<double?> Fixed(Observations data) =>
        [.. DriverAnalysis.Fit(Covariances.Of(data), "Y", Columns.Names(4), new() { Resamples = 40 }).Drivers.SelectMany(d => new[] { d.Lmg.Value, d.RelativeWeight.Value })];
}

public sealed class PenaltyRewardContract : EstimatorContract
{
    private protected override Observations Data { get; } = Columns.Random(80, 3, 7);

    private protected override IReadOnlyList<double?> Fit(Observations data, long seed, int threads) =>
        [.. PenaltyReward.Fit(data, "Y", Columns.Names(3), new(-0.5, 0.5)).Attributes.SelectMany(a => new[] { a.Penalty.Value, a.Reward.Lower, a.AsymmetryTest.PValue, a.ImpactAsymmetry })];
}

public sealed class RankCorrelationContract : EstimatorContract
{
    private protected override Observations Data { get; } = Columns.Random(40, 1, 8);

    private protected override IReadOnlyList<double?> Fit(Observations data, long seed, int threads) =>
        RankCorrelation.Fit(data, "Y", "X1") is var r ? [r.Rho.Value, r.Rho.Lower, r.RhoTest.PValue, r.TauB.Value, r.TauB.Upper, r.TauPValue] : [];
}
