namespace Regard.Statistics.Tests.Loyalty;

public sealed class EvaluationTests
{
    static readonly double[] Scores = [0.9, 0.8, 0.8, 0.6, 0.55, 0.5, 0.4, 0.4, 0.3, 0.1];
    static readonly bool[] Did = [true, true, false, true, false, true, false, true, false, false];

    [Fact]
    public void The_area_counts_pairs_in_order_and_its_error_their_spread()
    {
        var roc = RocCurve.Of(Scores, Did);
        double[] did = [.. Scores.Where((_, i) => Did[i])], not = [.. Scores.Where((_, i) => !Did[i])];
        double Wins(double a, double b) => a > b ? 1 : a == b ? 0.5 : 0;
        double[] above = [.. did.Select(a => not.Average(b => Wins(a, b)))], below = [.. not.Select(b => did.Average(a => Wins(a, b)))];
        double Variance(double[] v) => v.Sum(x => (x - v.Average()) * (x - v.Average())) / (v.Length - 1);
        Reference.Close(above.Average(), roc.Auc.Value);
        Reference.Close(Math.Sqrt(Variance(above) / 5 + Variance(below) / 5), roc.Auc.StandardError);
        Reference.Close(0.4, roc.KolmogorovSmirnov);
    }

    [Fact]
    public void A_model_is_no_better_than_itself_and_better_than_its_opposite()
    {
        var same = AucComparison.Of(Scores, Scores, Did);
        Assert.Equal((0, null), (same.Difference.Value, same.Test.PValue));
        var opposite = AucComparison.Of(Scores, [.. Scores.Select(s => -s)], Did);
        Reference.Close(2 * RocCurve.Of(Scores, Did).Auc.Value!.Value - 1, opposite.Difference.Value);
        Reference.Close(2 * RocCurve.Of(Scores, Did).Auc.StandardError!.Value, opposite.Difference.StandardError);
    }

    [Fact]
    public void Equal_predictions_stay_in_one_bin()
    {
        var calibration = Calibration.Of([0.2, 0.2, 0.2, 0.2, 0.7, 0.7, 0.7, 0.7], [true, false, false, false, true, true, true, false], 4);
        Assert.Equal([4, 4], calibration.Bins.Select(b => b.Observed.N));
        Reference.Close(0.25, calibration.Bins[0].Observed.Value);
        // Two points: the slope of the log odds by hand.
        double Log(double p) => Math.Log(p / (1 - p));
        Reference.Close((Log(0.75) - Log(0.25)) / (Log(0.7) - Log(0.2)), calibration.Slope.Value, 1e-9);
        Reference.Close((3 * 0.04 + 0.64 + 3 * 0.09 + 0.49) / 8, calibration.Brier);
    }

    [Fact]
    public void A_tenth_level_with_others_counts_by_its_part()
    {
        var told = ModelEvaluation.Of([.. Enumerable.Repeat(0.5, 20)], [.. Enumerable.Range(0, 20).Select(i => i < 5)]);
        Reference.Close(0.25, told.TopDecile.Value);
        Reference.Close(1, told.TopDecileLift.Value);
    }

    [Fact]
    public void Outcomes_of_one_kind_are_refused()
    {
        Assert.Throws<DataRefused>(() => RocCurve.Of([0.1, 0.2, 0.3], [true, true, true]));
        Assert.Throws<DataRefused>(() => RocCurve.Of([0.1, double.NaN, 0.3], [true, false, true]));
        Assert.Throws<DataRefused>(() => Calibration.Of([0.1, 1.2], [true, false]));
        Assert.True(Calibration.Of([0.1, 0.2], [true, true]).Intercept.Withheld);
    }
}
