namespace Regard.Statistics.Tests.Drivers;

public sealed class RegressionTests
{
    static readonly Observations Data = Columns.Random(40, 3, 12);
    static readonly string[] Names = Columns.Names(3);

    [Fact]
    public void Cooks_distance_is_how_far_the_fit_moves_without_the_row()
    {
        var fit = LinearRegression.Fit(Data, "Y", Names);
        var distances = Enumerable.Range(0, 40).Select(left =>
        {
            var without = LinearRegression.Fit(Data.Take([.. Enumerable.Range(0, 40).Where(i => i != left)]), "Y", Names);
            var moved = Enumerable.Range(0, 40).Sum(i => Math.Pow(At(fit, i) - At(without, i), 2));
            return moved / (4 * fit.ResidualDeviation * fit.ResidualDeviation);
        }).ToArray();
        Assert.Equal(distances.Max(), fit.Residuals!.CooksDistance!.Value, 1e-10);
        Assert.Equal(Array.IndexOf(distances, distances.Max()) + 1, fit.Residuals.MostInfluentialRow);
    }

    [Fact]
    public void Residual_checks_equal_their_definitions()
    {
        var fit = LinearRegression.Fit(Data, "Y", Names);
        var squares = Enumerable.Range(0, 40).Select(i => Math.Pow(Data["Y"][i] - At(fit, i), 2)).ToArray();
        var explained = LinearRegression.Fit(Observations.Of(["e2", .. Names], [squares, .. Names.Select(n => Data[n].ToArray())]), "e2", Names).R2;
        Assert.Equal(Tail.Fisher(explained / 3 / ((1 - explained) / 36), 3, 36), fit.Residuals!.EqualVariancePValue!.Value, 1e-10);
        Assert.Equal(Math.Exp(-fit.Residuals.JarqueBera!.Value / 2), fit.Residuals.NormalityPValue!.Value, 1e-12);
    }

    [Fact]
    public void Linearised_errors_equal_the_sandwich_of_freed_residuals_by_hand()
    {
        // Slope sum x y / sum x^2 = 1 with residuals -0.5, 0, 1, 0, -0.5; leverages 0.6 at both ends, so scores 2.5, 0, 0, 0, -2.5 over sum x^2 = 10.
        var data = Observations.Of(["y", "x"], [[-2.5, -1, 1, 1, 1.5], [-2, -1, 0, 1, 2]]);
        var slope = LinearRegression.Fit(data, "y", ["x"], new(Linearised: true))["x"].Slope;
        Assert.Equal(1, slope.Value!.Value, 1e-14);
        Assert.Equal(Math.Sqrt(2 * 2.5 * 2.5 / 100), slope.StandardError!.Value, 1e-14);
        var weighted = Observations.Of(["y", "x", "w"], [data["y"].ToArray(), data["x"].ToArray(), [7, 7, 7, 7, 7]]);
        Assert.Equal(slope.StandardError!.Value, LinearRegression.Fit(weighted, "y", ["x"], new("w"))["x"].Slope.StandardError!.Value, 1e-14);
    }

    [Fact]
    public void A_combination_of_slopes_knows_their_covariance()
    {
        var fit = LinearRegression.Fit(Data, "Y", Names);
        Assert.Equal(fit["X2"].Slope.StandardError!.Value, fit.Combination(0, 0, 1, 0).StandardError!.Value, 1e-12);
        // The slope of X1 when X2 is measured as X2 + X1 is the difference of both.
        var turned = Observations.Of(Data.Names, [Data["Y"].ToArray(), Data["X1"].ToArray(), [.. Enumerable.Range(0, 40).Select(i => Data["X2"][i] + Data["X1"][i])], Data["X3"].ToArray()]);
        var (expected, actual) = (LinearRegression.Fit(turned, "Y", Names)["X1"].Slope, fit.Combination(0, 1, -1, 0));
        Assert.Equal(expected.Value!.Value, actual.Value!.Value, 1e-12);
        Assert.Equal(expected.StandardError!.Value, actual.StandardError!.Value, 1e-12);
        // The constant is the level at 0 of all predictors.
        Assert.Equal(fit.Intercept.Slope.StandardError!.Value, fit.Combination(1, 0, 0, 0).StandardError!.Value, 1e-12);
    }

    static double At(LinearRegression fit, int row) => fit.Intercept.Slope.Value!.Value + Names.Sum(n => fit[n].Slope.Value!.Value * Data[n][row]);
}
