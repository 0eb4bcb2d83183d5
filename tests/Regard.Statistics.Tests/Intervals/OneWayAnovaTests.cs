using Regard.Statistics.Tests.Simulation;

namespace Regard.Statistics.Tests.Intervals;

public sealed class OneWayAnovaTests
{
    static Estimate Mean(params IEnumerable<double> values) => DesignMeans.Of([[.. values.Cast<double?>()]]).Mean(0);

    [Fact]
    public void Squares_differences_and_p_values_equal_the_reference()
    {
        // group_tests_satisfaction.json: R 4.2.2, aov, TukeyHSD, t.test(var.equal = TRUE), t.test(paired = TRUE).
        var (data, expected) = (Reference.Data("satisfaction.csv"), Reference.Results("group_tests_satisfaction.json"));
        // The one answer of 0 belongs to no group of the reference.
        (double Score, double Image, bool Woman)[] rows = [.. data.Numbers("sat1").Zip(data.Numbers("imag1"), data.Rows).Select(r => (r.First, r.Second, r.Third[data.Slot("gender")] == "female"))];
        double[] Of(Func<double, bool> image) => [.. rows.Where(r => r.Image > 0 && image(r.Image)).Select(r => r.Score)];
        var anova = OneWayAnova.Of([Mean(Of(i => i <= 6)), Mean(Of(i => i is 7 or 8)), Mean(Of(i => i >= 9))])!;
        Reference.Close(expected["anova"]!["f"].Number(), anova.F, 1e-11);
        Reference.Close(expected["anova"]!["p"].Number(), anova.PValue);
        Assert.Equal((2, 246), (anova.BetweenFreedom, anova.WithinFreedom));
        Reference.Close(expected["anova"]!["ss"]![0].Number(), anova.BetweenSquares, 1e-11);
        Reference.Close(expected["anova"]!["ss"]![1].Number(), anova.WithinSquares, 1e-11);
        foreach (var (pair, name) in anova.Pairs.Zip(["mid-low", "high-low", "high-mid"]))
        {
            var one = expected["tukey"]![name]!;
            Reference.Close(one["diff"].Number(), pair.Difference.Value, 1e-11);
            // R's quantile ends with a step of under 1e-4 by secants, good to about 1e-9.
            Reference.Close(one["lwr"].Number(), pair.Difference.Lower, 1e-8);
            Reference.Close(one["upr"].Number(), pair.Difference.Upper, 1e-8);
            // R's probability of a small tail is 1 less the rest, good to about 1e-10.
            Assert.Equal(one["p adj"].Number(), pair.PValue, 1e-9);
        }
        var student = OneWayAnova.Of([Mean(rows.Where(r => !r.Woman).Select(r => r.Score)), Mean(rows.Where(r => r.Woman).Select(r => r.Score))])!;
        Reference.Close(expected["student"]!["t"].Number(), Math.Sqrt(student.F), 1e-11);
        Reference.Close(expected["student"]!["p"].Number(), student.PValue, 1e-11);
        Assert.Equal(student.PValue, student.Pairs.Single().PValue, 1e-10);
        double?[] differences = [.. data.Numbers("sat1").Zip(data.Numbers("sat2"), (one, other) => (double?)(one - other))];
        var paired = StudentTest.Of(DesignMeans.Of([differences]).Mean(0));
        Reference.Close(expected["paired_t_sat1_sat2"]!["t"].Number(), paired.T, 1e-11);
        Reference.Close(expected["paired_t_sat1_sat2"]!["p"].Number(), paired.PValue, 1e-11);
    }

    [Fact]
    public void Of_two_means_the_range_is_Students_t()
    {
        foreach (var freedom in new[] { 1.0, 3, 9, 11, 17, 246, 5000 })
            foreach (var t in new[] { 0.3, 1.5, 4 }) Assert.Equal(Quantile.StudentTwoSided(t, freedom), StudentizedRange.Tail(t * Math.Sqrt(2), 2, freedom), 1e-10);
        Assert.Equal(Quantile.Student(0.975, 12) * Math.Sqrt(2), StudentizedRange.Quantile(0.95, 2, 12), 1e-9);
    }

    [Theory]
    // Published tables of the upper 5 and 1 % points, three decimals: Harter (1960), Annals of Mathematical Statistics 31, 1122-1147.
    [InlineData(0.95, 3, 10, 3.877), InlineData(0.95, 5, 20, 4.232), InlineData(0.95, 10, 60, 4.646), InlineData(0.99, 3, 10, 5.270), InlineData(0.95, 3, 2, 8.331)]
    public void Its_quantiles_are_those_of_the_tables(double p, int groups, double freedom, double published) =>
        Assert.Equal(published, StudentizedRange.Quantile(p, groups, freedom), 6e-4);

    [Fact]
    public void Without_a_difference_one_is_found_in_five_per_cent_and_all_pairs_are_held_together() => Worlds.Run(2000, 61, (_, chance, seen) =>
    {
        Estimate Group(int n) => Mean(Enumerable.Range(0, n).Select(_ => 70 + 10 * chance.Normal()).ToArray());
        var anova = OneWayAnova.Of([Group(15), Group(15), Group(20)])!;
        seen.Test("anova", anova.PValue);
        seen.Test("any pair", anova.Pairs.Min(p => p.PValue));
        seen.Interval("all pairs", anova.Pairs.Max(p => p.Difference.Lower!.Value), anova.Pairs.Min(p => p.Difference.Upper!.Value), 0);
    }).Keep();

    [Fact]
    public void Groups_that_do_not_vary_have_no_test()
    {
        Assert.Null(OneWayAnova.Of([Mean(3.0, 3), Mean(4.0, 4)]));
        Assert.Null(OneWayAnova.Of([Mean(3.0, 4), Estimate.Withhold(Withholding.TooFew, 2)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentizedRange.Tail(1, 1, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentizedRange.Tail(1, 3, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentizedRange.Quantile(1, 3, 5));
    }
}
