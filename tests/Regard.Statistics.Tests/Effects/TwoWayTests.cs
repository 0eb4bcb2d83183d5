namespace Regard.Statistics.Tests.Effects;

/// <summary>R 4.2.2, clubSandwich 0.5.8: lm(y ~ D + factor(u) + factor(t)), vcovCR(type "CR2"), coef_test Satterthwaite, Wald_test HTZ; 2026-11-22.</summary>
public sealed class TwoWayTests
{
    [Fact]
    public void Effect_error_and_degrees_of_freedom_equal_clubSandwich()
    {
        var fit = TwoWayEffect.Fit(Panel.Of(PanelData.Rows(), PanelData.Columns));
        var effect = fit.Effect(0.95);
        Reference.Close(2.418674523497782, effect.Value, 1e-11);
        Reference.Close(1.09669632180487397, effect.StandardError, 1e-11);
        Reference.Close(8.24849161694623767, fit.Freedom, 1e-10);
        Reference.Close(0.05750654527697744, fit.PValue, 1e-11);
        Reference.Close(-0.09711144622173196, effect.Lower, 1e-10);
    }

    [Fact]
    public void Several_rows_a_period_count_one_by_one()
    {
        var fit = TwoWayEffect.Fit(Panel.Of(PanelData.Rows(several: true), PanelData.Columns));
        Reference.Close(2.047142158640611, fit.Effect(0.95).Value, 1e-11);
        Reference.Close(1.181708903920809, fit.Effect(0.95).StandardError, 1e-11);
        Reference.Close(8.687394803236710, fit.Freedom, 1e-10);
    }

    [Fact]
    public void The_test_of_the_periods_before_equals_clubSandwich()
    {
        var test = TwoWayEffect.Leads(Panel.Of(PanelData.Rows(), PanelData.Columns).Before(3)).AllZero!.Value;
        Reference.Close(0.510395312064571, test.F, 1e-11);
        Reference.Close(7.54362755107524, test.Denominator, 1e-10);
        Reference.Close(0.61959310649066, test.P, 1e-10);
    }
}
