using Regard.Statistics.Tests.Contract;

namespace Regard.Statistics.Tests.Gaps;

public sealed class GapTests
{
    static readonly Observations Data = Observations.Of(["e1", "e2", "p1", "p2", "w1", "w2"], [[5, 4, 5, 5], [4, 4, 3, 5], [3, 4, 2, 5], [4, 5, 3, 4], [1, 3, 1, 1], [1, 1, 3, 0]]);
    static readonly GapQuestions Asked = new(["e1", "e2"], ["p1", "p2"], 1, 5);

    [Fact]
    public void Levels_gap_and_ratio_are_those_of_the_scores()
    {
        var gaps = GapAnalysis.Fit(Data, Asked);
        Assert.Equal((93.75, 62.5, -31.25), (gaps.Items[0].Expected.Value, gaps.Items[0].Perceived.Value, gaps.Items[0].Difference.Value));
        Assert.Equal(62.5 / 93.75, gaps.Items[0].Ratio.Value!.Value, 1e-14);
        // Gaps of the four respondents: -25, 12.5, -37.5, -12.5 points.
        Assert.Equal(-15.625, gaps.Overall.Difference.Value!.Value, 1e-12);
        Assert.Equal(Math.Sqrt((87.890625 + 791.015625 + 478.515625 + 9.765625) / 12), gaps.Overall.Difference.StandardError!.Value, 1e-12);
        Assert.Equal(gaps.Overall, gaps.Unweighted);
    }

    [Fact]
    public void Importance_weighs_each_respondents_own_gaps()
    {
        // -50 and 0 by halves; 0 and 25 by 3/4; -75 and 0 by 1/4; 0 and -25 by 1.
        var gaps = GapAnalysis.Fit(Data, Asked with { Importance = ["w1", "w2"] });
        Assert.Equal((-25 + 6.25 - 18.75 + 0) / 4, gaps.Overall.Difference.Value!.Value, 1e-12);
    }

    [Fact]
    public void Columns_that_do_not_pair_up_and_answers_off_the_scale_are_refused()
    {
        Assert.Contains("2 expected and 1 perceived", Refused(Asked with { Perceived = ["p1"] }));
        Assert.Contains("e1 has the answer 5, off the scale 1 to 4", Refused(Asked with { To = 4 }));
        Assert.Contains("A respondent gives 0 to all of w2.", Refused(Asked with { Expected = ["e1"], Perceived = ["p1"], Importance = ["w2"] }));
        Assert.Contains("1 columns of importance do not fit 2 items", Refused(Asked with { Importance = ["w1"] }));
        Assert.Contains("do not make up 2", Refused(Asked with { Dimensions = [1, 2] }));

        static string Refused(GapQuestions questions) => Assert.Throws<DataRefused>(() => GapAnalysis.Fit(Data, questions)).Message;
    }

    [Fact]
    public void Delivered_value_weighs_benefits_against_costs()
    {
        var value = DeliveredValue.Fit(Data, new([("e1", 3), ("e2", 1)], [("p1", 2), ("p2", 2)], 1, 5));
        Assert.Equal(0.75 * 93.75 + 0.25 * 75, value.Benefit.Value!.Value, 1e-12);
        Assert.Equal(0.5 * 62.5 + 0.5 * 75, value.Cost.Value!.Value, 1e-12);
        Assert.Equal(value.Benefit.Value!.Value - value.Cost.Value!.Value, value.Difference.Value!.Value, 1e-12);
        Assert.Equal(value.Benefit.Value!.Value / value.Cost.Value!.Value, value.Ratio.Value!.Value, 1e-14);
        // Respondents: 100 x 3/4 + 75 / 4 less the mean of 50 and 75, ...
        double[] differences = [93.75 - 62.5, 75 - 87.5, 87.5 - 37.5, 100 - 87.5];
        var mean = differences.Average();
        Assert.Equal(Math.Sqrt(differences.Sum(d => (d - mean) * (d - mean)) / 12), value.Difference.StandardError!.Value, 1e-12);
        Assert.Equal(DataFault.BadWeights, Assert.Throws<DataRefused>(() => DeliveredValue.Fit(Data, new([("e1", 0)], [("p1", 1)], 1, 5))).Fault);
    }

    [Fact]
    public void The_zone_of_tolerance_tells_who_is_below_within_and_above()
    {
        var data = Observations.Of(["a", "d", "p"], [[2, 3, 1, 4, 2], [4, 4, 5, 5, 1], [1, 3, 5, 5, 3]]);
        var zone = ToleranceZone.Fit(data, new("a", "d", "p", 1, 5));
        Assert.Equal((0.2, 0.6, 0.2, 1L), (zone.Below.Value, zone.Within.Value!.Value, zone.Above.Value, zone.Contradictory));
        Assert.Equal(Wilson.Share(1, 5).Upper!.Value, zone.Below.Upper!.Value, 1e-12);
        Assert.Equal((25, -10, 35), (zone.Adequacy.Value!.Value, zone.Superiority.Value!.Value, zone.Width.Value!.Value));
        var sure = ToleranceZone.Fit(data.Take([0, 0, 1, 2, 2, 3, 3, 2, 1, 0]), new("a", "d", "p", 1, 5));
        Assert.Equal(sure.Adequacy.Value!.Value / sure.Width.Value!.Value, sure.Position.Value!.Value, 1e-12);
    }
}

public sealed class GapContract : EstimatorContract
{
    private protected override Observations Data { get; } = Observations.Of(["e", "p", "w"], [[.. Enumerable.Range(0, 40).Select(i => 3.0 + i % 3)], [.. Enumerable.Range(0, 40).Select(i => 1.0 + i * i % 5)], [.. Enumerable.Range(0, 40).Select(i => 1.0 + i % 4)]]);

    // Equal answers have a gap.
    private protected override IReadOnlyList<string> Needed => [];

    private protected override IReadOnlyList<double?> Fit(Observations data, long seed, int threads) =>
        GapAnalysis.Fit(data, new(["e"], ["p"], 1, 5) { Weight = "w" }).Overall is var g ? [g.Difference.Value, g.Difference.Lower, g.Ratio.Upper, g.Test.PValue] : [];
}
