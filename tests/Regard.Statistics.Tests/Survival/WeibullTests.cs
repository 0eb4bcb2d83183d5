namespace Regard.Statistics.Tests.Survival;

/// <summary>R 4.2.2, survival 3.5-3: survreg(dist = "weibull").</summary>
public sealed class WeibullTests
{
    [Fact]
    public void The_model_equals_survreg()
    {
        var fit = WeibullRegression.Fit(SmallBase.Data, new("time", "left"), ["x1", "x2"]);
        Assert.True(fit.Converged);
        SmallBase.Close([fit.Intercept.Value, .. fit.Coefficients.Select(c => c.LogTime.Value)], 2.62841561257825, 0.0681729453559717, 0.0177142475313212);
        foreach (var (expected, actual) in new[] { 0.171799779552137, 0.226417442152782, 0.0351639521943622 }.Zip([fit.Intercept, .. fit.Coefficients.Select(c => c.LogTime)])) Reference.Close(expected, actual.StandardError, 1e-9);
        Reference.Close(0.57649528673957, fit.Scale.Value);
        Reference.Close(0.105731496874288, fit.Scale.StandardError / fit.Scale.Value, 1e-9);
        Reference.Close(-226.208614593534, fit.LogLikelihood);
        Reference.Close(-226.375968903944, WeibullRegression.Fit(SmallBase.Data, new("time", "left"), []).LogLikelihood);
    }

    [Fact]
    public void The_telephone_company_equals_survreg()
    {
        var (expected, fit) = (Telco.Expected["weibull_aft"]!, WeibullRegression.Fit(Telco.Data, Telco.Columns, Telco.Names));
        Reference.Close(expected["coef"]!["(Intercept)"].Number(), fit.Intercept.Value, 1e-9);
        foreach (var (name, time) in fit.Coefficients) Reference.Close(expected["coef"]![name].Number(), time.Value, 1e-9);
        Reference.Close(expected["scale"].Number(), fit.Scale.Value, 1e-9);
        Reference.Close(expected["loglik"].Number(), fit.LogLikelihood);
    }
}
