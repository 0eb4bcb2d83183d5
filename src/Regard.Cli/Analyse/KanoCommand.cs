using System.CommandLine;
using Regard.Statistics;
namespace Regard.Cli.Analyse;

/// <summary>regard analyse kano: classes of features from functional and dysfunctional questions.</summary>
static class KanoCommand
{
    public static Command Make()
    {
        var data = AnalyseOptions.Data;
        var respondent = new Option<string>("--respondent") { Description = "Column that names the respondent of a row", Required = true };
        var feature = new Option<string>("--feature") { Description = "Column that names the feature of a row", Required = true };
        var functional = new Option<string>("--functional") { Description = "Column of answers if it were there: 1 like, 2 must be, 3 neutral, 4 live with, 5 dislike", Required = true };
        var dysfunctional = new Option<string>("--dysfunctional") { Description = "Column of answers if it were not there", Required = true };
        var (seed, resamples, asJson) = (AnalyseOptions.Seed, AnalyseOptions.Bootstrap(4000), AnalyseOptions.Json);
        var command = new Command("kano", "Kano class, Better and Worse of features, and how sure they are") { data, respondent, feature, functional, dysfunctional, seed, resamples, asJson };
        command.SetAction(parsed => BadInput.Guard(() =>
        {
            string with = parsed.GetRequiredValue(functional), without = parsed.GetRequiredValue(dysfunctional), what = parsed.GetRequiredValue(feature), who = parsed.GetRequiredValue(respondent);
            var file = new DataFile(parsed.GetValue(data), [with, without], [what, who]);
            int[] kept = [.. Enumerable.Range(0, file.Rows).Where(i => !double.IsNaN(file.Numbers(with)[i]) && !double.IsNaN(file.Numbers(without)[i]))];
            if (kept.Length == 0) throw new Invalid("data", "No row has both answers.");
            var answers = new KanoAnswers(file.Observations(with, without).Take(kept), [.. kept.Select(i => file.Labels(what)[i])], with, without, [.. kept.Select(i => file.Labels(who)[i])]);
            var analysis = KanoAnalysis.Fit(answers, new() { Resamples = parsed.GetValue(resamples), Draws = Draws.Seeded(parsed.GetValue(seed)) });
            if (parsed.GetValue(asJson)) Printed.Json(Shape(analysis, file.Rows, kept.Length));
            else Print(analysis);
        }));
        return command;
    }

    static object Shape(KanoAnalysis k, int rows, int n) => new
    {
        rows, n,
        features = k.Features.Select(f => new
        {
            feature = f.Name, @class = KanoTable.Letter(f.Class).ToString(), n = f.N,
            counts = f.Counts.ToDictionary(c => KanoTable.Letter(c.Key).ToString(), c => c.Value), chances = f.Chances.ToDictionary(c => KanoTable.Letter(c.Key).ToString(), c => c.Value),
            better = f.Better.Value, worse = f.Worse.Value, lower = f.Better.Lower, upper = f.Better.Upper,
            betterLower = f.Better.Lower, betterUpper = f.Better.Upper, worseLower = f.Worse.Lower, worseUpper = f.Worse.Upper,
            certainty = f.Chances[f.Class], difference = f.Difference, critical = f.Critical, significant = f.Difference > f.Critical, p = f.PValue,
            categoryStrength = f.CategoryStrength, totalStrength = f.TotalStrength, functionalMean = f.FunctionalMean.Value, dysfunctionalMean = f.DysfunctionalMean.Value, withheld = Printed.Reason(f.Better),
        }),
    };

    static void Print(KanoAnalysis k)
    {
        Printed.Line("Class: M must be, O one-dimensional, A attractive, I indifferent, R reverse, Q questionable; with the chance that it is the most frequent one");
        Printed.Table(
            "Feature", ["Class", "Chance", "n", "A", "O", "M", "I", "R", "Q", "Better", "Lower", "Upper", "Worse", "Lower", "Upper"],
            k.Features.Select(f => (IReadOnlyList<string>)[
                f.Name, KanoTable.Letter(f.Class).ToString(), $"{100 * f.Chances[f.Class]:0} %", $"{f.N}",
                .. new[] { KanoClass.Attractive, KanoClass.OneDimensional, KanoClass.MustBe, KanoClass.Indifferent, KanoClass.Reverse, KanoClass.Questionable }.Select(c => $"{f.Counts[c]}"),
                Printed.Number(f.Better.Value), Printed.Number(f.Better.Lower), Printed.Number(f.Better.Upper), Printed.Number(f.Worse.Value), Printed.Number(f.Worse.Lower), Printed.Number(f.Worse.Upper)]));
    }
}
