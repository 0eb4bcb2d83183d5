namespace Regard.Statistics.Tests.Charts;

public sealed class ChartTests
{
    // Montgomery, Introduction to Statistical Quality Control: viscosity of primer paint (individuals chart) and the CUSUM and EWMA example, mean 10, sigma 1.
    static readonly double[] Viscosity = [33.75, 33.05, 34.00, 33.81, 33.46, 34.02, 33.68, 33.27, 33.49, 33.20, 33.62, 33.00, 33.54, 33.12, 33.84];
    static readonly double[] Shifted = [
        9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.2, 10.34, 9.03, 11.47, 10.51, 9.4, 10.08,
        9.37, 10.62, 10.31, 8.52, 10.84, 10.9, 9.33, 12.29, 11.5, 10.6, 11.08, 10.38, 11.62, 11.31, 10.52];

    static double[] Steady(int n, long seed)
    {
        var chance = Draws.Seeded(seed).Of(0);
        return [.. Enumerable.Range(0, n).Select(_ => 70 + 2 * chance.Normal())];
    }

    [Fact]
    public void Single_values_get_the_limits_of_the_published_example()
    {
        var chart = XmrChart.Of(Viscosity);
        Assert.Equal(33.52, chart.Centre, 0.005);
        Assert.Equal(0.48, chart.Sigma * 1.1283791670955126, 0.005);
        // The book rounds the mean range before it goes on.
        Assert.Equal(32.24, chart.Points[0].Lower, 0.015);
        Assert.Equal(34.80, chart.Points[0].Upper, 0.015);
        Assert.Equal(1.57, chart.Ranges[0].Upper, 0.006);
        Assert.All(chart.Points, p => Assert.Empty(p.Signals));
    }

    [Fact]
    public void Sums_signal_at_the_29th_point_of_the_published_example()
    {
        var chart = CusumChart.Of(Shifted, 10, 1);
        Assert.Equal([5.28, 5.30], chart.Points.Skip(28).Select(p => Math.Round(p.Up, 2)));
        Assert.Equal(28, chart.Points.ToList().FindIndex(p => p.Signals.Contains(ChartRule.SumTooHigh)));
        Assert.DoesNotContain(chart.Points, p => p.Signals.Contains(ChartRule.SumTooLow));
    }

    [Fact]
    public void The_moving_average_signals_at_the_29th_point_of_the_published_example()
    {
        var chart = EwmaChart.Of(Shifted, 10, 1, weight: 0.1, width: 2.7);
        Assert.Equal([9.945, 9.7495, 9.70355], chart.Points.Take(3).Select(p => Math.Round(p.Value, 5)));
        Assert.Equal((9.73, 10.27), (Math.Round(chart.Points[0].Lower, 2), Math.Round(chart.Points[0].Upper, 2)));
        Assert.Equal((9.38, 10.62), (Math.Round(chart.Points[29].Lower, 2), Math.Round(chart.Points[29].Upper, 2)));
        Assert.Equal(28, chart.Points.ToList().FindIndex(p => p.Signals.Count > 0));
    }

    [Fact]
    public void Rates_by_hand()
    {
        // Centre 100 / 1000; z = (rate - centre) / sqrt(centre (1 - centre) / n).
        double[] counts = [12, 30, 18, 40], sizes = [100, 400, 200, 300];
        var chart = LaneyChart.OfShares(counts, sizes);
        double[] z = [.. counts.Zip(sizes, (c, n) => (c / n - 0.1) / Math.Sqrt(0.09 / n))];
        var sigma = (Math.Abs(z[1] - z[0]) + Math.Abs(z[2] - z[1]) + Math.Abs(z[3] - z[2])) / 3 / (2 / Math.Sqrt(Math.PI));
        Assert.Equal(0.1, chart.Centre, 1e-15);
        Assert.Equal(sigma, chart.SigmaZ, 1e-12);
        Assert.Equal(0.1 + 3 * sigma * Math.Sqrt(0.09 / 300), chart.Points[3].Upper, 1e-12);
        Assert.Equal(0.1 + 3 * LaneyChart.OfEvents(counts, sizes).SigmaZ * Math.Sqrt(0.1 / 300), LaneyChart.OfEvents(counts, sizes).Points[3].Upper, 1e-12);
    }

    [Fact]
    public void Large_counts_that_vary_beyond_chance_are_not_called_out_of_control()
    {
        var chance = Draws.Seeded(3).Of(0);
        double[] sizes = [.. Enumerable.Repeat(100_000.0, 40)], counts = [.. sizes.Select(n => Math.Round(n * (0.1 + 0.01 * chance.Normal())))];
        var chart = LaneyChart.OfShares(counts, sizes, limitsOnly: true);
        Assert.InRange(chart.SigmaZ, 7, 14);
        Assert.True(chart.Points.Count(p => p.Signals.Count > 0) <= 1);
        Assert.True(counts.Count(c => Math.Abs(c / 100_000 - 0.1) > 3 * Math.Sqrt(0.09 / 100_000)) > 20);
    }

    [Fact]
    public void Each_rule_is_named_where_it_breaks()
    {
        double[] calm = [0, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1];
        ChartRule[] After(params double[] more) => [.. XmrChart.Of([.. calm, .. more], baseline: 16).Points[^1].Signals];
        var sigma = XmrChart.Of(calm).Sigma;
        Assert.Equal([ChartRule.BeyondLimits], After(3.2 * sigma));
        Assert.Contains(ChartRule.NineOnOneSide, After(0.4, 0.3, 0.4, 0.3, 0.4, 0.3, 0.4, 0.3, 0.4));
        Assert.Contains(ChartRule.SixRisingOrFalling, After(-0.5, -0.3, -0.1, 0.1, 0.3, 0.5));
        Assert.Contains(ChartRule.TwoOfThreeBeyondTwoSigma, After(2.2 * sigma, 0, 2.2 * sigma));
        Assert.Contains(ChartRule.FourOfFiveBeyondOneSigma, After(1.2 * sigma, 1.2 * sigma, 0, 1.2 * sigma, 1.2 * sigma));
        Assert.Empty(After(0.2));
    }

    [Fact]
    public void False_alarms_are_as_rare_as_said()
    {
        var x = Steady(100_000, 4);
        // One in 370 beyond three sigma; sums: one in 465 from each restart.
        Assert.InRange(XmrChart.Of(x, limitsOnly: true).Points.Count(p => p.Signals.Count > 0), 220, 320);
        double Between(int within, Func<double[], int> first)
        {
            var (at, lengths) = (0, new List<int>());
            while (at + within < x.Length && first(x[at..(at + within)]) is >= 0 and var run)
            {
                lengths.Add(run + 1);
                at += run + 1;
            }
            return lengths.Average();
        }
        Assert.InRange(Between(1000, part => Array.FindIndex(ChartRules.Of([.. part.Select(v => (v - 70) / 2)], only: false), s => s.Count > 0)), 80, 97);
        Assert.InRange(Between(5000, part => CusumChart.Of(part, 70, 2).Points.ToList().FindIndex(p => p.Signals.Count > 0)), 390, 550);
        Assert.InRange(Between(5000, part => EwmaChart.Of(part, 70, 2).Points.ToList().FindIndex(p => p.Signals.Count > 0)), 310, 440);
    }

    [Theory, InlineData(0.0), InlineData(0.03)]
    public void Rates_that_vary_by_chance_or_beyond_it_are_called_out_of_control_once_in_hundreds(double beyond)
    {
        var chance = Draws.Seeded(8).Of(0);
        double[] sizes = [.. Enumerable.Range(0, 20_000).Select(i => 400.0 + 100 * (i % 5))];
        double[] counts = [.. sizes.Select(n => Math.Clamp(Math.Round(n * 0.3 + Math.Sqrt(n * 0.21) * chance.Normal() + n * beyond * chance.Normal()), 0, n))];
        var (shares, events) = (LaneyChart.OfShares(counts, sizes, limitsOnly: true), LaneyChart.OfEvents(counts, sizes, limitsOnly: true));
        // One in 370 of normal rates; sizes that differ mix spreads when they vary beyond chance.
        Assert.InRange(shares.Points.Count(p => p.Signals.Count > 0) / 20_000.0, 1 / 500.0, 1 / 250.0);
        Assert.InRange(events.Points.Count(p => p.Signals.Count > 0) / 20_000.0, 1 / 500.0, 1 / 250.0);
    }

    [Fact]
    public void What_cannot_be_charted_is_refused()
    {
        Assert.Throws<DataRefused>(() => XmrChart.Of([1, 2, 3]));
        Assert.Throws<DataRefused>(() => XmrChart.Of([2, 2, 2, 2]));
        Assert.Throws<DataRefused>(() => XmrChart.Of([1, 2, double.NaN, 4]));
        Assert.Throws<DataRefused>(() => XmrChart.Of([1, 2, 3, 4], baseline: 9));
        Assert.Throws<DataRefused>(() => EwmaChart.Of([1, 2, 3, 4], weight: 0));
        Assert.Throws<DataRefused>(() => CusumChart.Of([1, 2, 3, 4], limit: 0));
        Assert.Throws<DataRefused>(() => LaneyChart.OfShares([5, 2, 3, 4], [4, 4, 4, 4]));
        Assert.Throws<DataRefused>(() => LaneyChart.OfEvents([0, 0, 0, 0], [4, 4, 4, 4]));
    }
}
