namespace Regard.Statistics.Tests.Simulation;

public sealed class ShrinkageTests
{
    [Fact]
    public void Shrunken_scores_lie_closer_to_the_truth_and_their_intervals_hold_it_those_of_whole_ranks_a_little_more_often()
    {
        var (draws, shrunkenMiss, rawMiss, held, ranksHeld, units) = (Draws.Seeded(3).Of(0), 0.0, 0.0, 0, 0, 0);
        for (var world = 0; world < 150; world++)
        {
            var truth = Enumerable.Range(0, 20).Select(_ => 70 + 4 * draws.Normal()).ToArray();
            var measured = truth.Select((t, i) => Measured(t, 2 + i % 5, ref draws)).ToArray();
            var fit = Shrinkage.Fit(measured, seed: world, draws: 500);
            for (var i = 0; i < truth.Length; i++, units++)
            {
                var unit = fit.Units[i];
                shrunkenMiss += Math.Pow(unit.Score.Value!.Value - truth[i], 2);
                rawMiss += Math.Pow(measured[i].Value!.Value - truth[i], 2);
                if (unit.Score.Lower <= truth[i] && truth[i] <= unit.Score.Upper) held++;
                var rank = 1 + truth.Count(t => t > truth[i]);
                if (unit.RankLower <= rank && rank <= unit.RankUpper) ranksHeld++;
            }
        }
        Assert.True(shrunkenMiss < 0.8 * rawMiss, $"{shrunkenMiss / rawMiss}");
        Seen.InRange(held / (double)units, 0.93, 0.97);
        Seen.InRange(ranksHeld / (double)units, 0.93, 0.99);
    }

    [Fact]
    public void The_probability_of_the_bottom_quarter_is_calibrated()
    {
        var (draws, claimed, true_) = (Draws.Seeded(8).Of(0), 0.0, 0);
        for (var world = 0; world < 150; world++)
        {
            var truth = Enumerable.Range(0, 20).Select(_ => 70 + 4 * draws.Normal()).ToArray();
            var fit = Shrinkage.Fit([.. truth.Select(t => Measured(t, 3, ref draws))], seed: world, draws: 500);
            for (var i = 0; i < truth.Length; i++)
            {
                if (fit.Units[i].BottomQuarter < 0.5) continue;
                claimed += fit.Units[i].BottomQuarter!.Value;
                if (truth.Count(t => t < truth[i]) < 5) true_++;
            }
        }
        Assert.InRange(true_ / claimed, 0.9, 1.1);
    }

    [Fact]
    public void Units_that_do_not_differ_are_drawn_together_and_may_have_any_rank()
    {
        var fit = Shrinkage.Fit([.. Enumerable.Range(0, 8).Select(i => Estimate.Of(70 + i % 2 * 0.1, 3, 50, 51))], seed: 1);
        Assert.Equal(0, fit.BetweenVariance);
        Assert.All(fit.Units, u => Assert.InRange(Math.Abs(u.Score.Value!.Value - fit.Mean!.Value), 0, 0.02));
        Assert.All(fit.Units, u => Assert.Equal((1, 8), (u.RankLower, u.RankUpper)));
        Assert.All(fit.Units, u => Assert.InRange(u.BottomQuarter!.Value, 0.2, 0.3));
    }

    [Fact]
    public void A_withheld_unit_has_no_rank_and_takes_none()
    {
        var fit = Shrinkage.Fit([Estimate.Of(80, 2, 40, 41), Estimate.Withhold(Withholding.TooFew, 4), Estimate.Of(60, 2, 40, 41)], seed: 1);
        Assert.Equal([1, null, 2], fit.Units.Select(u => u.Rank));
        Assert.Equal(Withholding.TooFew, fit.Units[1].Score.Reason);
    }

    [Fact]
    public void One_unit_is_not_ranked()
    {
        var fit = Shrinkage.Fit([Estimate.Of(80, 2, 40, 41)], seed: 1);
        Assert.Equal(Withholding.TooFewUnits, fit.Reason);
        Assert.Equal((80, null), (fit.Units[0].Score.Value, fit.Units[0].Rank));
    }

    [Fact]
    public void A_small_unit_of_equal_answers_does_not_pass_for_certain()
    {
        var units = Enumerable.Range(0, 10).Select(i => Estimate.Of(60 + i, 2, 99, 100)).Append(Estimate.Of(100, 0, 9, 10)).ToArray();
        var shrunken = Shrinkage.Fit(units, seed: 1).Units[^1].Score;
        Assert.True(shrunken.Value < 95 && shrunken.StandardError > 1, $"{shrunken.Value} {shrunken.StandardError}");
    }

    [Fact]
    public void The_same_seed_gives_the_same_ranks()
    {
        var draws = Draws.Seeded(4).Of(0);
        Estimate[] units = [.. Enumerable.Range(0, 12).Select(_ => Measured(70 + 4 * draws.Normal(), 3, ref draws))];
        Assert.Equal(Shrinkage.Fit(units, seed: 5).Units, Shrinkage.Fit(units, seed: 5).Units);
    }

    static Estimate Measured(double truth, double error, ref DrawStream draws) => Estimate.Of(truth + error * draws.Normal(), error, 60, 61);
}
