using Regard.Statistics;
namespace Regard.Cli.Analyse;

/// <summary>The tables of regard analyse path.</summary>
static class PathTables
{
    public static void Print(PathAnalysis result)
    {
        Fit(result.Fit, result.Bootstrap);
        if (result.Prediction is { } prediction)
        {
            Printed.Table("Blinded", [$"Q2 (distance {result.Blindfolding!.Distance})"], result.Blindfolding.Redundancy.Select(r => (IReadOnlyList<string>)[r.Construct, N(r.Q2)]));
            Printed.Table("Predicted", ["Construct", "Q2 predict", "RMSE", "RMSE linear"], prediction.Items.Select(i => (IReadOnlyList<string>)[i.Name, i.Construct, N(i.Q2), N(i.Rmse), N(i.RmseLinear)]));
        }
        foreach (var (group, fit, bootstrap) in result.Groups)
        {
            Printed.Line($"Group {group}");
            Fit(fit, bootstrap);
        }
        foreach (var pair in result.Comparison?.Pairs ?? [])
        {
            Printed.Line($"{pair.A} against {pair.B}, {pair.Permutations} permutations; p adjusted by Holm over the pairs of groups");
            Printed.Table("Difference", [pair.A, pair.B, "Difference", "p", "Adjusted"], pair.Paths.Concat(pair.Scores).Select(d => (IReadOnlyList<string>)[d.What, N(d.InA), N(d.InB), N(d.Value), N(d.P), N(d.PAdjusted)]));
        }
    }

    static void Fit(PathFit fit, PathBootstrap? boot)
    {
        Printed.Line($"n {fit.Covariances.N}{(fit.Covariances.LeftOut > 0 ? $" ({fit.Covariances.LeftOut} rows left out)" : "")}; {(fit.Converged ? $"settled after {fit.Iterations} iterations" : $"NOT settled after {fit.Iterations} iterations")}; SRMR {N(fit.Srmr)}");
        if (boot is not null) Printed.Line($"{boot.Resamples} resamples{(boot.Blocks is { } blocks ? $" of {blocks} blocks" : "")}{(boot.Failed > 0 ? $", {boot.Failed} without a solution left out" : "")}; percentile intervals of {100 * fit.Options.Confidence:0} %");
        foreach (var (item, count) in fit.OffScale) Printed.Line($"{item}: {count} answers off the scale, taken as they are");
        Printed.Table("Construct", ["Score", "SE", "Alpha", "rho A", "rho C", "AVE", "R2", "R2 adj."], fit.Constructs.Select(c => (IReadOnlyList<string>)
            [c.Name, N(c.Score?.Value, 2), N(c.Score?.StandardError, 2), N(c.Alpha), N(c.RhoA), N(c.RhoC), N(c.Ave), N(c.R2), N(c.R2Adjusted)]));
        Printed.Table("Path", ["Estimate", "SE", "Lower", "Upper", "f2", "VIF"], fit.Paths.Select((p, i) => (p, x: boot?.Path(i))).Select(r => (IReadOnlyList<string>)
            [$"{r.p.From} -> {r.p.To}", N(r.p.Value), N(r.x?.StandardError), N(r.x?.Percentile?.Lower), N(r.x?.Percentile?.Upper), N(r.p.F2), N(r.p.Vif)]));
        Printed.Table("Item", ["Construct", "Weight", "SE", "Loading", "Communality"], fit.Items.Select((item, i) => (IReadOnlyList<string>)
            [item.Name, item.Construct, N(item.Weight), N(boot?.Weight(i).StandardError), N(item.Loading), N(item.Communality)]));
        Printed.Table("Total effect", ["Estimate", "Direct", "Indirect", "SE"], fit.Effects.Select((e, i) => (IReadOnlyList<string>)
            [$"{e.From} -> {e.To}", N(e.Total), N(e.Direct), N(e.Indirect), N(boot?.Effect(i).StandardError)]));
    }

    static string N(double? number, int decimals = 3) => number is null ? "" : Printed.Number(number, decimals);
}
