using System.Text.Json.Nodes;

namespace Regard.Statistics.Tests.Drivers;

/// <summary>drivers_*.json: R 4.2.2, lm, relaimpo 2.2-7 calc.relimp, rwa 0.1.0.</summary>
public sealed class DriverReferenceTests
{
    [Theory]
    [InlineData("drivers_mobi_perq.json"), InlineData("drivers_mobi_15.json")]
    public void The_regression_equals_lm(string file)
    {
        var expected = Reference.Results(file);
        var names = Columns.Names(expected["coefficients"]);
        var actual = LinearRegression.Fit(Columns.Of(Reference.Data("mobi.csv"), ["CUSA1", .. names]), "CUSA1", names);
        Reference.Close(expected["r2"].Number(), actual.R2);
        Reference.Close(expected["r2_adjusted"].Number(), actual.AdjustedR2);
        Reference.Close(expected["f"].Number(), actual.F);
        foreach (var term in actual.Coefficients.Prepend(actual.Intercept))
        {
            Reference.Close(expected["coefficients"]![term.Name].Number(), term.Slope.Value);
            Reference.Close(expected["coefficient_se"]![term.Name].Number(), term.Slope.StandardError);
            Reference.Close(expected["t"]![term.Name].Number(), term.Test.T);
            Reference.Close(expected["p"]![term.Name].Number(), term.Test.PValue);
            if (term == actual.Intercept) continue;
            Reference.Close(expected["standardized_beta"]![term.Name].Number(), term.Beta);
            Reference.Close(expected["vif"]![term.Name].Number(), term.Vif);
        }
    }

    [Theory]
    [InlineData("drivers_mobi_perq.json", "mobi.csv", "CUSA1"), InlineData("drivers_mobi_15.json", "mobi.csv", "CUSA1"), InlineData("drivers_swiss_published.json", "swiss.csv", "Fertility")]
    public void Shares_equal_relaimpo_and_rwa(string file, string data, string outcome)
    {
        var expected = Reference.Results(file);
        var names = Columns.Names(expected["lmg"]);
        var table = Reference.Data(data);
        table = table with { Header = [.. table.Header.Select(h => h.Trim('"'))] };
        var covariances = Covariances.Of(Columns.Of(table, [outcome, .. names]));
        var (lmg, weights) = (Lmg.Of(covariances, outcome, names), RelativeWeights.Of(covariances, outcome, names));
        var (conditional, johnson) = (lmg.Conditional!, expected["relative_weights_raw"] ?? expected["relative_weights_own"]);
        foreach (var (j, name) in names.Index())
        {
            Reference.Close(expected["lmg"]![name].Number(), lmg.Values[j], 1e-14);
            Reference.Close(expected["first"]![name].Number(), conditional[j][0], 1e-14);
            Reference.Close(expected["last"]![name].Number(), conditional[j][^1], 1e-14);
            Reference.Close(johnson![name].Number(), weights.Values[j], 1e-13);
        }
        Reference.Close(expected["r2"].Number(), lmg.R2, 1e-14);
    }

    [Fact]
    public void Correlation_equals_cor_test()
    {
        var expected = Reference.Results("group_tests_satisfaction.json")["pearson"]!;
        var r = Correlation.Fit(Columns.Of(Reference.Data("satisfaction.csv"), "sat1", "loy1"), "sat1", "loy1");
        Reference.Close(expected["r"].Number(), r.R.Value, 1e-14);
        Reference.Close(expected["ci95"]![0].Number(), r.R.Lower, 1e-14);
        Reference.Close(expected["ci95"]![1].Number(), r.R.Upper, 1e-14);
        Reference.Close(expected["p"].Number(), r.PValue);
    }

    [Fact]
    public void Rank_correlations_equal_cor_test()
    {
        var expected = Reference.Results("group_tests_satisfaction.json");
        var ranks = RankCorrelation.Fit(Columns.Of(Reference.Data("satisfaction.csv"), "sat1", "loy1"), "sat1", "loy1");
        Reference.Close(expected["spearman"]!["rho"].Number(), ranks.Rho.Value, 1e-14);
        Reference.Close(expected["spearman"]!["p"].Number() * 1e27, ranks.RhoTest.PValue * 1e27, 1e-11);
        Reference.Close(expected["kendall"]!["tau_b"].Number(), ranks.TauB.Value, 1e-14);
        Reference.Close(expected["kendall"]!["p"].Number() * 1e27, ranks.TauPValue * 1e27, 1e-11);
    }

    [Theory]
    [InlineData("drivers_mobi_perq.json"), InlineData("drivers_mobi_15.json")]
    public void Penalties_and_rewards_equal_lm_on_dummies(string file)
    {
        var expected = Reference.Results(file);
        var (names, contrast) = (Columns.Names(expected["coefficients"]), expected["penalty_reward"]!);
        var actual = PenaltyReward.Fit(Columns.Of(Reference.Data("mobi.csv"), ["CUSA1", .. names]), "CUSA1", names, new(6, 9));
        Reference.Close(contrast["intercept"].Number(), actual.Regression.Intercept.Slope.Value);
        Reference.Close(contrast["r2"].Number(), actual.Regression.R2);
        foreach (var attribute in actual.Attributes)
        {
            Reference.Close(contrast["penalty"]![attribute.Name].Number(), attribute.Penalty.Value);
            Reference.Close(contrast["reward"]![attribute.Name].Number(), attribute.Reward.Value);
            Reference.Close(contrast["penalty_se"]![attribute.Name].Number(), attribute.Penalty.StandardError);
            Reference.Close(contrast["reward_se"]![attribute.Name].Number(), attribute.Reward.StandardError);
            if (contrast["impact_asymmetry"]![attribute.Name] is { } impact) Reference.Close(impact.Number(), attribute.ImpactAsymmetry);
            else Assert.Null(attribute.ImpactAsymmetry);
        }
    }

    [Theory]
    [InlineData("drivers_mobi_perq.json"), InlineData("drivers_mobi_15.json")]
    public void Quadrants_equal_the_reference(string file)
    {
        var expected = Reference.Results(file);
        var (names, ipa) = (Columns.Names(expected["coefficients"]), expected["ipa"]!);
        var data = Columns.Of(Reference.Data("mobi.csv"), ["CUSA1", .. names]);
        foreach (var (kind, quadrants, cross) in new[] { (ImportanceKind.Correlation, "quadrant_by_correlation", "importance_correlation_crosshair"), (ImportanceKind.Lmg, "quadrant_by_lmg", "importance_lmg_crosshair") })
        {
            var map = DriverAnalysis.Fit(data, "CUSA1", names, new() { Importance = kind, Resamples = 40 }).Map!;
            Reference.Close(ipa["performance_crosshair"].Number(), map.PerformanceCross);
            Reference.Close(ipa[cross].Number(), map.ImportanceCross);
            foreach (var place in map.Attributes)
            {
                Reference.Close(ipa["performance"]![place.Name].Number(), place.Performance.Value);
                Assert.Equal(ipa[quadrants]![place.Name]!.GetValue<string>(), Words[place.Quadrant]);
            }
        }
    }

    static readonly Dictionary<Quadrant, string> Words = new()
    {
        [Quadrant.KeepUp] = "keep up the good work", [Quadrant.Concentrate] = "concentrate here", [Quadrant.LowPriority] = "low priority", [Quadrant.Overkill] = "possible overkill",
    };
}
