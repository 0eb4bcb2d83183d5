namespace Regard.Statistics.Tests.Lifetime;

/// <summary>Reference: cdnow_btyd.json, high_precision by mpmath with 30 digits.</summary>
public class GammaGammaTests
{
    [Fact]
    public void The_optimum_of_CDNOW_is_that_of_thirty_digits()
    {
        var expected = Customers.Cdnow["high_precision"]!["gamma_gamma"]!;
        var fit = GammaGamma.Fit(Customers.Read("cdnow_cbs.csv", spend: true));
        Assert.True(fit.Likelihood.Converged);
        Assert.Equal(946, fit.Likelihood.N + fit.LeftOut);
        Reference.Close(expected["log_likelihood"].Number(), fit.Likelihood.LogLikelihood, 1e-14);
        foreach (var name in fit.Likelihood.Names)
        {
            Reference.Close(expected[name].Number(), fit.Likelihood[name].Value, 1e-10);
            Reference.Close(expected["standard_errors"]![name].Number(), fit.Likelihood[name].StandardError, 1e-10);
        }
        Reference.Close(Customers.Cdnow["gamma_gamma"]!["mean_spend_population"].Number(), fit.Model!.MeanSpend, 1e-8);
    }
}
