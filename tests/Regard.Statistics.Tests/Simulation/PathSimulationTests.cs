using Regard.Statistics.Tests.Paths;

namespace Regard.Statistics.Tests.Simulation;

/// <summary>Samples from a known population of three factors, <see cref="Regard.Statistics.Tests.Paths.Population"/>.</summary>
public sealed class PathSimulationTests
{
    static readonly PathModel model = Paths.Population.Model();

    [Theory, InlineData(100), InlineData(250)]
    public void Intervals_of_paths_effects_weights_loadings_and_ratios_hold_the_truth_in_95_percent(int rows)
    {
        var truth = Pls.Fit(model, CovarianceMatrix.Of(Paths.Population.Items, Paths.Population.Correlations(), 1000));
        Worlds.Run(700, 0, (s, _, seen) =>
        {
            var boot = PathBootstrap.Run(model, Paths.Population.Sample(rows, 20_000 + s), Draws.Seeded(s), 299, threads: 1);
            void Both(string name, PathInterval interval, double value)
            {
                seen.Interval($"{name}, percentile", interval.Percentile!.Value.Lower, interval.Percentile.Value.Upper, value);
                if (interval.Accelerated is { } bca) seen.Interval($"{name}, BCa", bca.Lower, bca.Upper, value);
            }
            for (var i = 0; i < 3; i++) Both("path", boot.Path(i), truth.Paths[i].Value);
            for (var i = 0; i < truth.Effects.Count; i++) Both("total effect", boot.Effect(i), truth.Effects[i].Total);
            for (var i = 0; i < 9; i++) Both("weight", boot.Weight(i), truth.Items[i].Weight);
            for (var i = 0; i < 9; i++) Both("loading", boot.Loading(i), truth.Items[i].Loading);
            for (var i = 1; i < 3; i++) Both("R2", boot.R2(i)!, truth.Constructs[i].R2!.Value);
            for (var i = 0; i < 3; i++) Both("HTMT", boot.Heterotrait(i)!, truth.Heterotrait[i].Htmt!.Value);
        }).Keep();
    }

    [Fact]
    public void Drawing_blocks_comes_to_drawing_rows()
    {
        var answers = Paths.Population.Sample(4000, 3);
        var (rows, blocks) = (PathBootstrap.Run(model, answers, Draws.Seeded(1), 1500), PathBootstrap.Run(model, answers, Draws.Seeded(1), 1500, blocks: 400));
        for (var i = 0; i < 3; i++) Assert.InRange(blocks.Path(i).StandardError!.Value / rows.Path(i).StandardError!.Value, 0.9, 1.1);
    }

    [Fact]
    public void Intervals_of_scores_hold_the_truth_in_95_percent()
    {
        const int Samples = 1500;
        var truth = Pls.Fit(model, Paths.Population.Sample(400_000, 1, whole: true));
        var hits = new int[Samples];
        Parallel.For(0, Samples, s =>
        {
            var fit = Pls.Fit(model, Paths.Population.Sample(150, 5000 + s, whole: true));
            foreach (var (mine, known) in fit.Constructs.Zip(truth.Constructs))
                if (Holds((mine.Score!.Lower!.Value, mine.Score.Upper!.Value), known.Score!.Value!.Value)) hits[s]++;
        });
        Seen.InRange(hits.Sum() / (3.0 * Samples), 0.93, 0.97);
    }

    [Fact]
    public void Groups_of_one_population_differ_in_5_percent_of_tests()
    {
        // With 39 deals, at most one of them as far off is 5 % exactly.
        const int Samples = 1200;
        var (found, noted) = (new int[Samples], new int[Samples]);
        string[] labels = [.. Enumerable.Range(0, 100).Select(i => i < 45 ? "a" : "b")];
        Parallel.For(0, Samples, s =>
        {
            var pair = GroupComparison.Run(model, Paths.Population.Sample(100, 9000 + s), labels, Draws.Seeded(s), 39, threads: 1).Pairs.Single();
            found[s] = pair.Paths.Concat(pair.Scores).Count(d => d.P <= 0.05);
            noted[s] = pair.Invariance.Count(i => i.P <= 0.05);
        });
        Seen.InRange(found.Sum() / (6.0 * Samples), 0.04, 0.06);
        Seen.InRange(noted.Sum() / (3.0 * Samples), 0.04, 0.06);
    }

    [Fact]
    public void A_difference_between_groups_is_found()
    {
        var (one, other) = (Paths.Population.Sample(400, 1), Paths.Population.Sample(400, 2));
        // In the second group what A does to the others is cut: its items come from other rows.
        var columns = one.Names.Select((n, i) => (double[])[.. one[n], .. i < 3 ? other[n].ToArray().Reverse() : other[n].ToArray()]).ToArray();
        string[] labels = [.. Enumerable.Range(0, 800).Select(i => i < 400 ? "a" : "b")];
        var pair = GroupComparison.Run(model, Observations.Of(one.Names, columns), labels, Draws.Seeded(1), 199).Pairs.Single();
        Assert.Equal(0.005, pair.Paths[0].P);
        Assert.InRange(pair.Paths[0].Value, 0.2, 0.7);
    }

    static bool Holds((double Lower, double Upper) interval, double value) => interval.Lower <= value && value <= interval.Upper;
}
