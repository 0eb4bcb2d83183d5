using Regard.Statistics.Tests.Contract;

namespace Regard.Statistics.Tests.Paths;

public sealed class PathContract : EstimatorContract
{
    private protected override Observations Data { get; } = Population.Sample(90, 1, whole: true);

    private protected override IReadOnlyList<double?> Fit(Observations data, long seed, int threads)
    {
        var boot = PathBootstrap.Run(Population.Model(), data, Draws.Seeded(seed), 60, threads: threads);
        return [.. Numbers(boot.Fit), .. boot.Fit.Paths.SelectMany((_, i) => Interval(boot.Path(i))), .. boot.Fit.Items.SelectMany((_, i) => Interval(boot.Weight(i)))];
    }

    private protected override IReadOnlyList<double?> Fixed(Observations data) => [.. Numbers(Pls.Fit(Population.Model(), data))];

    private protected override bool TakesMissing => true;

    static IEnumerable<double?> Interval(PathInterval i) => [i.StandardError, i.Percentile?.Lower, i.Percentile?.Upper, i.Accelerated?.Lower, i.Accelerated?.Upper];

    static IEnumerable<double?> Numbers(PathFit fit) =>
    [
        .. fit.Items.SelectMany(i => (double?[])[i.Weight, i.Loading, i.ScoreWeight]), .. fit.Paths.SelectMany(p => (double?[])[p.Value, p.F2, p.Vif]),
        .. fit.Constructs.SelectMany(c => (double?[])[c.Alpha, c.AlphaRaw, c.RhoA, c.RhoC, c.Ave, c.R2, c.R2Adjusted, c.Score?.Value, c.Score?.StandardError]),
        .. fit.Heterotrait.Select(h => h.Htmt), fit.Srmr, fit.SrmrSaturated, fit.GoodnessOfFit,
    ];
}

public sealed class GroupComparisonContract : EstimatorContract
{
    private protected override Observations Data { get; } = Population.Sample(90, 2, whole: true);

    // A row's group goes with what it answered, so that the order of rows is of no account.
    private protected override IReadOnlyList<double?> Fit(Observations data, long seed, int threads) => Of(data, seed, threads, 40);

    private protected override IReadOnlyList<double?> Fixed(Observations data) => Of(data, 1, 1, 0);

    private protected override bool TakesMissing => true;

    static double?[] Of(Observations data, long seed, int threads, int permutations)
    {
        string[] labels = [.. Enumerable.Range(0, data.Rows).Select(i => (3 * data["a1"][i] + 5 * data["b2"][i] + 7 * data["c3"][i]) % 2 == 0 ? "even" : "odd")];
        var comparison = GroupComparison.Run(Population.Model(), data, labels, Draws.Seeded(seed), permutations, threads: threads);
        var pair = comparison.Pairs.Single();
        return [.. pair.Paths.Concat(pair.Scores).SelectMany(d => (double?[])[d.InA, d.InB, d.P, d.PAdjusted]), .. pair.Invariance.SelectMany(i => (double?[])[i.Correlation, i.P])];
    }
}
