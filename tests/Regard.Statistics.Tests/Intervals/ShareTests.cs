namespace Regard.Statistics.Tests.Intervals;

public sealed class ShareTests
{
    [Fact]
    public void A_share_of_none_or_all_keeps_an_interval()
    {
        var (none, all) = (Wilson.Share(0, 10), Wilson.Share(10, 10));
        // Closed form: z^2 / (n + z^2).
        Assert.Equal(0.2775327998628892, none.Upper!.Value, 1e-12);
        Assert.Equal((0.0, 0.0), (none.Value, none.Lower));
        Assert.Equal(1 - none.Upper!.Value, all.Lower!.Value, 1e-12);
        Assert.Equal(1, all.Upper);
    }

    [Fact]
    public void Nobody_answered_is_unmeasured()
    {
        var nobody = Histogram.OfCounts([]);
        Assert.Equal(Withholding.Unmeasured, Wilson.TopBox(nobody, new Scale(1, 5), 2).Reason);
        Assert.Equal(Withholding.Unmeasured, NetPromoter.Of(nobody, new Scale(0, 10)).Score.Reason);
        Assert.Equal(Withholding.Unmeasured, nobody.Mean(new Scale(1, 5).Score).Reason);
    }

    [Fact]
    public void The_top_box_of_a_reversed_item_is_at_its_low_end()
    {
        var effort = Histogram.OfCounts(6, 3, 1, 0, 2);
        Assert.Equal(0.75, Wilson.TopBox(effort, new Scale(1, 5, Reversed: true), 2).Value);
        Assert.Equal(2 / 12.0, Wilson.BottomBox(effort, new Scale(1, 5, Reversed: true), 1).Value);
        Assert.Equal(2 / 12.0, Wilson.TopBox(effort, new Scale(1, 5), 2).Value);
    }

    [Fact]
    public void Customer_effort_is_turned_so_that_little_effort_scores_high() =>
        Assert.Equal(75, Histogram.OfCounts(5, 0, 5).Mean(new Scale(1, 5, Reversed: true).Score).Value);

    [Fact]
    public void Equal_weights_change_no_share()
    {
        var (plain, weighted) = (new MomentsBuilder(1), new MomentsBuilder(1));
        for (var i = 0; i < 40; i++)
        {
            plain.Add([(byte)(i * 7 % 11)]);
            weighted.Add([(byte)(i * 7 % 11)], 3);
        }
        var (a, b) = (plain.ToMoments().Histogram(0), weighted.ToMoments().Histogram(0));
        Assert.Equal(Wilson.TopBox(a, new Scale(0, 10), 2).Lower!.Value, Wilson.TopBox(b, new Scale(0, 10), 2).Lower!.Value, 1e-12);
        Assert.Equal(NetPromoter.Of(a, new Scale(0, 10)).Score.Lower!.Value, NetPromoter.Of(b, new Scale(0, 10)).Score.Lower!.Value, 1e-10);
    }

    [Fact]
    public void Newcombes_interval_equals_the_published_example()
    {
        // Newcombe (1998), table II, example (a), method 10: 56/70 against 48/80.
        var difference = ShareDifference.Of(Wilson.Share(56, 70), Wilson.Share(48, 80)).Difference;
        Assert.Equal((0.2, 0.0524, 0.3339), (Math.Round(difference.Value!.Value, 4), Math.Round(difference.Lower!.Value, 4), Math.Round(difference.Upper!.Value, 4)));
    }
}
