using System.CommandLine;
using Regard.Statistics;
namespace Regard.Cli.Analyse;

/// <summary>regard analyse reliability: how well items measure one thing.</summary>
static class ReliabilityCommand
{
    public static Command Make()
    {
        var data = AnalyseOptions.Data;
        var items = new Option<string>("--items") { Description = "Columns that should measure one thing, separated by commas", Required = true };
        var weight = new Option<string?>("--weight") { Description = "Column with the weight of a row" };
        var (seed, resamples, asJson) = (AnalyseOptions.Seed, AnalyseOptions.Bootstrap(1000), AnalyseOptions.Json);
        var command = new Command("reliability", "Alpha and omega of a set of items, and what each item does to it") { data, items, weight, seed, resamples, asJson };
        command.SetAction(parsed => BadInput.Guard(() =>
        {
            string[] names = AnalyseOptions.Split(parsed.GetRequiredValue(items)), used = [.. names, .. parsed.GetValue(weight) is { } w ? [w] : Array.Empty<string>()];
            var file = new DataFile(parsed.GetValue(data), used);
            var rows = file.Observations(used).Complete();
            var fit = ScaleReliability.Fit(rows, names, new() { Weight = parsed.GetValue(weight), Resamples = parsed.GetValue(resamples), Draws = Draws.Seeded(parsed.GetValue(seed)) });
            if (parsed.GetValue(asJson)) Printed.Json(Shape(fit, names, file.Rows));
            else Print(fit, names);
        }));
        return command;
    }

    static object Shape(ScaleReliability r, string[] names, int rows) => new
    {
        rows, n = r.Alpha.Alpha.N, nEffective = r.Alpha.Alpha.EffectiveN,
        alpha = r.Alpha.Alpha.Value, alphaStandardised = r.Alpha.Standardised, alphaSe = r.Alpha.Alpha.StandardError, alphaLower = r.Alpha.Alpha.Lower, alphaUpper = r.Alpha.Alpha.Upper,
        omega = r.Omega.Value, omegaSe = r.Omega.StandardError, omegaLower = r.Omega.Lower, omegaUpper = r.Omega.Upper, omegaWithheld = Printed.Reason(r.Omega), heywood = r.Heywood,
        items = r.Alpha.Items.Select(i => new { item = names[i.Slot], itemRest = i.RestCorrelation, alphaWithout = i.AlphaWithout, loading = r.Loadings.Count > 0 ? r.Loadings[i.Slot] : (double?)null }),
    };

    static void Print(ScaleReliability r, string[] names)
    {
        Printed.Line($"n {r.Alpha.Alpha.N}");
        Printed.Table("Measure", ["Value", "Lower", "Upper"], [
            ["Alpha", Printed.Number(r.Alpha.Alpha.Value, 3), Printed.Number(r.Alpha.Alpha.Lower, 3), Printed.Number(r.Alpha.Alpha.Upper, 3)],
            ["Alpha, standardised", Printed.Number(r.Alpha.Standardised, 3), "", ""],
            ["Omega", Printed.Number(r.Omega.Value, 3), Printed.Number(r.Omega.Lower, 3), Printed.Number(r.Omega.Upper, 3)],
        ]);
        Printed.Table("Item", ["Correlation with the rest", "Alpha without", "Loading"], r.Alpha.Items.Select(i => (IReadOnlyList<string>)[
            names[i.Slot], Printed.Number(i.RestCorrelation, 3), i.AlphaWithout is null ? "" : Printed.Number(i.AlphaWithout, 3), r.Loadings.Count > 0 ? Printed.Number(r.Loadings[i.Slot], 3) : ""]));
    }
}
