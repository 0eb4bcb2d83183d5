using System.CommandLine;
using Regard.Statistics;
namespace Regard.Cli.Analyse;

/// <summary>regard analyse drivers: what an outcome depends on, and how surely.</summary>
static class DriversCommand
{
    public static Command Make()
    {
        var data = AnalyseOptions.Data;
        var outcome = new Option<string>("--outcome") { Description = "Column to explain, e.g. overall satisfaction", Required = true };
        var drivers = new Option<string>("--drivers") { Description = "Columns that may explain it, separated by commas; up to 25", Required = true };
        var weight = new Option<string?>("--weight") { Description = "Column with the weight of a row" };
        var contrast = new Option<string?>("--contrast") { Description = "Penalties of low and rewards of high ratings: highest low and lowest high rating, e.g. 6..9" };
        var (seed, resamples, asJson) = (AnalyseOptions.Seed, AnalyseOptions.Bootstrap(1000), AnalyseOptions.Json);
        var command = new Command("drivers", "Correlation, regression, LMG and relative weights of drivers, with the certainty of their order") { data, outcome, drivers, weight, contrast, seed, resamples, asJson };
        command.SetAction(parsed => BadInput.Guard(() =>
        {
            string y = parsed.GetRequiredValue(outcome);
            string[] x = AnalyseOptions.Split(parsed.GetRequiredValue(drivers)), used = [y, .. x, .. parsed.GetValue(weight) is { } w ? [w] : Array.Empty<string>()];
            var file = new DataFile(parsed.GetValue(data), used);
            var rows = file.Observations(used).Complete();
            var options = new DriverOptions { Weight = parsed.GetValue(weight), Resamples = parsed.GetValue(resamples), Draws = Draws.Seeded(parsed.GetValue(seed)) };
            var analysis = DriverAnalysis.Fit(rows, y, x, options);
            var (low, high) = parsed.GetValue(contrast) is { } text ? AnalyseOptions.Scale(text) : (0, 0);
            var penalties = low < high ? PenaltyReward.Fit(rows, y, x, new(low, high, options.Weight)) : null;
            if (parsed.GetValue(asJson)) Printed.Json(Shape(analysis, penalties, file.Rows));
            else Print(analysis, penalties);
        }));
        return command;
    }

    static object Shape(DriverAnalysis a, PenaltyReward? penalties, int rows) => new
    {
        rows, n = a.Regression.N, nEffective = a.Regression.EffectiveN, outcome = a.Outcome, r2 = a.Regression.R2, r2Lower = a.R2.Lower, r2Upper = a.R2.Upper, r2Adjusted = a.Regression.AdjustedR2,
        f = a.Regression.F, p = a.Regression.PValue, intercept = a.Regression.Intercept.Slope.Value, residualDeviation = a.Regression.ResidualDeviation, residuals = a.Regression.Residuals,
        resamples = a.Resamples, failedResamples = a.FailedResamples,
        drivers = a.Drivers.Select((d, j) => new
        {
            driver = d.Name, correlation = d.Correlation.R.Value, correlationLower = d.Correlation.R.Lower, correlationUpper = d.Correlation.R.Upper, correlationP = d.Correlation.PValue,
            coefficient = d.Coefficient.Slope.Value, se = d.Coefficient.Slope.StandardError, t = d.Coefficient.Test.T, p = d.Coefficient.Test.PValue,
            coefficientLower = d.Coefficient.Slope.Lower, coefficientUpper = d.Coefficient.Slope.Upper, beta = d.Coefficient.Beta, vif = d.Coefficient.Vif,
            lmg = a.Shares.Values[j], lower = d.Lmg.Lower, upper = d.Lmg.Upper, lmgSe = d.Lmg.StandardError, samplingError = d.SamplingError,
            share = a.Regression.R2 > 0 ? a.Shares.Values[j] / a.Regression.R2 : (double?)null, shareLower = d.LmgShare.Lower, shareUpper = d.LmgShare.Upper, conditional = d.Conditional,
            relativeWeight = a.Weights.Values[j], relativeWeightLower = d.RelativeWeight.Lower, relativeWeightUpper = d.RelativeWeight.Upper,
            rank = d.Rank, rankLower = d.RankLower, rankUpper = d.RankUpper, first = d.First,
            performance = a.Map?.Attributes[j].Performance.Value, performanceLower = a.Map?.Attributes[j].Performance.Lower, performanceUpper = a.Map?.Attributes[j].Performance.Upper,
            quadrant = a.Map?.Attributes[j].Quadrant.ToString(), quadrantCertainty = a.Map?.Attributes[j].Certainty,
            penalty = penalties?.Attributes[j].Penalty.Value, penaltyP = penalties?.Attributes[j].PenaltyTest.PValue, reward = penalties?.Attributes[j].Reward.Value, rewardP = penalties?.Attributes[j].RewardTest.PValue,
            asymmetry = penalties?.Attributes[j].Asymmetry.Value, asymmetryP = penalties?.Attributes[j].AsymmetryTest.PValue, impactAsymmetry = penalties?.Attributes[j].ImpactAsymmetry, kind = penalties?.Attributes[j].Kind.ToString(),
        }),
    };

    static void Print(DriverAnalysis a, PenaltyReward? penalties)
    {
        Printed.Line($"{a.Outcome}: n {a.Regression.N}, R2 {Printed.Number(a.Regression.R2, 3)} ({Printed.Number(a.R2.Lower, 3)} to {Printed.Number(a.R2.Upper, 3)}), adjusted {Printed.Number(a.Regression.AdjustedR2, 3)}; LMG adds up to R2, 95 % intervals from {a.Resamples} resamples");
        Printed.Table(
            "Driver", ["r", "Beta", "p", "VIF", "LMG", "Lower", "Upper", "Relative weight", "Rank", "Quadrant"],
            a.Drivers.Select((d, j) => (IReadOnlyList<string>)[
                d.Name, Printed.Number(d.Correlation.R.Value), Printed.Number(d.Coefficient.Beta), Printed.Number(d.Coefficient.Test.PValue, 3), Printed.Number(d.Coefficient.Vif),
                Printed.Number(a.Shares.Values[j], 3), Printed.Number(d.Lmg.Lower, 3), Printed.Number(d.Lmg.Upper, 3), Printed.Number(a.Weights.Values[j], 3),
                $"{d.Rank} ({d.RankLower}–{d.RankUpper})", a.Map is null ? "" : $"{a.Map.Attributes[j].Quadrant} {100 * a.Map.Attributes[j].Certainty:0} %"]));
        if (penalties is not null)
            Printed.Table(
                "Driver", ["Penalty", "p", "Reward", "p", "Asymmetry", "p", "Kind"],
                penalties.Attributes.Select(x => (IReadOnlyList<string>)[
                    x.Name, Printed.Number(x.Penalty.Value), Printed.Number(x.PenaltyTest.PValue, 3), Printed.Number(x.Reward.Value), Printed.Number(x.RewardTest.PValue, 3),
                    Printed.Number(x.Asymmetry.Value), Printed.Number(x.AsymmetryTest.PValue, 3), x.Kind.ToString()]));
    }
}
