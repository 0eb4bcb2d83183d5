using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Regard.Statistics;
using Spectre.Console;
namespace Regard.Cli.Analyse;

/// <summary>regard analyse score: scores of a CSV file with their uncertainty, without any database.</summary>
static class ScoreCommand
{
    static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Make()
    {
        var file = new Argument<string?>("file") { Description = "The CSV file; UTF-8 or GB18030, with a header", Arity = ArgumentArity.ZeroOrOne };
        var data = new Option<string?>("--data") { Description = "The CSV file, instead of the argument" };
        var items = new Option<string>("--items") { Description = "Columns to score, separated by commas", Required = true };
        var scale = new Option<string>("--scale") { Description = "Lowest and highest answer, e.g. 1..10", Required = true };
        var unit = new Option<string?>("--unit") { Description = "Column that names the unit of a row" };
        var weight = new Option<string?>("--weight") { Description = "Column with the weight of a row" };
        var strata = new Option<string?>("--strata") { Description = "Column that names the stratum of a row" };
        var cluster = new Option<string?>("--cluster") { Description = "Column that names the cluster of a row" };
        var topBoxes = new Option<int>("--top-boxes") { Description = "Answers at the good end that count as top box", DefaultValueFactory = _ => 2 };
        var minimum = new Option<long>("--minimum") { Description = "Withhold numbers on fewer respondents", DefaultValueFactory = _ => 0 };
        var seed = new Option<int>("--seed") { Description = "Of the simulated ranks", DefaultValueFactory = _ => 1 };
        var asJson = new Option<bool>("--json") { Description = "Print one JSON object with full precision" };
        var command = new Command("score", "Score, standard error, interval, n and effective n of items and units") { file, data, items, scale, unit, weight, strata, cluster, topBoxes, minimum, seed, asJson };
        command.SetAction(parsed => BadInput.Guard(() =>
        {
            var ratings = ScoreFile.Read(
                parsed.GetValue(file) ?? parsed.GetValue(data) ?? throw new Invalid("file", "Name the CSV file."),
                new(Split(parsed.GetRequiredValue(items)), Scale(parsed.GetRequiredValue(scale)), parsed.GetValue(unit), parsed.GetValue(weight), parsed.GetValue(strata), parsed.GetValue(cluster)));
            var options = new ScoreOptions(parsed.GetValue(topBoxes), parsed.GetValue(minimum), Seed: parsed.GetValue(seed));
            var table = ScoreTable.Of(ratings, options);
            if (parsed.GetValue(asJson)) Console.WriteLine(JsonSerializer.Serialize(Shape(table), json));
            else Print(table, options);
        }));
        return command;
    }

    static string[] Split(string columns) => columns.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    static (double From, double To) Scale(string text)
    {
        var ends = text.Split("..");
        return ends.Length == 2 && double.TryParse(ends[0], CultureInfo.InvariantCulture, out var from) && double.TryParse(ends[1], CultureInfo.InvariantCulture, out var to) && from < to
            ? (from, to) : throw new Invalid("scale", "Write the scale as its lowest and highest answer, such as 1..10.");
    }

    static object Shape(ScoreTable t) => new
    {
        n = t.N,
        nEffective = t.EffectiveN,
        overall = new { score = t.Overall.Value, se = t.Overall.StandardError, lower = t.Overall.Lower, upper = t.Overall.Upper, n = t.Overall.N, nEffective = t.Overall.EffectiveN, withheld = Reason(t.Overall) },
        items = t.Items.Select(i => new
        {
            item = i.Name, mean = i.Mean, score = i.Score.Value, se = i.Score.StandardError, lower = i.Score.Lower, upper = i.Score.Upper,
            n = i.Score.N, nEffective = i.Score.EffectiveN, topBox = i.TopBox.Value, topBoxLower = i.TopBox.Lower, topBoxUpper = i.TopBox.Upper, withheld = Reason(i.Score),
        }),
        units = t.Units.Select(u => new
        {
            unit = u.Name, score = u.Score.Value, se = u.Score.StandardError, lower = u.Score.Lower, upper = u.Score.Upper, n = u.Score.N, nEffective = u.Score.EffectiveN,
            rank = u.Standing.Rank, rankLower = u.Standing.RankLower, rankUpper = u.Standing.RankUpper, bottomQuarter = u.Standing.BottomQuarter, withheld = Reason(u.Score),
        }),
    };

    static string? Reason(Estimate e) => e.Withheld ? e.Reason.ToString() : null;

    static void Print(ScoreTable t, ScoreOptions options)
    {
        var console = Plain();
        console.WriteLine($"n {t.N}, effective n {t.EffectiveN.ToString("0.0", CultureInfo.InvariantCulture)}; scores 0 to 100, higher is better; {100 * options.Confidence:0} % intervals");
        console.Write(Rows("Item", t.Items.Select(i => (i.Name, i.Score, More: i.TopBox.Withheld ? "" : $"{100 * i.TopBox.Value.Value:0.0} %")).Append(("All items", t.Overall, "")), $"Top {options.TopBoxes}"));
        if (t.Units.Count > 0)
            console.Write(Rows("Unit", t.Units.Select(u => (u.Name, u.Score, More: $"{u.Standing.Rank} ({u.Standing.RankLower}–{u.Standing.RankUpper})")), "Rank"));
    }

    static Table Rows(string what, IEnumerable<(string Name, Estimate Score, string More)> rows, string more)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(what);
        foreach (var head in new[] { "Score", "SE", "Lower", "Upper", "n", "Effective n", more }) table.AddColumn(new TableColumn(head).RightAligned());
        foreach (var (name, score, extra) in rows)
            table.AddRow(Markup.Escape(name), F(score.Value), F(score.StandardError), F(score.Lower), F(score.Upper), $"{score.N}", F(score.EffectiveN, 1), extra);
        return table;
    }

    static string F(double? x, int decimals = 2) => x is { } v ? v.ToString("F" + decimals, CultureInfo.InvariantCulture) : "withheld";

    static IAnsiConsole Plain()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected) console.Profile.Width = 200;
        return console;
    }
}
