using System.CommandLine;
using System.Globalization;
using Regard.Files;
using Regard.Statistics;
namespace Regard.Cli.Analyse;

/// <summary>regard analyse rake: weights that bring a sample to known margins.</summary>
static class RakeCommand
{
    const string NewColumn = "weight";

    public static Command Make()
    {
        var data = AnalyseOptions.Data;
        var margins = new Option<string>("--margins") { Description = "YAML file with the known margins: margins: {gender: {f: 0.5, m: 0.5}, ...}; shares, percentages or numbers of people", Required = true };
        var weight = new Option<string?>("--weight") { Description = "Column with the weight of the design" };
        var trim = new Option<double?>("--trim") { Description = "Largest weight, as a multiple of the mean weight" };
        var to = new Option<string?>("--out") { Description = "CSV file to write: the data with one more column, weight" };
        var asJson = AnalyseOptions.Json;
        var command = new Command("rake", "Weights that bring the sample to known margins") { data, margins, weight, trim, to, asJson };
        command.SetAction(parsed => BadInput.Guard(() =>
        {
            var targets = MarginsFile.Read(parsed.GetRequiredValue(margins));
            var (file, design) = (parsed.GetValue(data), parsed.GetValue(weight));
            var rows = new DataFile(file, design is null ? [] : [design], [.. targets.Select(t => t.Name)]);
            var labels = targets.Select(t => rows.Labels(t.Name)).ToArray();
            int[] complete = [.. Enumerable.Range(0, rows.Rows).Where(i => labels.All(l => l[i].Length > 0) && (design is null || !double.IsNaN(rows.Numbers(design)[i])))];
            var raked = Raking.Fit(
                targets, [.. labels.Select(l => complete.Select(i => l[i]).ToArray())], new(parsed.GetValue(trim)),
                design is null ? null : [.. complete.Select(i => rows.Numbers(design)[i])]);
            if (parsed.GetValue(to) is { } path) Write(file!, path, complete.Zip(raked.Weights).ToDictionary(w => w.First, w => w.Second));
            if (parsed.GetValue(asJson)) Printed.Json(Shape(raked, targets, rows.Rows));
            else Print(raked, rows.Rows);
        }));
        return command;
    }

    // Rows without a category keep an empty weight.
    static void Write(string from, string to, Dictionary<int, double> weights)
    {
        if (Path.GetFullPath(from) == Path.GetFullPath(to)) throw new Invalid("out", "{0} is the data itself: name another file.", to);
        using var stream = File.OpenRead(from);
        using var csv = CsvFile.Open(stream);
        if (csv.Column(NewColumn) >= 0) throw new Invalid("out", "The data has a column {0} already.", NewColumn);
        using var writer = new StreamWriter(to);
        writer.Write(CsvCell.Line(csv.Header.Append(NewColumn)));
        for (var row = 0; csv.Read(); row++)
        {
            var cells = Enumerable.Range(0, csv.Header.Count).Select(csv.Cell);
            var weight = weights.TryGetValue(row, out var w) ? w.ToString("R", CultureInfo.InvariantCulture) : "";
            writer.Write(CsvCell.Line(cells.Append(weight)));
        }
    }

    static object Shape(Raking raked, IReadOnlyList<RakingMargin> targets, int rows) => new
    {
        rows,
        n = raked.Weights.Count,
        iterations = raked.Iterations,
        converged = raked.Converged,
        designEffect = raked.DesignEffect,
        nEffective = raked.EffectiveN,
        trimmed = raked.Trimmed,
        smallestWeight = raked.Weights.Min(),
        largestWeight = raked.Weights.Max(),
        cells = raked.Cells.Select(c => new
        {
            cell = string.Join(' ', c.Categories), categories = c.Categories.Select((category, m) => (targets[m].Name, category)).ToDictionary(x => x.Name, x => x.category),
            n = c.N, weight = c.Weight, share = c.Share,
        }),
        margins = raked.Margins.Select(m => new { margin = m.Margin, category = m.Category, target = m.Target, before = m.Before, after = m.After }),
    };

    static void Print(Raking raked, int rows)
    {
        Printed.Line($"n {raked.Weights.Count} of {rows} rows; {(raked.Converged ? "settled" : "NOT settled")} after {raked.Iterations} iterations; design effect {Printed.Number(raked.DesignEffect, 3)}, effective n {Printed.Number(raked.EffectiveN, 1)}; held at the bound: {raked.Trimmed}");
        Printed.Table("Margin", ["Target", "Before", "After"], raked.Margins.Select(m => (IReadOnlyList<string>)[$"{m.Margin} = {m.Category}", Share(m.Target), Share(m.Before), Share(m.After)]));
        Printed.Table("Cell", ["n", "Weight", "Share"], raked.Cells.Select(c => (IReadOnlyList<string>)[string.Join(" x ", c.Categories), $"{c.N}", Printed.Number(c.Weight, 4), Share(c.Share)]));
    }

    static string Share(double share) => Printed.Number(100 * share, 1) + " %";
}
