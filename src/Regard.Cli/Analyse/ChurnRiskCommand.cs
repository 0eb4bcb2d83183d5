using System.CommandLine;
using Regard.Statistics;
namespace Regard.Cli.Analyse;

/// <summary>regard analyse churn-risk: who will leave, tested on rows that the model has not seen.</summary>
static class ChurnRiskCommand
{
    public static Command Make()
    {
        var data = AnalyseOptions.Data;
        var target = new Option<string>("--target") { Description = "Column and value that says that the customer left, such as Churn=Yes; all others stayed", Required = true };
        var features = new Option<string?>("--features") { Description = "Columns of numbers, separated by commas" };
        var categorical = new Option<string?>("--categorical") { Description = "Columns of names; the first level in alphabetical order is the reference, unless named as Column=Level" };
        var ridge = new Option<double>("--ridge") { Description = "Ridge penalty on standardised columns, as glmnet counts it; 0 for none" };
        var lasso = new Option<double>("--lasso") { Description = "Lasso penalty, likewise" };
        var choose = new Option<string?>("--choose") { Description = "Choose the penalty by tenfold cross-validation: ridge or lasso" };
        var holdout = new Option<double?>("--holdout") { Description = "Share of the rows to test on, by chance, e.g. 0.3; none: the figures are those of the rows fitted to" };
        var (seed, asJson) = (AnalyseOptions.Seed, AnalyseOptions.Json);
        var command = new Command("churn-risk", "Logistic model of who will leave, with its test and calibration") { data, target, features, categorical, ridge, lasso, choose, holdout, seed, asJson };
        command.SetAction(parsed => BadInput.Guard(() =>
        {
            var outcome = OutcomeValue.Of("target", parsed.GetRequiredValue(target));
            string[] x = AnalyseOptions.Split(parsed.GetValue(features) ?? ""), names = AnalyseOptions.Split(parsed.GetValue(categorical) ?? "");
            if (x.Length + names.Length == 0) throw new Invalid("features", "Name at least one feature with --features or --categorical.");
            if (!(parsed.GetValue(ridge) >= 0 && parsed.GetValue(lasso) >= 0)) throw new Invalid("ridge", "A penalty is 0 or more.");
            if (parsed.GetValue(holdout) is { } h && h is not (> 0 and < 1)) throw new Invalid("holdout", "The share held out lies between 0 and 1.");
            if (parsed.GetValue(choose) is { } kind && kind is not ("ridge" or "lasso")) throw new Invalid("choose", "--{0} is one of {1}, not “{2}”.", "choose", "ridge, lasso", kind);
            var rows = new CodedRows(parsed.GetValue(data), outcome, x, [], names);
            var draws = Draws.Seeded(parsed.GetValue(seed));
            var table = new ChurnData(Observations.Of([outcome.Column, .. rows.Numeric], [rows.Outcome, .. rows.Numeric.Select(rows.Numbers)]), [.. rows.Categories.Select(c => new CategoryColumn(c.Column, rows.Labels(c.Column)))]);
            var model = ChurnModel.Fit(table, new(outcome.Column, rows.Numeric, rows.Categories), new()
            {
                Fit = new() { Ridge = parsed.GetValue(ridge), Lasso = parsed.GetValue(lasso) }, ChooseRidge = parsed.GetValue(choose) is "ridge", ChooseLasso = parsed.GetValue(choose) is "lasso",
                HeldOut = parsed.GetValue(holdout) is { } share ? HeldOutRows.Share(share, draws.For(1)) : null, Draws = draws, Data = Path.GetFileName(parsed.GetValue(data)) ?? "",
            });
            if (parsed.GetValue(asJson)) Printed.Json(Shape(model, rows));
            else Print(model, rows);
        }));
        return command;
    }

    static object Shape(ChurnModel m, CodedRows rows)
    {
        var (fit, judged) = (m.Regression, m.HeldOut ?? m.Training);
        return new
        {
            rows = rows.Rows, n = rows.N, converged = fit.Converged,
            coefficients = fit.Coefficients.Prepend(fit.Intercept).Select(c => new
            {
                name = c.Name, estimate = c.Coefficient, se = c.Estimate?.StandardError, z = c.Z, p = c.PValue, lower = c.Estimate?.Lower, upper = c.Estimate?.Upper,
            }),
            logLikelihood = fit.LogLikelihood, nullLogLikelihood = fit.NullLogLikelihood, deviance = fit.Deviance, aic = fit.Aic, mcFadden = fit.McFadden,
            auc = judged.Roc.Auc.Value, aucLower = judged.Roc.Auc.Lower, aucUpper = judged.Roc.Auc.Upper, aucSe = judged.Roc.Auc.StandardError,
            calibration = judged.Calibration.Bins.Select(b => new { predicted = b.Predicted, observed = b.Observed.Value, lower = b.Observed.Lower, upper = b.Observed.Upper, n = b.Observed.N, lowest = b.Lowest, highest = b.Highest }),
            evaluatedOn = m.HeldOut is null ? "the rows fitted to" : "held-out rows",
            calibrationIntercept = Told(judged.Calibration.Intercept), calibrationSlope = Told(judged.Calibration.Slope),
            ks = judged.Roc.KolmogorovSmirnov, brier = judged.Calibration.Brier, topDecileRate = Told(judged.TopDecile), topDecileLift = judged.TopDecileLift.Value,
            training = new { n = m.Training.N, positives = m.Training.Positives, auc = m.Training.Roc.Auc.Value },
            heldOut = m.HeldOut is not { } held ? null : new { n = held.N, positives = held.Positives, auc = held.Roc.Auc.Value },
            penalty = new { ridge = m.Card.Ridge, lasso = m.Card.Lasso }, references = m.Codings.ToDictionary(c => c.Column, c => c.Reference),
        };
    }

    static object Told(Estimate e) => new { value = e.Value, se = e.StandardError, lower = e.Lower, upper = e.Upper };

    static void Print(ChurnModel m, CodedRows rows)
    {
        var (fit, judged) = (m.Regression, m.HeldOut ?? m.Training);
        Printed.Line($"Fitted to {fit.N} of {rows.Rows} rows ({fit.Positives} left){(m.HeldOut is { } h ? $", tested on {h.N} others ({h.Positives} left)" : ", figures are those of the rows fitted to")}");
        Printed.Table("", ["Log odds", "SE", "z", "p"], fit.Coefficients.Prepend(fit.Intercept).Select(c => (IReadOnlyList<string>)[c.Name, Printed.Number(c.Coefficient, 4), Printed.Number(c.Estimate?.StandardError, 4), Printed.Number(c.Z), Printed.Number(c.PValue, 4)]));
        Printed.Line($"AUC {Printed.Number(judged.Roc.Auc.Value, 3)} ({Printed.Number(judged.Roc.Auc.Lower, 3)} to {Printed.Number(judged.Roc.Auc.Upper, 3)}), Brier {Printed.Number(judged.Calibration.Brier, 3)}, top tenth {Printed.Number(judged.TopDecileLift.Value)} times the average; calibration slope {Printed.Number(judged.Calibration.Slope.Value)}, intercept {Printed.Number(judged.Calibration.Intercept.Value)}");
        Printed.Table("Predicted %", ["Observed %", "Lower", "Upper", "n"], judged.Calibration.Bins.Select(b => (IReadOnlyList<string>)[Printed.Number(100 * b.Predicted, 1), Printed.Number(100 * b.Observed.Value, 1), Printed.Number(100 * b.Observed.Lower, 1), Printed.Number(100 * b.Observed.Upper, 1), $"{b.Observed.N}"]));
        foreach (var coding in m.Codings) Printed.Line($"{coding.Column} is compared with {coding.Reference}");
    }
}
