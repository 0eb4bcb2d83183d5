namespace Regard.Statistics.Tests.Sampling;

public sealed class PlanningTests
{
    [Fact]
    public void Power_and_answers_a_wave_equal_those_of_R()
    {
        // R 4.2.2: power.t.test(n = 64, delta = 4, sd = 8), power.t.test(power = .8, ...), power.prop.test; 2026-11-22.
        var plan = new SampleSize();
        Reference.Close(0.8014586233679728, plan.PowerOfMean(64, 8, 4), 1e-10);
        Reference.Close(63.76576371427387, plan.ForChangeOfMean(8, 4), 1e-6);
        Reference.Close(1250.716738462106, plan.ForChangeOfShare(0.7, 0.75), 1e-6);
        Reference.Close(0.8232054873847627, plan.PowerOfShare(500, 0.7, 0.78));
        Assert.Equal(4, plan.DetectableChange(63.76576371427387, 8), 1e-4);
    }

    [Fact]
    public void A_margin_takes_as_many_answers_as_give_it_back()
    {
        var n = new SampleSize().ForMean(20, 3);
        Assert.Equal(3, Quantile.Student(0.975, n - 1) * 20 / Math.Sqrt(n), 1e-9);
        Assert.Equal(384.1458820694, new SampleSize().ForShare(0.5, 0.05), 1e-9);
        Assert.Equal(384.1458820694 / (1 + 383.1458820694 / 500), new SampleSize { Population = 500 }.ForShare(0.5, 0.05), 1e-9);
        Assert.Equal(2 * 384.1458820694, new SampleSize { DesignEffect = 2 }.ForShare(0.5, 0.05), 1e-9);
    }

    [Fact]
    public void What_was_planned_is_found_four_times_out_of_five()
    {
        var n = (int)Math.Ceiling(new SampleSize().ForChangeOfMean(20, 8));
        var found = Enumerable.Range(0, 2000).Count(w =>
        {
            var chance = Draws.Seeded(4).Of(w);
            Estimate Wave(double level) => DesignMeans.Of([[.. Enumerable.Range(0, n).Select(_ => (double?)(level + 20 * chance.Normal()))]]).Mean(0);
            return WelchTest.Of(Wave(78), Wave(70)).PValue < 0.05;
        });
        Assert.InRange(found / 2000.0, 0.77, 0.83);
    }

    [Fact]
    public void Response_rates_follow_their_definitions()
    {
        var rates = new ResponseRates { Complete = 400, Partial = 50, Refused = 200, NotReached = 250, Other = 100, UnknownHousehold = 300, UnknownOther = 200, Ineligible = 250 };
        Assert.Equal(0.8, rates.E);
        Assert.Equal([400 / 1500.0, 450 / 1500.0, 400 / 1400.0, 450 / 1400.0, 0.4, 0.45], new[] { rates.Rr1, rates.Rr2, rates.Rr3, rates.Rr4, rates.Rr5, rates.Rr6 }.Select(r => r!.Value));
        Assert.Equal(400 / 1250.0, (rates with { EligibleShare = 0.5 }).Rr3);
        Assert.Null(new ResponseRates { Complete = 0 }.Rr1);
    }
}
