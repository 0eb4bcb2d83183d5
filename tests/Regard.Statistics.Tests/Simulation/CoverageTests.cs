namespace Regard.Statistics.Tests.Simulation;

/// <summary>95 % intervals must hold the known truth in 93 to 97 % of 2,500 samples, with one answer in eight missing.</summary>
public sealed class CoverageTests
{
    static readonly Population Customers = new(11);
    static readonly int[] Expected = [0, 1, 2], Perceived = [3, 4, 5];
    static readonly Lazy<Moments[]> Plain = new(() => Samples(150, false)), Weighted = new(() => Samples(150, true)), Small = new(() => Samples(15, false));

    [Fact]
    public void Of_the_mean_score() => Holds(Customers.Mean(4), m => SlotMeans.Of(m).Mean(4));

    [Fact]
    public void Of_the_mean_score_of_a_small_unit() => Holds(Customers.Mean(4), m => SlotMeans.Of(m).Mean(4), Small);

    [Fact]
    public void Of_the_perceived_level() => Holds(Customers.Mean(Perceived), m => SlotMeans.Of(m).MeanOf(Perceived));

    [Fact]
    public void Of_the_weighted_mean() => Holds(Customers.Mean(4), m => SlotMeans.Of(m).Mean(4), Weighted);

    [Fact]
    public void Of_disconfirmation() =>
        Holds(Customers.Mean(Perceived) - Customers.Mean(Expected), m => SlotMeans.Of(m).Difference(Perceived, Expected));

    [Fact]
    public void Of_weighted_disconfirmation() =>
        Holds(Customers.Mean(Perceived) - Customers.Mean(Expected), m => SlotMeans.Of(m).Difference(Perceived, Expected), Weighted);

    [Fact]
    public void Of_the_satisfaction_ratio() =>
        Holds(Customers.Mean(Perceived) / Customers.Mean(Expected), m => SlotMeans.Of(m).RatioOf(Perceived, Expected));

    [Fact]
    public void Of_net_promoter() =>
        Holds(100 * (Customers.Share(4, b => b >= 9) - Customers.Share(4, b => b <= 6)), m => NetPromoter.Of(m.Histogram(4), new Scale(0, 10)).Score);

    [Fact]
    public void Of_weighted_net_promoter() => Holds(
        100 * (Customers.Share(4, b => b >= 9) - Customers.Share(4, b => b <= 6)), m => NetPromoter.Of(m.Histogram(4), new Scale(0, 10)).Score, Weighted);

    [Fact]
    public void Of_a_share() => Holds(Customers.Share(4, b => b >= 9), m => Wilson.TopBox(m.Histogram(4), new Scale(0, 10), 2));

    [Fact]
    public void Of_a_weighted_share() => Holds(Customers.Share(4, b => b >= 9), m => Wilson.TopBox(m.Histogram(4), new Scale(0, 10), 2), Weighted);

    [Fact]
    public void Of_the_importance_weighted_index()
    {
        int[][] dimensions = [[0], [1, 2], [3], [4], [5]];
        int[] importance = [6, 7, 8, 9, 10];
        var truth = dimensions.Zip(importance, (d, slot) => Customers.Mean(d) * Customers.Mean(slot)).Sum() / importance.Sum(slot => Customers.Mean(slot));
        Holds(truth, m => Rater.ByImportance(SlotMeans.Of(m), dimensions, importance).Index);
    }

    static Moments[] Samples(int n, bool weighted)
    {
        var draws = Draws.Seeded(20).Of(0);
        return [.. Enumerable.Range(0, 2500).Select(_ => Customers.Sample(n, ref draws, missing: 0.125, weighted))];
    }

    static void Holds(double truth, Func<Moments, Estimate> estimate, Lazy<Moments[]>? samples = null)
    {
        var intervals = (samples ?? Plain).Value.Select(estimate).ToArray();
        Seen.InRange(intervals.Count(i => i.Lower <= truth && truth <= i.Upper) / (double)intervals.Length, 0.93, 0.97);
    }
}
