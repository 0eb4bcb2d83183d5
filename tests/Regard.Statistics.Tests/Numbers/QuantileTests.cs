namespace Regard.Statistics.Tests.Numbers;

public sealed class QuantileTests
{
    // Closed forms for one and two degrees of freedom.
    [Fact]
    public void Student_quantiles_equal_their_closed_forms()
    {
        foreach (var p in new[] { 0.6, 0.975, 0.9999 })
        {
            Assert.Equal(Math.Tan(Math.PI * (p - 0.5)), Quantile.Student(p, 1), 1e-11 * Quantile.Student(p, 1));
            Assert.Equal((2 * p - 1) / Math.Sqrt(2 * p * (1 - p)), Quantile.Student(p, 2), 1e-12 * Quantile.Student(p, 2));
        }
    }

    // Abramowitz and Stegun (1964) 26.7.4: a finite sum for an even number of degrees of freedom.
    [Theory]
    [InlineData(4), InlineData(10), InlineData(30), InlineData(248), InlineData(2000)]
    public void Student_quantiles_agree_with_the_finite_sum(int df)
    {
        var t = Quantile.Student(0.975, df);
        double cosine = df / (df + t * t), term = 1, sum = 0;
        for (var i = 0; i < df / 2; i++)
        {
            sum += term;
            term *= cosine * (2 * i + 1) / (2 * i + 2);
        }
        Assert.Equal(0.05, 1 - t / Math.Sqrt(df + t * t) * sum, 1e-13);
    }

    [Theory]
    [InlineData(0.6), InlineData(0.9), InlineData(0.975), InlineData(0.9995)]
    public void Quantile_and_tail_undo_each_other(double p)
    {
        foreach (var df in new[] { 1, 1.7, 3, 12.5, 80, 600, 999, 1001, 5000 })
            Assert.Equal(2 * (1 - p), Quantile.StudentTwoSided(Quantile.Student(p, df), df), 1e-11);
    }

    [Fact]
    public void The_series_for_many_degrees_of_freedom_joins_without_a_step() =>
        Assert.Equal(Quantile.Student(0.975, 999.999999), Quantile.Student(0.975, 1000), 1e-11);

    [Fact]
    public void Fisher_with_one_numerator_is_students_t_squared()
    {
        foreach (var df in new[] { 4.0, 20, 249 })
            Assert.Equal(Math.Pow(Quantile.Student(0.975, df), 2), Quantile.Fisher(0.95, 1, df), 1e-10);
    }

    [Fact]
    public void Impossible_questions_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Student(1, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Student(0.9, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Student(double.NaN, 5));
    }
}
