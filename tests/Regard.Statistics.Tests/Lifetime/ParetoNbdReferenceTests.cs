using System.Text.Json.Nodes;
namespace Regard.Statistics.Tests.Lifetime;

/// <summary>Reference: cdnow_btyd.json (BTYD 2.4.3, CLVTools 0.11.2; high_precision by mpmath with 30 digits).</summary>
public class ParetoNbdReferenceTests
{
    [Fact]
    public void The_optimum_of_CDNOW_is_that_of_thirty_digits()
    {
        var expected = Customers.Cdnow["high_precision"]!["pareto_nbd"]!;
        var fit = ParetoNbd.Fit(Customers.Read("cdnow_cbs.csv")).Likelihood;
        Assert.True(fit.Converged);
        Reference.Close(expected["log_likelihood"].Number(), fit.LogLikelihood, 1e-14);
        foreach (var name in fit.Names)
        {
            Reference.Close(expected[name].Number(), fit[name].Value, 1e-9);
            Reference.Close(expected["standard_errors"]![name].Number(), fit[name].StandardError, 1e-9);
        }
    }

    [Fact]
    public void Customers_expectations_are_those_of_thirty_digits()
    {
        var histories = Customers.Read("cdnow_cbs.csv", spend: true);
        var (model, spend) = (ParetoNbd.Fit(histories).Model!, GammaGamma.Fit(histories).Model!);
        var rate = Customers.Cdnow["customers"]!["discount_rate_weekly_continuous"].Number();
        foreach (var row in Customers.Cdnow["high_precision"]!["customers"]!["rows"]!.AsArray())
        {
            var history = histories[row![0]!.GetValue<int>() - 1];
            Reference.Close(row[3].Number(), model.Expected(history, 39), 1e-10);
            Reference.Close(row[4].Number(), model.Alive(history), 1e-10);
            Reference.Close(row[5].Number(), model.Discounted(history, double.PositiveInfinity, rate), 1e-9);
            Reference.Close(row[6].Number(), spend.Expected(history), 1e-10);
            Reference.Close(row[7].Number(), model.Discounted(history, double.PositiveInfinity, rate) * spend.Expected(history), 1e-9);
        }
    }

    [Fact]
    public void Values_at_published_parameters_are_those_of_the_packages()
    {
        var expected = Customers.Cdnow["published_walkthrough"]!;
        var model = new ParetoNbd(0.5533971, 10.5801985, 0.6060625, 11.6562237);
        Reference.Close(expected["pareto_log_likelihood_at_params"].Number(), model.LogLikelihood(Customers.Read("cdnow_cbs.csv")), 1e-13);
        Reference.Close(expected["pareto_expected_t52_new_customer"].Number(), model.ExpectedOfNew(52), 1e-12);
        Reference.Close(expected["pareto_customer_x26_tx30.86_T31_tstar52"].Number(), model.Expected(new(26, 30.86, 31), 52), 1e-12);
        Reference.Close(expected["pareto_p_alive_x26_tx30.86_T31"].Number(), model.Alive(new(26, 30.86, 31)), 1e-12);
        Reference.Close(expected["pareto_p_alive_x0_T39"].Number(), model.Alive(new(0, 0, 39)), 1e-12);
        Reference.Close(expected["pareto_dert_x7_tx28.94_T38.86_d0.0027"].Number(), model.Discounted(new(7, 28.94, 38.86), double.PositiveInfinity, 0.0027), 1e-12);
    }
}
