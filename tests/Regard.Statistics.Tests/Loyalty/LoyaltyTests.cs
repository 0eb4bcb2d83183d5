using Regard.Statistics.Tests.Simulation;

namespace Regard.Statistics.Tests.Loyalty;

public sealed class LoyaltyTests
{
    [Fact]
    public void Satisfaction_and_behaviour_are_crossed_at_the_thresholds_given()
    {
        var data = Observations.WithMissing(["satisfaction", "kept"], [[80, 75, 20, 40, 90, 10, double.NaN, 60], [1, 1, 1, 0.2, 0.1, 0, 1, 1]]);
        var matrix = LoyaltyMatrix.Of(data, "satisfaction", "kept", new(60, 0.5));
        Assert.Equal([3, 1, 1, 2], matrix.Cells.Select(c => c.Customers));
        Assert.Equal((7, 1), (matrix.N, matrix.Incomplete));
        Reference.Close(3 / 7.0, matrix[LoyaltyType.Loyalist].Share.Value);
        Reference.Close((3 * 2 - 1 * 1) / Math.Sqrt(4 * 3 * 4 * 3), matrix.Association);
        Assert.Null(LoyaltyMatrix.Of(data, "satisfaction", "kept", new(0, 0.5)).Association);
        Assert.Throws<DataRefused>(() => LoyaltyMatrix.Of(data, "satisfaction", "kept", new(double.NaN, 0.5)));
    }

    [Fact]
    public void Gaps_are_counted_between_days_and_stay_open_at_the_end()
    {
        var gaps = PurchaseGaps.Of([(7, new(2026, 1, 11)), (7, new(2026, 1, 1)), (7, new(2026, 1, 11)), (9, new(2026, 1, 5))], new(2026, 1, 31));
        Assert.Equal([10, 20, 26], gaps.Days);
        Assert.Equal([true, false, false], gaps.Returned);
        Assert.Throws<DataRefused>(() => PurchaseGaps.Of([(1, new(2026, 2, 1))], new(2026, 1, 31)));
    }

    // Customers with exponential gaps of mean 20 days, of whom one in five is gone after each purchase, watched for a year.
    static PurchaseGaps Base(int customers, int seed)
    {
        var (days, returned, whose) = (new List<double>(), new List<bool>(), new List<long>());
        for (var c = 0; c < customers; c++)
        {
            var stream = Draws.Seeded(seed).Of(c);
            for (double now = 365 * stream.Uniform(), end = 365; ;)
            {
                var gap = stream.Uniform() < 0.2 ? double.PositiveInfinity : -20 * Math.Log(1 - stream.Uniform());
                days.Add(Math.Min(gap, end - now));
                returned.Add(now + gap < end);
                whose.Add(c);
                if (now + gap >= end) break;
                now += gap;
            }
        }
        return new(days, returned, whose);
    }

    [Fact]
    public void The_threshold_holds_the_days_by_which_most_who_return_have_returned()
    {
        var truth = -20 * Math.Log(0.1);
        Worlds.Run(1100, 0, (seed, _, seen) =>
        {
            var found = ChurnThreshold.Suggest(Base(120, seed), 0.9, Draws.Seeded(seed), horizon: 200, resamples: 199);
            seen.Interval("days", found.Lower!.Value, found.Upper!.Value, truth);
        }).Keep();
        var many = ChurnThreshold.Suggest(Base(10_000, 1), 0.9, Draws.Seeded(1), horizon: 200, resamples: 40);
        Assert.InRange(many.Days!.Value, 0.97 * truth, 1.03 * truth);
        Assert.InRange(many.Returning, 0.79, 0.81);
    }

    [Fact]
    public void Without_open_gaps_the_threshold_is_the_plain_quantile()
    {
        var gaps = new PurchaseGaps([.. Enumerable.Range(1, 100).Select(d => (double)d)], [.. Enumerable.Repeat(true, 100)], [.. Enumerable.Range(0, 100).Select(c => (long)c)]);
        Assert.Equal(90, ChurnThreshold.Suggest(gaps, 0.9, Draws.Seeded(1)).Days);
        var near = ChurnThreshold.Suggest(gaps, 0.9, Draws.Seeded(1), horizon: 50);
        Assert.Equal(45, near.Days);
        Reference.Close(0.5, near.Returning);
        Assert.Throws<DataRefused>(() => ChurnThreshold.Suggest(gaps with { Returned = [.. Enumerable.Range(0, 100).Select(i => i < 5)] }, 0.9, Draws.Seeded(1)));
    }

    [Fact]
    public void A_jump_of_lost_customers_leaves_the_limits_of_its_grade()
    {
        int[] risk = [.. Enumerable.Repeat(500, 14)], usual = [24, 26, 23, 27, 25, 24, 26, 25, 27, 23, 26, 24, 25, 26], jump = [.. usual[..^1], 60];
        var rates = ChurnRates.Of([("A", risk, jump), ("B", risk, usual), ("C", risk, new int[14])]);
        Assert.NotEmpty(rates.Charts["A"].Points[^1].Signals);
        Assert.All(rates.Charts["B"].Points, p => Assert.True(p.Value >= p.Lower && p.Value <= p.Upper));
        Assert.False(rates.Charts.ContainsKey("C"));
        Assert.Equal(42, rates.Rates.Count);
        Reference.Close(0.12, rates.Rates[13].Rate.Value);
        Assert.Throws<DataRefused>(() => ChurnRates.Of([("A", [5], [6])]));
    }

    [Fact]
    public void Recovery_saves_the_value_that_the_others_lost()
    {
        var data = Observations.Of(["value", "stays", "recovered"], [[100, 200, 100, 100, 100, 100, 100, 100, 100, 100], [1, 1, 1, 0, 1, 1, 0, 0, 0, 0], [1, 1, 1, 1, 1, 0, 0, 0, 0, 0]]);
        var saved = SavedValue.Of(data, "value", "stays", "recovered");
        Reference.Close(500 / 600.0, saved.RecoveredRetained.Value);
        Reference.Close(0.2, saved.OthersRetained.Value);
        Reference.Close((500 / 600.0 - 0.2) * 600, saved.Saved.Value);
        Assert.Throws<DataRefused>(() => SavedValue.Of(data.Take([0, 1, 2, 5, 6, 7]), "value", "stays", "recovered"));
        Assert.Contains("value", Assert.Throws<DataRefused>(() => SavedValue.Of(data, "stays", "value", "recovered")).Message);
    }

    [Fact]
    public void A_history_is_cut_where_something_changes()
    {
        var rows = CustomerHistory.Stretches([new(0, 10, true, [0, 0], [new(4, 0, 1), new(6, 1, 1), new(12, 0, 5), new(0, 1, 0)]), new(2, 3, false, [1, 1], [])], ["complained", "recovered"]);
        Assert.Equal([0, 4, 6, 2], rows["from"].ToArray());
        Assert.Equal([4, 6, 10, 3], rows["until"].ToArray());
        Assert.Equal([0, 0, 1, 0], rows["left"].ToArray());
        Assert.Equal([0, 1, 1, 1], rows["complained"].ToArray());
        Assert.Equal([0, 0, 1, 1], rows["recovered"].ToArray());
        Assert.Throws<DataRefused>(() => CustomerHistory.Stretches([new(5, 5, true, [0, 0], [])], ["a", "b"]));
    }
}
