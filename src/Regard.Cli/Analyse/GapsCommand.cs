using System.CommandLine;
using Regard.Statistics;
namespace Regard.Cli.Analyse;

/// <summary>regard analyse gaps: expectation against perception.</summary>
static class GapsCommand
{
    public static Command Make()
    {
        var data = AnalyseOptions.Data;
        var expected = new Option<string>("--expected") { Description = "Columns of expected levels, separated by commas", Required = true };
        var perceived = new Option<string>("--perceived") { Description = "Columns of perceived levels, in the same order", Required = true };
        var scale = new Option<string>("--scale") { Description = "Lowest and highest answer, e.g. 1..7", Required = true };
        var importance = new Option<string?>("--importance") { Description = "Columns of importance, one an item (a dimension with --dimensions)" };
        var dimensions = new Option<string?>("--dimensions") { Description = "Items of each dimension in order, e.g. 4,5,4,4,5" };
        var satisfaction = new Option<string?>("--satisfaction") { Description = "Column of overall satisfaction: fits its response surface on the mean expected and perceived answer" };
        var weight = new Option<string?>("--weight") { Description = "Column with the weight of a row" };
        var asJson = AnalyseOptions.Json;
        var command = new Command("gaps", "Perceived less expected by item and overall, their ratio, and satisfaction as a surface over both") { data, expected, perceived, scale, importance, dimensions, satisfaction, weight, asJson };
        command.SetAction(parsed => BadInput.Guard(() =>
        {
            var (from, to) = AnalyseOptions.Scale(parsed.GetRequiredValue(scale));
            var questions = new GapQuestions(AnalyseOptions.Split(parsed.GetRequiredValue(expected)), AnalyseOptions.Split(parsed.GetRequiredValue(perceived)), from, to)
            {
                Importance = parsed.GetValue(importance) is { } i ? AnalyseOptions.Split(i) : null,
                Dimensions = parsed.GetValue(dimensions) is { } d ? [.. AnalyseOptions.Split(d).Select(Size)] : null,
                Weight = parsed.GetValue(weight),
            };
            string[] satisfied = parsed.GetValue(satisfaction) is { } s ? [s] : [];
            string[] used = [.. questions.Expected, .. questions.Perceived, .. questions.Importance ?? [], .. satisfied, .. questions.Weight is { } w ? [w] : Array.Empty<string>()];
            var file = new DataFile(parsed.GetValue(data), used);
            var rows = file.Observations([.. used.Distinct()]).Complete();
            var analysis = GapAnalysis.Fit(rows, questions);
            var surface = satisfied.Length == 0 ? null : Surface(rows, questions, satisfied[0]);
            if (parsed.GetValue(asJson)) Printed.Json(Shape(analysis, surface, questions, file.Rows));
            else Print(analysis, surface, questions);
        }));
        return command;
    }

    static int Size(string text) => int.TryParse(text, out var size) && size > 0 ? size : throw new Invalid("dimensions", "Write the number of items of each dimension, such as 4,5,4,4,5.");

    static ResponseSurface Surface(Observations rows, GapQuestions q, string satisfaction)
    {
        double[] Mean(IReadOnlyList<string> names) => [.. Enumerable.Range(0, rows.Rows).Select(i => names.Average(n => rows[n][i]))];
        string[] weight = q.Weight is { } w ? [w] : [];
        var levels = Observations.Of([satisfaction, "expected", "perceived", .. weight], [rows[satisfaction].ToArray(), Mean(q.Expected), Mean(q.Perceived), .. weight.Select(x => rows[x].ToArray())]);
        return ResponseSurface.Fit(levels, satisfaction, "expected", "perceived", (q.From + q.To) / 2, new(q.Weight));
    }

    static object Shape(GapAnalysis g, ResponseSurface? surface, GapQuestions q, int rows) => new
    {
        rows, n = g.N, weighted = q.Importance is not null,
        items = g.Items.Select((gap, i) => Row(gap, q, q.Expected[i], q.Perceived[i])),
        dimensions = g.Dimensions.Select(gap => Row(gap, q, null, null)),
        overall = Row(g.Overall, q, null, null), unweighted = Row(g.Unweighted, q, null, null),
        surface = surface is null ? null : new
        {
            r2 = surface.Regression.R2, centre = surface.Centre, planeP = surface.PlanePValue,
            terms = surface.Regression.Coefficients.Prepend(surface.Regression.Intercept).Select(c => Tested(c.Name, c.Slope)),
            lines = new[]
            {
                Tested("congruenceSlope", surface.CongruenceSlope), Tested("congruenceCurvature", surface.CongruenceCurvature),
                Tested("incongruenceSlope", surface.IncongruenceSlope), Tested("incongruenceCurvature", surface.IncongruenceCurvature),
            },
        },
    };

    static object Tested(string term, Estimate e) => new { term, estimate = e.Value, se = e.StandardError, lower = e.Lower, upper = e.Upper, t = StudentTest.Of(e).T, p = StudentTest.Of(e).PValue };

    static object Row(Gap g, GapQuestions q, string? expected, string? perceived)
    {
        var step = (q.To - q.From) / 100;
        return new
        {
            expected, perceived, e = g.Expected.Value, p = g.Perceived.Value, gap = g.Difference.Value, se = g.Difference.StandardError, lower = g.Difference.Lower, upper = g.Difference.Upper,
            ratio = g.Ratio.Value, ratioLower = g.Ratio.Lower, ratioUpper = g.Ratio.Upper, t = g.Test.T, pValue = g.Test.PValue, n = g.Difference.N,
            eAnswer = g.Expected.Rescaled(step, q.From).Value, pAnswer = g.Perceived.Rescaled(step, q.From).Value, gapAnswer = g.Difference.Rescaled(step).Value, withheld = Printed.Reason(g.Difference),
        };
    }

    static void Print(GapAnalysis g, ResponseSurface? surface, GapQuestions q)
    {
        Printed.Line($"n {g.N}; score points, 0 to 100; gap: perceived less expected, 95 % intervals");
        Printed.Table("Item", ["Expected", "Perceived", "Gap", "Lower", "Upper", "t", "p", "Ratio"], [
            .. g.Items.Select((gap, i) => Cells($"{q.Expected[i]} / {q.Perceived[i]}", gap)),
            .. g.Dimensions.Select((gap, d) => Cells($"Dimension {d + 1}", gap)),
            Cells(q.Importance is null ? "Overall" : "Overall, by importance", g.Overall),
        ]);
        if (surface is null) return;
        Printed.Line($"Surface: R2 {Printed.Number(surface.Regression.R2, 3)}, p of a plane {Printed.Number(surface.PlanePValue, 3)}");
        (string, Estimate)[] lines =
        [
            ("Slope along congruence", surface.CongruenceSlope), ("Curvature along congruence", surface.CongruenceCurvature),
            ("Slope along incongruence", surface.IncongruenceSlope), ("Curvature along incongruence", surface.IncongruenceCurvature),
        ];
        Printed.Table("Line", ["Estimate", "Lower", "Upper", "p"], lines.Select(l => (IReadOnlyList<string>)[l.Item1, Printed.Number(l.Item2.Value, 3), Printed.Number(l.Item2.Lower, 3), Printed.Number(l.Item2.Upper, 3), Printed.Number(StudentTest.Of(l.Item2).PValue, 3)]));
    }

    static string[] Cells(string name, Gap g) =>
    [
        name, Printed.Number(g.Expected.Value), Printed.Number(g.Perceived.Value), Printed.Number(g.Difference.Value), Printed.Number(g.Difference.Lower), Printed.Number(g.Difference.Upper),
        Printed.Number(g.Test.T), Printed.Number(g.Test.PValue, 4), Printed.Number(g.Ratio.Value, 3),
    ];
}
