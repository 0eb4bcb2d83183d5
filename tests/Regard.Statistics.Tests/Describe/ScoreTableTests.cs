namespace Regard.Statistics.Tests.Describe;

public sealed class ScoreTableTests
{
    [Fact]
    public void Items_equal_the_reference()
    {
        var (mobi, expected) = (Reference.Data("mobi.csv"), Reference.Results("score_mobi.json")["items"]!.AsArray());
        string[] names = [.. expected.Select(i => i!["item"]!.GetValue<string>())];
        var table = ScoreTable.Of(new(names, [.. mobi.Rows.Select(r => (double?[])[.. names.Select(n => (double?)double.Parse(r[mobi.Slot(n)]))])], 1, 10));
        foreach (var (item, reference) in table.Items.Zip(expected))
        {
            Reference.Close(reference!["mean"].Number(), item.Mean);
            Reference.Close(reference["score"].Number(), item.Score.Value);
            Reference.Close(reference["se"].Number(), item.Score.StandardError);
            Reference.Close(reference["lower"].Number(), item.Score.Lower);
            Reference.Close(reference["upper"].Number(), item.Score.Upper);
            Reference.Close(reference["topBox2"].Number(), item.TopBox.Value);
            Reference.Close(Wilson.Share((long)Math.Round(250 * item.TopBox.Value!.Value), 250).Lower!.Value, item.TopBox.Lower);
        }
        Assert.Equal((250L, 250.0), (table.N, table.EffectiveN));
    }

    [Fact]
    public void A_stratified_cluster_sample_equals_the_error_by_hand()
    {
        // Two strata of two clusters each; totals of w (x - mean) / W by cluster: -0.25, -0.125; 0.125, 0.25.
        double?[] answers = [1, 2, 2, 2, 3, 3, 3, 4];
        string[] strata = ["a", "a", "a", "a", "b", "b", "b", "b"], clusters = ["1", "1", "2", "2", "1", "1", "2", "2"];
        var mean = DesignMeans.Of([answers], strata: strata, clusters: clusters).Mean(0);
        // Each stratum: 2 / 1 x 2 x 0.0625^2.
        Assert.Equal(2.5, mean.Value);
        Assert.Equal(Math.Sqrt(2 * 4 * 0.0625 * 0.0625), mean.StandardError!.Value, 1e-12);
        Assert.Equal(2, mean.DegreesOfFreedom);
    }

    [Fact]
    public void Each_row_a_cluster_of_its_own_changes_no_error()
    {
        double?[] answers = [1, 5, 2, null, 4, 4, 3];
        double[] weights = [1, 2, 1, 3, 0.5, 1, 1];
        var (plain, clustered) = (DesignMeans.Of([answers], weights), DesignMeans.Of([answers], weights, clusters: ["a", "b", "c", "d", "e", "f", "g"]));
        Assert.Equal(plain.Mean(0).StandardError!.Value, clustered.Mean(0).StandardError!.Value, 1e-12);
    }

    [Fact]
    public void Units_are_ranked_and_thin_ones_are_withheld()
    {
        List<double?[]> rows = [];
        List<string> units = [];
        foreach (var (unit, level, count) in new[] { ("North", 8, 40), ("South", 4, 40), ("East", 6, 40), ("West", 9, 3) })
            for (var i = 0; i < count; i++)
            {
                rows.Add([level + i % 3 - 1, level + i % 2]);
                units.Add(unit);
            }
        var table = ScoreTable.Of(new(["a", "b"], rows, 1, 10) { Units = units }, new(Minimum: 10));
        Assert.Equal(["East", "North", "South", "West"], table.Units.Select(u => u.Name));
        Assert.Equal([2, 1, 3, null], table.Units.Select(u => u.Standing.Rank));
        Assert.Equal(Withholding.TooFew, table.Units[3].Score.Reason);
        Assert.True(table.Units[2].Standing.BottomQuarter > 0.95);
        Assert.Equal(123, table.N);
    }

    [Fact]
    public void A_reversed_item_is_turned_and_keeps_its_mean_answer()
    {
        var item = ScoreTable.Of(new(["effort"], [[1], [2], [2], [5]], 1, 5) { Reversed = [0] }).Items[0];
        Assert.Equal((2.5, 62.5, 0.75), (item.Mean, item.Score.Value, item.TopBox.Value));
    }

    [Fact]
    public void A_rating_outside_the_scale_is_refused_by_row_and_item()
    {
        var refusal = Assert.Throws<ArgumentException>(() => ScoreTable.Of(new(["a"], [[3], [11]], 1, 10)));
        Assert.Equal("Row 2, a: 11 is outside 1 to 10.", refusal.Message);
        Assert.Throws<ArgumentException>(() => ScoreTable.Of(new(["a"], [[double.NaN]], 1, 10)));
    }

    [Fact]
    public void An_item_nobody_answered_is_unmeasured() =>
        Assert.Equal(Withholding.Unmeasured, ScoreTable.Of(new(["a", "b"], [[3, null], [4, null]], 1, 5)).Items[1].Score.Reason);
}
