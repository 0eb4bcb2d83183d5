namespace Regard.Statistics.Tests.Lifetime;

/// <summary>Worlds that the models themselves made: the truth is known.</summary>
public class LifetimeSimulationTests
{
    // Days in place of moments bias what needs exact time, so that rates are low against days here.
    static readonly BgNbd Bg = new(0.8, 12, 1.2, 3.5);
    static readonly ParetoNbd Pareto = new(0.9, 12, 0.9, 20);

    [Fact]
    public void Intervals_of_BG_NBD_hold_the_truth() => Holds(140, 1500, world => BgNbd.Fit(Customers.Grow(Bg, 1500, 560, world), options: new() { Threads = 1 }), Bg);

    [Fact]
    public void Intervals_of_Pareto_NBD_hold_the_truth() => Holds(60, 1000, world => ParetoNbd.Fit(Customers.Grow(Pareto, 1000, 560, world), new() { Threads = 1 }), Pareto);

    static void Holds<TModel>(int worlds, int seed, Func<long, PurchaseModelFit<TModel>> fit, TModel truth) where TModel : PurchaseModel
    {
        var fits = new PurchaseModelFit<TModel>[worlds];
        Parallel.For(0, worlds, world => fits[world] = fit(seed + world));
        var settled = fits.Where(f => f.Likelihood.Converged).ToArray();
        Assert.InRange(settled.Length, 0.97 * worlds, worlds);
        var intervals = settled.SelectMany(f => f.Likelihood.Names.Zip(truth.Values, (name, value) => (f.Likelihood[name], value))
            .Append((f.Expected(new(3, 30, 60), 26), truth.Expected(new(3, 30, 60), 26))).Append((f.Alive(new(3, 30, 60)), truth.Alive(new(3, 30, 60))))).ToArray();
        Assert.InRange(intervals.Count(i => i.Item1.Lower <= i.Item2 && i.Item2 <= i.Item1.Upper) / (double)intervals.Length, 0.925, 0.975);
    }

    [Fact]
    public void Spend_is_found_again()
    {
        var (truth, n) = (new GammaGamma(6, 4, 15), 20_000);
        var (x, spend, stream) = (new int[n], new double[n], Draws.Seeded(3).Of(0));
        for (var i = 0; i < n; i++)
        {
            x[i] = 1 + stream.Below(5);
            spend[i] = GammaDraw.Next(ref stream, truth.P * x[i]) / truth.DrawRate(ref stream, default) / x[i];
        }
        var fit = GammaGamma.Fit(PurchaseHistories.Of(x, x, [.. x.Select(_ => 9)], spend)).Likelihood;
        Assert.True(fit.Converged);
        foreach (var (name, value) in fit.Names.Zip([truth.P, truth.Q, truth.Gamma])) Assert.InRange((fit[name].Value!.Value - value) / fit[name].StandardError!.Value, -3, 3);
    }

    [Fact]
    public void Ranges_of_single_customers_hold_what_they_do()
    {
        // Histories of 40 weeks, and what the same customers did in the next 26: the 80 % range of purchases is discrete, so it holds somewhat more.
        var (held, counted, purchases) = (0, 0, new List<double>());
        for (var i = 0; i < 1500; i++)
        {
            var stream = Draws.Seeded(6).Of(i);
            purchases.Clear();
            Bg.Draw(ref stream, default, 66, purchases);
            var before = purchases.Where(w => w <= 40).ToArray();
            var forecast = ValueForecast.Of(Bg, null, new(before.Length, before.LastOrDefault(), 40), new() { Weeks = 26, Samples = 400 }, i);
            if (forecast.UpperPurchases == 0) continue;
            counted++;
            var after = purchases.Count - before.Length;
            if (after >= forecast.LowerPurchases && after <= forecast.UpperPurchases) held++;
        }
        Assert.InRange(held / (double)counted, 0.8, 0.95);
    }

    [Fact]
    public void Expected_and_real_purchases_of_the_held_out_weeks_of_CDNOW()
    {
        var histories = Customers.Read("cdnow_cbs.csv");
        var total = BgNbd.Fit(histories).ExpectedOfAll(histories, 39);
        Assert.Equal(1653.4, total.Value!.Value, 0.1);
        Assert.InRange(total.StandardError!.Value, 20, 200);
    }

    [Fact]
    public void Value_discounted_by_steps_of_months_is_that_of_lifetimes()
    {
        var (expected, histories) = (Reference.Results("cdnow_lifetimes.json")["customer_lifetime_value"]!, Customers.Read("cdnow_cbs.csv", spend: true));
        var (model, spend) = (BgNbd.Fit(histories).Model!, GammaGamma.Fit(histories).Model!);
        foreach (var row in expected["rows"]!.AsArray())
        {
            var history = histories[row![0]!.GetValue<int>() - 1];
            var sum = 0.0;
            for (var month = 1; month <= 12; month++) sum += (model.Expected(history, month * 4.345) - model.Expected(history, (month - 1) * 4.345)) / Math.Pow(1.01, month);
            Reference.Close(row[4].Number(), sum * spend.Expected(history)!.Value, 1e-6);
        }
    }

    [Fact]
    public void A_case_weight_of_two_is_a_customer_twice()
    {
        var one = Customers.Grow(Bg, 400, 300, 1);
        var twice = one.Take([.. Enumerable.Range(0, 400), .. Enumerable.Range(0, 400)]);
        var (a, b) = (BgNbd.Fit(one.Weighted([.. Enumerable.Repeat(2.0, 400)])).Likelihood, BgNbd.Fit(twice).Likelihood);
        foreach (var name in a.Names) Reference.Close(b[name].StandardError!.Value, a[name].StandardError, 1e-9);
    }
}
