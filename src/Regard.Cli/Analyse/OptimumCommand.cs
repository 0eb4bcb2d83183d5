using System.CommandLine;
using Regard.Statistics;
namespace Regard.Cli.Analyse;

/// <summary>regard analyse optimum: how far satisfaction should be raised.</summary>
static class OptimumCommand
{
    public static Command Make()
    {
        var data = AnalyseOptions.Data;
        var satisfaction = new Option<string>("--satisfaction") { Description = "Column with satisfaction", Required = true };
        var value = new Option<string>("--value") { Description = "Column with loyalty, revenue or profit", Required = true };
        var cost = new Option<double>("--cost-per-point") { Description = "What one more point of satisfaction costs, in the unit of the value; 0 asks where the value stops rising" };
        var seed = AnalyseOptions.Seed;
        var bootstrap = AnalyseOptions.Bootstrap(1000);
        var asJson = AnalyseOptions.Json;
        var command = new Command("optimum", "The point from which more satisfaction no longer pays") { data, satisfaction, value, cost, seed, bootstrap, asJson };
        command.SetAction(parsed => BadInput.Guard(() =>
        {
            string x = parsed.GetRequiredValue(satisfaction), y = parsed.GetRequiredValue(value);
            var file = new DataFile(parsed.GetValue(data), [x, y]);
            var rows = file.Observations(x, y).Complete();
            var found = SatisfactionOptimum.Fit(rows, x, y, new() { CostPerPoint = parsed.GetValue(cost), Resamples = parsed.GetValue(bootstrap), Draws = Draws.Seeded(parsed.GetValue(seed)) });
            if (parsed.GetValue(asJson)) Printed.Json(Shape(found, file.Rows));
            else Print(found, file.Rows);
        }));
        return command;
    }

    static string? Said(OptimumReason reason) => reason switch
    {
        OptimumReason.None => null,
        OptimumReason.NoRelation => "the value does not rise with satisfaction",
        OptimumReason.NeverPays => "even the first point does not bring what it costs",
        OptimumReason.StillPaysAtTheTop => "the last point measured still brings more than it costs",
        _ => "chance alone could put the optimum at either end",
    };

    static object Shape(SatisfactionOptimum o, int rows) => new
    {
        rows, n = o.N, optimum = o.Optimum, lower = o.Lower, upper = o.Upper, identifiable = o.Reason == OptimumReason.None, reason = Said(o.Reason), r2 = o.R2,
        curve = o.Curve.Select(p => new { x = p.X, y = p.Y, lower = p.Lower, upper = p.Upper }),
    };

    static void Print(SatisfactionOptimum o, int rows)
    {
        Printed.Line(o.Optimum is null
            ? $"No optimum: {Said(o.Reason)}; n {o.N} of {rows} rows, R2 {Printed.Number(o.R2, 3)}"
            : $"Optimum {Printed.Number(o.Optimum)} ({Printed.Number(o.Lower)} to {Printed.Number(o.Upper)}); n {o.N} of {rows} rows, R2 {Printed.Number(o.R2, 3)}");
        Printed.Table("Satisfaction", ["Value", "Lower", "Upper"], o.Curve.Select(p => (IReadOnlyList<string>)[Printed.Number(p.X), Printed.Number(p.Y), Printed.Number(p.Lower), Printed.Number(p.Upper)]));
    }
}
