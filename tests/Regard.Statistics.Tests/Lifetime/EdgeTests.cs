namespace Regard.Statistics.Tests.Lifetime;

/// <summary>Where packages fail or go silent (lifetimes issues 259, 335, 405, 419): small samples, nobody buys again, one day, everybody alike.</summary>
public class EdgeTests
{
    static (LikelihoodFit Bg, LikelihoodFit Modified, LikelihoodFit Pareto) All(PurchaseHistories histories) =>
        (BgNbd.Fit(histories).Likelihood, BgNbd.Fit(histories, true).Likelihood, ParetoNbd.Fit(histories).Likelihood);

    static void Each(PurchaseHistories histories, Action<LikelihoodFit> check)
    {
        var (bg, modified, pareto) = All(histories);
        check(bg);
        check(modified);
        check(pareto);
    }

    [Fact]
    public void Nobody_bought_again() => Each(PurchaseHistories.Of(new int[50], new int[50], [.. Enumerable.Range(1, 50)]), fit =>
    {
        Assert.Equal(LifetimeReason.NoRepeatPurchase, fit.Reason);
        Assert.Empty(fit.Values);
        Assert.Equal(Withholding.TooFew, fit[fit.Names[0]].Reason);
    });

    [Fact]
    public void All_were_born_on_the_last_day() => Each(PurchaseHistories.Of(new int[50], new int[50], new int[50]), fit => Assert.Equal(LifetimeReason.NoTime, fit.Reason));

    [Fact]
    public void Four_customers() => Each(PurchaseHistories.Of([1, 2, 0, 3], [5, 6, 0, 9], [10, 10, 10, 10]), fit => Assert.Equal(LifetimeReason.TooFewCustomers, fit.Reason));

    [Fact]
    public void Everybody_buys_alike_and_nobody_leaves() => Each(PurchaseHistories.Of([.. Enumerable.Repeat(10, 60)], [.. Enumerable.Repeat(98, 60)], [.. Enumerable.Repeat(100, 60)]), fit =>
    {
        Assert.False(fit.Converged);
        Assert.Contains(fit.Reason, new[] { LifetimeReason.EqualRates, LifetimeReason.NoDropOut });
    });

    [Fact]
    public void Small_samples_settle_or_say_why()
    {
        var world = new BgNbd(0.243, 4.414, 0.793, 2.426);
        var settled = 0;
        for (var sample = 0; sample < 24; sample++)
        {
            var n = 6 + sample % 60;
            Each(Customers.Grow(world, n, 270, sample), fit =>
            {
                Assert.NotEqual(LifetimeReason.NotSettled, fit.Reason);
                Assert.All(fit.Values, v => Assert.True(double.IsFinite(v) && v > 0));
                foreach (var name in fit.Names) Assert.Equal(fit.Converged, !fit[name].Withheld);
                if (fit.Converged)
                {
                    settled++;
                    Assert.InRange(fit.GradientNorm!.Value, 0, 1e-6);
                }
            });
        }
        Assert.InRange(settled, 8, 72);
    }

    [Fact]
    public void The_number_of_repeats_has_no_bound_that_matters()
    {
        var model = new BgNbd(0.243, 4.414, 0.793, 2.426);
        foreach (var x in new[] { 100, 1000, 20_000 })
        {
            var history = new PurchaseHistory(x, 250, 260);
            Assert.InRange(model.Alive(history), 0, 1);
            Assert.InRange(model.Expected(history, 52), 0, x);
            Assert.InRange(new ParetoNbd(0.55, 10.6, 0.6, 11.7).Expected(history, 52), 0, x);
        }
        Assert.Equal(0, model.Alive(new(500, 10, 400)), 1e-12);
    }

    [Fact]
    public void The_series_and_the_quadrature_agree_wherever_both_can_go()
    {
        foreach (var rate in new[] { 0.05, 1, 7.3, 60 })
            foreach (var horizon in new[] { 1e-6, 0.1, 1, 8, 30 })
                foreach (var (a, b) in new[] { (0.01, 0.3), (0.8, 2.4), (1, 1), (1, 40), (30, 70), (0.02, 500.0) })
                    Reference.Close(1, PotentialPurchases.Quadrature(rate, horizon, a, b) / PotentialPurchases.Expected(rate, horizon, a, b), 1e-10);
    }

    [Fact]
    public void Drop_out_that_is_nearly_the_same_for_all_takes_no_more_points()
    {
        // (beta + y)^-(s + 1) goes to e^(-rate y) as s and beta run off together.
        const double rate = 0.02, beta = 4e6;
        Assert.InRange(DropOutIntegral.Panels(2, 11, rate * beta, beta, 80, Math.Log(91 / 51.0)), 1, 2);
        double Scaled(double beta) => DropOutIntegral.Log(2, 11, rate * beta, beta, 40, 80) + (rate * beta + 1) * Math.Log(beta);
        Assert.Equal(Scaled(beta / 100), Scaled(beta), 1e-3);
        var sum = Enumerable.Range(0, 40_000).Select(i => 40 + (i + 0.5) / 1000).Sum(y => Math.Exp(-rate * y) / ((11 + y) * (11 + y))) / 1000;
        Assert.Equal(Math.Log(sum), Scaled(beta), 1e-5);
    }

    [Fact]
    public void Amounts_that_tell_nothing_say_so()
    {
        var (x, t, age) = (new[] { 1, 2, 3, 1, 2, 3 }, new[] { 5, 6, 7, 5, 6, 7 }, new[] { 9, 9, 9, 9, 9, 9 });
        Assert.Equal(LifetimeReason.EqualAmounts, GammaGamma.Fit(PurchaseHistories.Of(x, t, age, [4, 4, 4, 4, 4, 4])).Likelihood.Reason);
        var zeros = GammaGamma.Fit(PurchaseHistories.Of(x, t, age, [0, 0, 0, 4, 5, 6]));
        Assert.Equal((LifetimeReason.TooFewAmounts, 3), (zeros.Likelihood.Reason, zeros.LeftOut));
        Assert.Throws<DataRefused>(() => GammaGamma.Fit(PurchaseHistories.Of(x, t, age)));
        Assert.Null(new GammaGamma(6, 0.9, 15).Expected(0, null));
    }

    [Fact]
    public void A_history_that_contradicts_itself_is_refused()
    {
        var model = new BgNbd(0.243, 4.414, 0.793, 2.426);
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Expected(new(1, 9, 5), 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Expected(new(0, 3, 5), 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Expected(new(1, 3, 5), -1));
        Assert.Throws<DataRefused>(() => model.Discounted(new(1, 3, 5), double.PositiveInfinity, 0.01));
        Assert.Throws<DataRefused>(() => new ParetoNbd(1, 1, 0.5, 1).Discounted(new(1, 3, 5), double.PositiveInfinity, 0));
    }
}
