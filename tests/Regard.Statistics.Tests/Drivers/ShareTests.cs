namespace Regard.Statistics.Tests.Drivers;

public sealed class ShareTests
{
    // Two drivers correlated by 0.5, with the outcome by 0.6 and 0.4: R2 alone 0.36 and 0.16, together (0.36 + 0.16 - 2 x 0.12) / 0.75 = 28 / 75.
    static readonly Covariances Two = Covariances.Of(["a", "b", "y"], new[,] { { 1, 0.5, 0.6 }, { 0.5, 1, 0.4 }, { 0.6, 0.4, 1 } }, 100);

    [Fact]
    public void Two_drivers_share_what_either_explains_by_halves()
    {
        var lmg = Lmg.Of(Two, "y", ["a", "b"]);
        Assert.Equal(28.0 / 75, lmg.R2, 1e-15);
        Assert.Equal((0.36 + 28.0 / 75 - 0.16) / 2, lmg.Values[0], 1e-15);
        Assert.Equal((0.16 + 28.0 / 75 - 0.36) / 2, lmg.Values[1], 1e-15);
        Assert.Equal(0.36, lmg.Conditional![0][0], 1e-15);
        Assert.Equal(28.0 / 75 - 0.16, lmg.Conditional[0][1], 1e-15);
    }

    [Fact]
    public void One_driver_takes_all()
    {
        Assert.Equal(0.36, Lmg.Of(Two, "y", ["a"]).Values[0], 1e-15);
        Assert.Equal(0.36, RelativeWeights.Of(Two, "y", ["a"]).Values[0], 1e-15);
    }

    [Theory]
    [InlineData(3), InlineData(4), InlineData(6)]
    public void Shares_are_the_average_gain_over_all_orders_of_entry(int drivers)
    {
        var (data, names) = (Columns.Random(60, drivers, drivers), Columns.Names(drivers));
        var covariances = Covariances.Of(data);
        var gains = new double[drivers];
        var orders = Orders([.. Enumerable.Range(0, drivers)]).ToList();
        foreach (var order in orders)
            for (var at = 0; at < drivers; at++)
                gains[order[at]] += (R2(order[..(at + 1)]) - R2(order[..at])) / orders.Count;
        foreach (var (expected, actual) in gains.Zip(Lmg.Of(covariances, "Y", names).Values)) Assert.Equal(expected, actual, 1e-13);

        double R2(int[] set) => set.Length == 0 ? 0 : LinearRegression.Fit(covariances, "Y", [.. set.Select(j => names[j])]).R2;
    }

    [Fact]
    public void Uncorrelated_drivers_have_their_squared_correlations()
    {
        var none = Covariances.Of(["a", "b", "y"], new[,] { { 4, 0, 1.0 }, { 0, 9, 2 }, { 1, 2, 16 } }, 50);
        foreach (var values in new[] { Lmg.Of(none, "y", ["a", "b"]).Values, RelativeWeights.Of(none, "y", ["a", "b"]).Values })
        {
            Assert.Equal(1 / 64.0, values[0], 1e-15);
            Assert.Equal(4 / 144.0, values[1], 1e-15);
        }
    }

    [Theory]
    [InlineData(8), InlineData(15)]
    public void Shares_add_up_to_R2_and_change_with_no_scale(int drivers)
    {
        var (data, names) = (Columns.Random(200, drivers, 3), Columns.Names(drivers));
        var stretched = Observations.Of(data.Names, [.. data.Names.Select((n, j) => data[n].ToArray().Select(x => 5 - (j + 1) * x).ToArray())]);
        var (plain, other) = (Covariances.Of(data), Covariances.Of(stretched));
        var (lmg, weights) = (Lmg.Of(plain, "Y", names), RelativeWeights.Of(plain, "Y", names));
        Assert.Equal(lmg.R2, lmg.Values.Sum(), 1e-13);
        Assert.Equal(lmg.R2, weights.Values.Sum(), 1e-13);
        foreach (var (a, b) in lmg.Values.Zip(Lmg.Of(other, "Y", names).Values)) Assert.Equal(a, b, 1e-13);
        foreach (var (a, b) in weights.Values.Zip(RelativeWeights.Of(other, "Y", names).Values)) Assert.Equal(a, b, 1e-13);
    }

    [Fact]
    public void Drawn_orders_miss_the_exact_shares_by_their_error_only()
    {
        var (covariances, names) = (Covariances.Of(Columns.Random(300, 21, 8)), Columns.Names(21));
        var (exact, drawn) = (Lmg.Of(covariances, "Y", names, exactUpTo: 21), Lmg.Of(covariances, "Y", names));
        Assert.Null(exact.SamplingErrors);
        var misses = exact.Values.Zip(drawn.Values, drawn.SamplingErrors!).Select(x => (x.First - x.Second) / x.Third).ToList();
        Assert.InRange(misses.Sum(z => z * z), 7, 44);
        Assert.All(drawn.SamplingErrors!, se => Assert.InRange(se, 1e-6, 0.002 * drawn.R2));
        Assert.Equal(exact.R2, drawn.Values.Sum(), 1e-12);
    }

    [Fact]
    public void Weights_count_as_repetition()
    {
        var (data, names) = (Columns.Random(50, 3, 9), Columns.Names(3));
        var weights = Enumerable.Range(0, 50).Select(i => (double)(i % 4)).ToArray();
        var weighted = Observations.Of([.. data.Names, "w"], [.. data.Names.Select(n => data[n].ToArray()), weights]);
        var repeated = data.Take([.. Enumerable.Range(0, 50).SelectMany(i => Enumerable.Repeat(i, i % 4))]);
        var (one, other) = (Lmg.Of(Covariances.Of(weighted, "w"), "Y", names), Lmg.Of(Covariances.Of(repeated), "Y", names));
        foreach (var (a, b) in one.Values.Zip(other.Values)) Assert.Equal(a, b, 1e-13);
        var (slope, same) = (LinearRegression.Fit(weighted, "Y", names, new("w")), LinearRegression.Fit(repeated, "Y", names));
        foreach (var name in names) Assert.Equal(same[name].Slope.Value!.Value, slope[name].Slope.Value!.Value, 1e-12);
    }

    [Fact]
    public void Moments_of_a_cell_give_what_its_rows_give()
    {
        var rows = Describe.Rows.Random(400, 4, 10, 0, 5);
        var columns = Enumerable.Range(0, 4).Select(j => rows.All.Select(r => (double)r[j]).ToArray()).ToArray();
        var data = Observations.Of(["Y", .. Columns.Names(3)], columns);
        var cell = Covariances.Of(rows.Fold(), [("Y", 0), ("X1", 1), ("X2", 2), ("X3", 3)]);
        var (fromRows, fromCell) = (LinearRegression.Fit(data, "Y", Columns.Names(3)), LinearRegression.Fit(cell, "Y", Columns.Names(3)));
        foreach (var (a, b) in fromRows.Coefficients.Prepend(fromRows.Intercept).Zip(fromCell.Coefficients.Prepend(fromCell.Intercept)))
        {
            Assert.Equal(a.Slope.Value!.Value, b.Slope.Value!.Value, 1e-12);
            Assert.Equal(a.Slope.StandardError!.Value, b.Slope.StandardError!.Value, 1e-12);
        }
        foreach (var (a, b) in Lmg.Of(Covariances.Of(data), "Y", Columns.Names(3)).Values.Zip(Lmg.Of(cell, "Y", Columns.Names(3)).Values)) Assert.Equal(a, b, 1e-13);
    }

    [Fact]
    public void A_driver_that_adds_more_beside_every_set_dominates_completely()
    {
        var dominance = Dominance.Of(Two, "y", ["a", "b"]);
        Assert.Equal((DominanceLevel.Complete, DominanceLevel.None), (dominance["a", "b"], dominance["b", "a"]));
        // Alone b explains more, beside c it explains less than a.
        var crossed = Covariances.Of(["a", "b", "c", "y"], new[,] { { 1, 0.1, 0, 0.45 }, { 0.1, 1, 0.7, 0.5 }, { 0, 0.7, 1, 0.5 }, { 0.45, 0.5, 0.5, 1 } }, 100);
        Assert.Equal(DominanceLevel.General, Dominance.Of(crossed, "y", ["a", "b", "c"])["a", "b"]);
    }

    [Fact]
    public void Intervals_of_many_drivers_from_drawn_orders_are_those_from_all_sets()
    {
        var (data, names) = (Columns.Random(200, 16, 11), Columns.Names(16));
        var drawn = DriverAnalysis.Fit(data, "Y", names, new() { Resamples = 100 });
        // The same resamples, every set counted.
        var (p, deviations) = (16, Deviations.Of(WeightedRows.Of(data.Select([.. names, "Y"]), null)));
        var exact = Bootstrap.Run(200, p, 100, Draws.Seeded(1), () => (Resample: new DriverResample(deviations, null), Sets: new DriverSets(p)), (work, rows, into) =>
        {
            if (!work.Resample.Draw(rows)) return false;
            work.Sets.Count(work.Resample.Correlations);
            work.Sets.Shares(into);
            return true;
        });
        foreach (var (j, driver) in drawn.Drivers.Index())
        {
            Assert.Equal(Lmg.Of(Covariances.Of(data), "Y", names).Values[j], driver.Lmg.Value!.Value, 1e-12);
            Assert.Equal(1, driver.Lmg.StandardError!.Value / exact.StandardError(j)!.Value, 0.06);
            Assert.InRange(driver.Lmg.Upper!.Value - exact.Percentile(j, BootstrapDistribution.Expanded(0.95, 200))!.Value.Upper, -0.004, 0.004);
        }
    }

    [Fact]
    public void Without_resamples_there_are_values_and_no_intervals()
    {
        var fit = DriverAnalysis.Fit(Columns.Random(50, 3, 2), "Y", Columns.Names(3), new() { Resamples = 0 });
        Assert.Equal(fit.Regression.R2, fit.Shares.Values.Sum(), 1e-12);
        Assert.Equal(fit.Regression.R2, fit.Weights.Values.Sum(), 1e-12);
        Assert.All(fit.Drivers, d => Assert.Equal((Withholding.TooFew, 1, 3), (d.Lmg.Reason, d.RankLower, d.RankUpper)));
        Assert.Throws<DataRefused>(() => DriverAnalysis.Fit(Columns.Random(50, 3, 2), "Y", Columns.Names(3), new() { Resamples = 39 }));
    }

    static IEnumerable<int[]> Orders(int[] items) => items.Length == 0 ? [[]] : items.SelectMany(first => Orders([.. items.Where(i => i != first)]).Select(rest => (int[])[first, .. rest]));
}
