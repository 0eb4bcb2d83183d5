using System.CommandLine;
using Regard.Statistics;
namespace Regard.Cli.Analyse;

/// <summary>regard analyse effect: what a treatment of some units did, by difference in differences.</summary>
static class EffectCommand
{
    public static Command Make()
    {
        var data = AnalyseOptions.Data;
        var unit = new Option<string>("--unit") { Description = "Column that names the unit of a row", Required = true };
        var period = new Option<string>("--period") { Description = "Column with the period: numbers, or names in alphabetical order of time (2026-01, 2026Q1)", Required = true };
        var outcome = new Option<string>("--outcome") { Description = "Column with what the treatment should change", Required = true };
        var treated = new Option<string>("--treated") { Description = "Column with 1 for treated units and 0 for others; or, without --from, 1 from each unit's own start on", Required = true };
        var from = new Option<string?>("--from") { Description = "First treated period" };
        var lower = new Option<bool>("--lower-is-better") { Description = "A lower outcome is better" };
        var never = new Option<bool>("--never-treated") { Description = "With different starts: compare with units that are never treated only" };
        var seed = AnalyseOptions.Seed;
        var bootstrap = AnalyseOptions.Bootstrap(1999);
        var asJson = AnalyseOptions.Json;
        var command = new Command("effect", "What a treatment of some units did: effect, verdict, and the smallest effect that could have been seen") { data, unit, period, outcome, treated, from, lower, never, seed, bootstrap, asJson };
        command.SetAction(parsed => BadInput.Guard(() =>
        {
            string U = parsed.GetRequiredValue(unit), P = parsed.GetRequiredValue(period), Y = parsed.GetRequiredValue(outcome), D = parsed.GetRequiredValue(treated);
            var file = new DataFile(parsed.GetValue(data), [Y, D], [U, P]);
            int[] complete = [.. Enumerable.Range(0, file.Rows).Where(i => file.Labels(U)[i].Length > 0 && file.Labels(P)[i].Length > 0 && !double.IsNaN(file.Numbers(Y)[i]) && !double.IsNaN(file.Numbers(D)[i]))];
            if (complete.Length == 0) throw new Invalid("data", "No row has all of the columns filled.");
            var times = Periods(file.Labels(P));
            double? start = parsed.GetValue(from) is { } f ? times(f) : null;
            var units = file.Labels(U).Distinct().Order(StringComparer.Ordinal).Select((name, at) => (name, at)).ToDictionary(x => x.name, x => (double)x.at);
            var rows = Observations.Of([U, P, Y, D], [
                [.. complete.Select(i => units[file.Labels(U)[i]])], [.. complete.Select(i => times(file.Labels(P)[i]))],
                [.. complete.Select(i => file.Numbers(Y)[i])], [.. complete.Select(i => file.Numbers(D)[i])]]);
            if (parsed.GetValue(bootstrap) < 1) throw new Invalid("bootstrap", "At least {0} resamples.", 1);
            var effect = PanelEffect.Judge(rows, new(U, P, Y, D, start), new()
            {
                HigherIsBetter = !parsed.GetValue(lower), NeverTreatedOnly = parsed.GetValue(never), Resamples = parsed.GetValue(bootstrap), Draws = Draws.Seeded(parsed.GetValue(seed)),
            });
            if (parsed.GetValue(asJson)) Printed.Json(Shape(effect, file.Rows, complete.Length));
            else Print(effect, complete.Length, file.Rows);
        }));
        return command;
    }

    // Numbers as they are; names by their place in alphabetical order.
    static Func<string, double> Periods(string[] labels)
    {
        var names = labels.Where(l => l.Length > 0).Distinct().Order(StringComparer.Ordinal).ToArray();
        if (names.All(n => AnalyseOptions.Number(n) is not null))
            return label => AnalyseOptions.Number(label) ?? throw new Invalid("from", "{0} is not a period of the data.", label);
        return label => Array.BinarySearch(names, label, StringComparer.Ordinal) is >= 0 and var at ? at : throw new Invalid("from", "{0} is not a period of the data.", label);
    }

    static string Said(Verdict verdict) => verdict switch
    {
        Verdict.Effective => "effective", Verdict.Harmful => "harmful", Verdict.NoEvidence => "no evidence", _ => "not testable",
    };

    static string? Said(EffectRefusal refusal) => refusal switch
    {
        EffectRefusal.None => null, EffectRefusal.TooFewUnits => "too few units", EffectRefusal.NoComparison => "no comparison", EffectRefusal.NoTreatment => "no treatment",
        EffectRefusal.NoBefore => "nothing measured before", EffectRefusal.NoAfter => "nothing measured since", _ => "broken comparability",
    };

    static object Shape(PanelEffect e, int rows, int n) => new
    {
        rows, n,
        effect = e.Effect?.Value, se = e.Effect?.StandardError, lower = e.Effect?.Lower, upper = e.Effect?.Upper, p = e.PValue,
        preTrendP = e.PreTrendPValue, clusters = e.Clusters, verdict = Said(e.Verdict), smallestDetectable = e.SmallestDetectable,
        reason = Said(e.Refusal), explainedByBaseline = e.ExplainedByBaseline,
        degreesOfFreedom = e.Effect?.DegreesOfFreedom, wildP = e.WildPValue, leadsP = e.LeadsPValue,
        placebo = Short(e.Placebo), adjusted = Short(e.Adjusted), beforeAfter = Short(e.BeforeAfter),
        interruptedSeries = e.Series is not { } series ? null : new { level = Short(series.Level), levelP = series.LevelP, slope = Short(series.Slope), slopeP = series.SlopeP, autocorrelation = series.Autocorrelation, smallestDetectable = series.SmallestDetectable },
        treatedUnits = e.TreatedUnits, comparisonUnits = e.ComparisonUnits, staggered = e.Staggered,
        groupTimes = e.ByGroup.Select(g => new { start = g.Start, period = g.Period, effect = g.Effect.Value, se = g.Effect.StandardError, lower = g.Effect.Lower, upper = g.Effect.Upper }),
        eventTimes = e.ByTimeSince.Select(t => new { since = t.Since, effect = t.Effect.Value, se = t.Effect.StandardError, lower = t.Effect.Lower, upper = t.Effect.Upper }),
    };

    static object? Short(Estimate? e) => e is null ? null : new { effect = e.Value, se = e.StandardError, lower = e.Lower, upper = e.Upper };

    static void Print(PanelEffect e, int n, int rows)
    {
        Printed.Line($"Verdict: {Said(e.Verdict)}{(Said(e.Refusal) is { } reason ? $" ({reason})" : e.ExplainedByBaseline ? " (units as weak as these rise by themselves)" : "")}; n {n} of {rows} rows, {e.Clusters} units ({e.TreatedUnits} treated, {e.ComparisonUnits} to compare with)");
        Printed.Table("", ["Effect", "SE", "Lower", "Upper"], new (string Name, Estimate? Effect)[]
        {
            ("Difference in differences", e.Effect), ("Among units alike before", e.Adjusted), ("Placebo before", e.Placebo), ("Before and after alone", e.BeforeAfter), ("Series alone: jump of the level", e.Series?.Level), ("Series alone: turn of the slope", e.Series?.Slope),
        }.Where(r => r.Effect is not null).Select(r => (IReadOnlyList<string>)[r.Name, Printed.Number(r.Effect!.Value, 3), Printed.Number(r.Effect.StandardError, 3), Printed.Number(r.Effect.Lower, 3), Printed.Number(r.Effect.Upper, 3)]));
        if (e.Effect is not null) Printed.Line($"p {Tested(e.PValue)}, wild bootstrap p {Tested(e.WildPValue)}, pre-trend p {Tested(e.PreTrendPValue)}; smallest detectable effect {Printed.Number(e.SmallestDetectable, 3)}");
        if (e.ByTimeSince.Count > 0)
            Printed.Table("Periods since the start", ["Effect", "Lower", "Upper"], e.ByTimeSince.Select(t => (IReadOnlyList<string>)[$"{t.Since}", Printed.Number(t.Effect.Value, 3), Printed.Number(t.Effect.Lower, 3), Printed.Number(t.Effect.Upper, 3)]));
    }

    static string Tested(double? p) => p is null ? "-" : Printed.Number(p, 4);
}
