namespace Regard.Statistics.Tests.Drivers;

public sealed class DriverRefusalTests
{
    static readonly Observations Data = Columns.Random(30, 3, 4);

    static DataRefused Refused(Observations data, params string[] drivers) => Assert.Throws<DataRefused>(() => DriverAnalysis.Fit(data, "Y", drivers, new() { Resamples = 40 }));

    static Observations With(string name, Func<int, double> value) =>
        Observations.Of([.. Data.Names, name], [.. Data.Names.Select(n => Data[n].ToArray()), [.. Enumerable.Range(0, Data.Rows).Select(value)]]);

    [Fact]
    public void A_driver_that_follows_from_others_is_refused_with_their_names()
    {
        var sum = With("S", i => 2 * Data["X1"][i] - Data["X3"][i] + 4);
        var refused = Refused(sum, "X1", "X2", "X3", "S");
        Assert.Equal("S follows exactly from X1, X3: leave one of them out.", refused.Message);
        Assert.Equal((DataFault.Collinear, 3), (refused.Fault, refused.Columns.Count));
        Assert.Throws<DataRefused>(() => Lmg.Of(Covariances.Of(sum), "Y", ["X1", "X2", "X3", "S"]));
        Assert.Throws<DataRefused>(() => RelativeWeights.Of(Covariances.Of(sum), "Y", ["X1", "X2", "X3", "S"]));
    }

    [Fact]
    public void Fewer_rows_than_drivers_are_refused_with_their_names() =>
        Assert.Equal("4 complete rows are too few for 3 drivers (X1, X2, X3): at least 5 are needed.", Refused(Data.Take([0, 1, 2, 3]), "X1", "X2", "X3").Message);

    [Fact]
    public void An_outcome_is_no_driver_of_itself_and_a_driver_is_named_once()
    {
        Assert.Equal(DataFault.TwiceNamed, Refused(Data, "X1", "Y").Fault);
        Assert.Equal(DataFault.TwiceNamed, Refused(Data, "X1", "X1").Fault);
        Assert.Equal(DataFault.NoColumn, Refused(Data, "X1", "Z").Fault);
        Assert.Equal(DataFault.BadSpecification, Refused(Data).Fault);
    }

    [Fact]
    public void Weights_that_are_all_zero_or_negative_are_refused_by_name()
    {
        DataRefused Weighted(Observations data) => Assert.Throws<DataRefused>(() => DriverAnalysis.Fit(data, "Y", ["X1"], new() { Weight = "w" }));
        Assert.Equal("All weights in w are 0.", Weighted(With("w", _ => 0)).Message);
        Assert.Equal("w has the weight -1: it is not negative.", Weighted(With("w", i => i == 2 ? -1 : 1)).Message);
        Assert.Equal(DataFault.TooFewRows, Weighted(With("w", i => i < 2 ? 1 : 0)).Fault);
    }

    [Fact]
    public void More_than_twenty_five_drivers_are_refused_for_LMG_and_taken_by_relative_weights()
    {
        var wide = Covariances.Of(Columns.Random(100, 26, 2));
        Assert.Throws<DataRefused>(() => Lmg.Of(wide, "Y", Columns.Names(26)));
        Assert.Equal(LinearRegression.Fit(wide, "Y", Columns.Names(26)).R2, RelativeWeights.Of(wide, "Y", Columns.Names(26)).Values.Sum(), 1e-12);
    }

    [Fact]
    public void Correlations_that_contradict_one_another_are_refused()
    {
        var impossible = Covariances.Of(["a", "b", "c", "y"], new[,] { { 1, 0.9, -0.9, 0 }, { 0.9, 1, 0.9, 0 }, { -0.9, 0.9, 1, 0 }, { 0, 0, 0, 1 } }, 50);
        Assert.Contains("contradict one another", Assert.Throws<DataRefused>(() => Lmg.Of(impossible, "y", ["a", "b", "c"])).Message);
    }

    [Fact]
    public void An_outcome_explained_without_rest_has_no_error()
    {
        var exact = Observations.Of(["Y", "X1"], [[1, 3, 5, 7, 9], [0, 1, 2, 3, 4]]);
        var fit = DriverAnalysis.Fit(exact, "Y", ["X1"], new() { Resamples = 100 });
        Assert.Equal(1, fit.Regression.R2, 1e-12);
        Assert.Equal(2, fit.Regression["X1"].Slope.Value!.Value, 1e-12);
        Assert.Null(fit.Regression.Residuals!.CooksDistance);
        Assert.Equal(1, fit.Drivers[0].Lmg.Value!.Value, 1e-12);
    }

    [Fact]
    public void Ratings_with_none_between_low_and_high_have_no_contrast()
    {
        var two = Observations.Of(["Y", "a"], [[1, 2, 3, 2, 5, 6], [1, 1, 1, 9, 9, 9]]);
        Assert.Contains("Nobody rated a between 3 and 8", Assert.Throws<DataRefused>(() => PenaltyReward.Fit(two, "Y", ["a"], new(3, 8))).Message);
        var never = PenaltyReward.Fit(Observations.Of(["Y", "a"], [[1, 2, 3, 2, 5, 6], [1, 1, 5, 5, 6, 7]]), "Y", ["a"], new(3, 8)).Attributes[0];
        Assert.Equal((Withholding.None, Withholding.Unmeasured, null), (never.Penalty.Reason, never.Reward.Reason, never.ImpactAsymmetry));
    }
}
