using System.Text.Json.Nodes;
namespace Regard.Statistics.Tests.Lifetime;

/// <summary>References: cdnow_btyd.json (BTYD 2.4.3, CLVTools 0.11.2 on R 4.2.2; the block high_precision by mpmath with 30 digits), cdnow_lifetimes.json (lifetimes 0.11.3), sim_bgnbd_100k.json.</summary>
public class BgNbdReferenceTests
{
    static readonly string[] Names = ["r", "alpha", "a", "b"];

    [Fact]
    public void The_optimum_of_CDNOW_is_that_of_thirty_digits()
    {
        var expected = Customers.Cdnow["high_precision"]!["bg_nbd"]!;
        var fit = BgNbd.Fit(Customers.Read("cdnow_cbs.csv")).Likelihood;
        Assert.True(fit.Converged);
        Reference.Close(expected["log_likelihood"].Number(), fit.LogLikelihood, 1e-14);
        foreach (var name in Names)
        {
            Reference.Close(expected[name].Number(), fit[name].Value, 1e-11);
            Reference.Close(expected["standard_errors"]![name].Number(), fit[name].StandardError, 1e-11);
        }
    }

    [Fact]
    public void The_optimum_of_100_000_simulated_customers_is_the_reference()
    {
        var expected = Reference.Results("sim_bgnbd_100k.json");
        var fit = BgNbd.Fit(Customers.Read("sim_bgnbd_100k.csv")).Likelihood;
        Assert.True(fit.Converged);
        Reference.Close(expected["log_likelihood"].Number(), fit.LogLikelihood, 1e-13);
        foreach (var name in Names)
        {
            Reference.Close(expected["mle"]![name].Number(), fit[name].Value, 1e-10);
            Reference.Close(expected["standard_errors"]![name].Number(), fit[name].StandardError, 1e-9);
        }
    }

    [Fact]
    public void Customers_expectations_are_those_of_thirty_digits()
    {
        var customers = Customers.Cdnow["high_precision"]!["customers"]!;
        var histories = Customers.Read("cdnow_cbs.csv");
        var model = BgNbd.Fit(histories).Model!;
        foreach (var row in customers["rows"]!.AsArray())
        {
            var history = histories[row![0]!.GetValue<int>() - 1];
            Reference.Close(row[1].Number(), model.Expected(history, 39), 1e-11);
            Reference.Close(row[2].Number(), model.Alive(history), 1e-12);
        }
        var sums = Customers.Cdnow["bg_nbd"]!;
        var forecast = PurchaseForecast.Of(model, histories, 39);
        Reference.Close(sums["sum_conditional_expected"].Number(), forecast.TotalExpected, 1e-7);
        Reference.Close(sums["sum_p_alive"].Number(), forecast.Alive.Sum(), 1e-7);
        Reference.Close(sums["expected_repeat_transactions_of_new_customer"]!["value"].Number(), model.ExpectedOfNew(39), 1e-7);
    }

    [Fact]
    public void Values_at_published_parameters_are_those_of_the_packages()
    {
        var expected = Customers.Cdnow["published_walkthrough"]!;
        var model = new BgNbd(0.243, 4.414, 0.793, 2.426);
        Reference.Close(expected["bg_log_likelihood_at_params"].Number(), model.LogLikelihood(Customers.Read("cdnow_cbs.csv")), 1e-13);
        Reference.Close(expected["bg_expected_t52_new_customer"].Number(), model.ExpectedOfNew(52), 1e-12);
        Reference.Close(expected["bg_customer_x26_tx30.86_T31_tstar52"].Number(), model.Expected(new(26, 30.86, 31), 52), 1e-12);
        Reference.Close(expected["bg_p_alive_x26_tx30.86_T31"].Number(), model.Alive(new(26, 30.86, 31)), 1e-12);
        Reference.Close(expected["bg_p_alive_x0_T31"].Number(), model.Alive(new(0, 0, 31)), 1e-12);
        Reference.Close(expected["bg_expected_x2_tx30.43_T38.86_t39"].Number(), model.Expected(new(2, 30.43, 38.86), 39), 1e-12);
    }

    [Fact]
    public void The_modified_model_agrees_with_lifetimes_to_its_tolerance()
    {
        var expected = Reference.Results("cdnow_lifetimes.json")["mbg_nbd"]!["params"]!;
        var fit = BgNbd.Fit(Customers.Read("cdnow_cbs.csv"), dropOutAtBirth: true);
        Assert.True(fit.Likelihood.Converged);
        foreach (var name in Names) Reference.Close(expected[name].Number(), fit.Likelihood[name].Value, 1e-5);
        Assert.InRange(fit.Model!.Alive(new(0, 0, 38)), 0.1, 0.9);
    }
}
