using System.CommandLine;
using Regard.Statistics;
namespace Regard.Cli.Analyse;

/// <summary>regard analyse score: scores of a CSV file with their uncertainty, without any database.</summary>
static class ScoreCommand
{
    public static Command Make()
    {
        var file = new Argument<string?>("file") { Description = "The CSV file (UTF-8 or GB18030, with a header), workbook or SPSS file (.sav)", Arity = ArgumentArity.ZeroOrOne };
        var data = AnalyseOptions.Data;
        var items = new Option<string>("--items") { Description = "Columns to score, separated by commas", Required = true };
        var scale = new Option<string>("--scale") { Description = "Lowest and highest answer, e.g. 1..10", Required = true };
        var unit = new Option<string?>("--unit") { Description = "Column that names the unit of a row" };
        var weight = new Option<string?>("--weight") { Description = "Column with the weight of a row" };
        var strata = new Option<string?>("--strata") { Description = "Column that names the stratum of a row" };
        var cluster = new Option<string?>("--cluster") { Description = "Column that names the cluster of a row" };
        var population = new Option<string?>("--population") { Description = "Column with the number of clusters (without --cluster: people) that the row's stratum has in the population" };
        var topBoxes = new Option<int>("--top-boxes") { Description = "Answers at the good end that count as top box", DefaultValueFactory = _ => 2 };
        var minimum = new Option<long>("--minimum") { Description = "Withhold numbers on fewer respondents", DefaultValueFactory = _ => 0 };
        var seed = AnalyseOptions.Seed;
        var asJson = AnalyseOptions.Json;
        var command = new Command("score", "Score, standard error, interval, n and effective n of items and units") { file, data, items, scale, unit, weight, strata, cluster, population, topBoxes, minimum, seed, asJson };
        command.SetAction(parsed => BadInput.Guard(() =>
        {
            var ratings = ScoreFile.Read(
                parsed.GetValue(file) ?? parsed.GetValue(data) ?? throw new Invalid("file", "Name the CSV file."),
                new(AnalyseOptions.Split(parsed.GetRequiredValue(items)), AnalyseOptions.Scale(parsed.GetRequiredValue(scale)), parsed.GetValue(unit), parsed.GetValue(weight), parsed.GetValue(strata), parsed.GetValue(cluster), parsed.GetValue(population)));
            var options = new ScoreOptions(parsed.GetValue(topBoxes), parsed.GetValue(minimum), Seed: parsed.GetValue(seed));
            var table = ScoreTable.Of(ratings, options);
            if (parsed.GetValue(asJson)) Printed.Json(Shape(table));
            else Print(table, options);
        }));
        return command;
    }

    static object Shape(ScoreTable t) => new
    {
        n = t.N,
        nEffective = t.EffectiveN,
        overall = new { score = t.Overall.Value, se = t.Overall.StandardError, lower = t.Overall.Lower, upper = t.Overall.Upper, n = t.Overall.N, nEffective = t.Overall.EffectiveN, withheld = Printed.Reason(t.Overall) },
        items = t.Items.Select(i => new
        {
            item = i.Name, mean = i.Mean, score = i.Score.Value, se = i.Score.StandardError, lower = i.Score.Lower, upper = i.Score.Upper,
            n = i.Score.N, nEffective = i.Score.EffectiveN, topBox = i.TopBox.Value, topBoxLower = i.TopBox.Lower, topBoxUpper = i.TopBox.Upper, withheld = Printed.Reason(i.Score),
        }),
        units = t.Units.Select(u => new
        {
            unit = u.Name, score = u.Score.Value, se = u.Score.StandardError, lower = u.Score.Lower, upper = u.Score.Upper, n = u.Score.N, nEffective = u.Score.EffectiveN,
            rank = u.Standing.Rank, rankLower = u.Standing.RankLower, rankUpper = u.Standing.RankUpper, bottomQuarter = u.Standing.BottomQuarter, withheld = Printed.Reason(u.Score),
        }),
    };

    static void Print(ScoreTable t, ScoreOptions options)
    {
        Printed.Line($"n {t.N}, effective n {Printed.Number(t.EffectiveN, 1)}; scores 0 to 100, higher is better; {100 * options.Confidence:0} % intervals");
        Rows("Item", t.Items.Select(i => (i.Name, i.Score, More: i.TopBox.Withheld ? "" : $"{100 * i.TopBox.Value.Value:0.0} %")).Append(("All items", t.Overall, "")), $"Top {options.TopBoxes}");
        if (t.Units.Count > 0)
            Rows("Unit", t.Units.Select(u => (u.Name, u.Score, More: $"{u.Standing.Rank} ({u.Standing.RankLower}–{u.Standing.RankUpper})")), "Rank");
    }

    static void Rows(string what, IEnumerable<(string Name, Estimate Score, string More)> rows, string more) => Printed.Table(
        what, ["Score", "SE", "Lower", "Upper", "n", "Effective n", more],
        rows.Select(r => (IReadOnlyList<string>)[r.Name, Printed.Number(r.Score.Value), Printed.Number(r.Score.StandardError), Printed.Number(r.Score.Lower), Printed.Number(r.Score.Upper), $"{r.Score.N}", Printed.Number(r.Score.EffectiveN, 1), r.More]));
}
