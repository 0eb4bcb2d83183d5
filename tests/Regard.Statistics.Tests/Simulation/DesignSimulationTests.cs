namespace Regard.Statistics.Tests.Simulation;

public sealed class DesignSimulationTests
{
    [Fact]
    public void Means_differences_and_ratios_of_clusters_in_strata() => Worlds.Run(3000, 31, (_, chance, seen) =>
    {
        // Two strata of 15 clusters of four; the second stratum counts twice and answers 5 higher; each cluster has a level of its own.
        List<double?> first = [], second = [], x = [];
        List<string> strata = [], clusters = [];
        List<double> weights = [];
        for (var c = 0; c < 30; c++)
        {
            var (level, stratum) = (4 * chance.Normal(), c % 2);
            for (var i = 0; i < 4; i++)
            {
                var y = 60 + 5 * stratum + level + 8 * chance.Normal();
                first.Add(i % 2 == 0 ? y : null);
                second.Add(i % 2 == 1 ? y : null);
                x.Add(50 + level + 5 * chance.Normal());
                strata.Add($"{stratum}");
                clusters.Add($"{c}");
                weights.Add(1 + stratum);
            }
        }
        var means = DesignMeans.Of([first, second, x], weights, strata, clusters);
        seen.Interval("mean", means.Mean(0), 60 + 10 / 3.0);
        seen.Interval("difference of groups that share clusters", means.Difference([0], [1]), 0);
        seen.Interval("ratio, delta", means.RatioOf([0], [2]), (60 + 10 / 3.0) / 50);
        seen.Interval("ratio, Fieller", Fieller.Ratio(means, [1, 0, 0], [0, 0, 1]), (60 + 10 / 3.0) / 50);
    }).Keep();

    [Fact]
    public void Means_of_a_finite_population()
    {
        var chance = Draws.Seeded(32).Of(0);
        double[] people = [.. Enumerable.Range(0, 120).Select(_ => 100 * Math.Sqrt(chance.Uniform()))];
        Worlds.Run(3000, 33, (_, draw, seen) =>
        {
            var order = Enumerable.Range(0, 120).ToArray();
            draw.Shuffle<int>(order);
            seen.Interval("mean of 60 of 120", DesignMeans.Of([[.. order.Take(60).Select(i => (double?)people[i])]], populations: [.. Enumerable.Repeat(120.0, 60)]).Mean(0), people.Average());
        }).Keep();
    }

    [Fact]
    public void Means_under_raked_weights() => Worlds.Run(1500, 34, (_, chance, seen) =>
    {
        // Women and the old answer more often; both margins are known.
        RakingMargin Margin(string name) => RakingMargin.Of(name, new Dictionary<string, double> { ["0"] = 0.5, ["1"] = 0.5 });
        List<string> sex = [], age = [];
        List<double?> y = [];
        while (y.Count < 150)
        {
            var (s, a) = (chance.Below(2), chance.Below(2));
            if (chance.Uniform() > (s + a + 1) / 3.0) continue;
            sex.Add($"{s}");
            age.Add($"{a}");
            y.Add(60 + 8 * s - 6 * a + 15 * chance.Normal());
        }
        seen.Interval("raked mean", Raking.Fit([Margin("sex"), Margin("age")], [sex, age]).Mean(y), 61);
    }).Keep();

    [Fact]
    public void Differences_of_independent_means_and_shares() => Worlds.Run(8000, 35, (_, chance, seen) =>
    {
        double?[] Sample(int n, double level, double sd) => [.. Enumerable.Range(0, n).Select(_ => (double?)(level + sd * chance.Normal()))];
        Estimate Share(int n, double p) => Wilson.Share(Enumerable.Range(0, n).LongCount(_ => chance.Uniform() < p), n);
        var welch = WelchTest.Of(DesignMeans.Of([Sample(12, 70, 20)]).Mean(0), DesignMeans.Of([Sample(40, 70, 8)]).Mean(0));
        seen.Interval("Welch", welch.Difference, 0);
        seen.Test("Welch", welch.PValue);
        seen.Interval("Newcombe", ShareDifference.Of(Share(60, 0.8), Share(90, 0.65)).Difference, 0.15);
        seen.Test("pooled z", ShareDifference.Of(Share(120, 0.7), Share(150, 0.7)).PValue);
    }).Keep();

    [Fact]
    public void Many_differences_are_found_wrongly_no_more_often_than_said()
    {
        const int worlds = 4000;
        var (family, wrong) = (new bool[worlds], new double[worlds]);
        Parallel.For(0, worlds, w =>
        {
            // Ten differences, of which three are there.
            var chance = Draws.Seeded(36).Of(w);
            var p = Enumerable.Range(0, 10).Select(i => Quantile.StudentTwoSided(chance.Normal() + (i < 3 ? 3 : 0), null)).ToArray();
            var (holm, found) = (Holm.Decide(p), BenjaminiHochberg.Decide(p));
            family[w] = holm.Skip(3).Any(d => d);
            wrong[w] = found.Any(d => d) ? found.Skip(3).Count(d => d) / (double)found.Count(d => d) : 0;
        });
        // Holm: any wrong one in at most 5 % of worlds. Benjamini and Hochberg: 5 % of what is found, times the share of differences that are none.
        Seen.InRange(family.Count(f => f) / (double)worlds, 0.03, 0.05);
        Seen.InRange(wrong.Average(), 0.03, 0.04);
    }
}
