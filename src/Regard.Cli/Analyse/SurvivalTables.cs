using System.Globalization;
using Regard.Statistics;
namespace Regard.Cli.Analyse;

/// <summary>regard analyse survival for people: ten times of each curve, the tests, and the hazard ratios.</summary>
static class SurvivalTables
{
    const int Shown = 10;

    public static void Print(CodedRows rows, IReadOnlyList<KaplanMeier> curves, LogRank? test, CoxRegression? cox, TimeScale clock)
    {
        var end = curves.Max(c => c.Points[^1].Time);
        foreach (var c in curves)
        {
            Printed.Line($"{c.Group ?? "All"}: n {c.N}, {c.Events} left; median {Time(c.Median.Time)} ({Time(c.Median.Lower)} to {Time(c.Median.Upper)})");
            double[] times = [.. Enumerable.Range(1, Shown).Select(k => c.Points.Last(p => p.Time <= Math.Max(c.Points[0].Time, end * k / Shown)).Time).Distinct()];
            Printed.Table("Time", ["Still there %", "Lower", "Upper", "At risk"], times.Select(t => c.Points.First(p => p.Time == t)).Select(p =>
                (IReadOnlyList<string>)[Time(p.Time), Printed.Number(100 * p.Survival), Printed.Number(100 * p.Lower), Printed.Number(100 * p.Upper), p.AtRisk.ToString("0.##", CultureInfo.InvariantCulture)]));
        }
        if (rows.N > curves.Sum(c => c.N)) Printed.Line($"{rows.N - curves.Sum(c => c.N)} rows without any time left out");
        if (test is not null) Printed.Line($"Log-rank: chi-square {Printed.Number(test.ChiSquare)} with {test.DegreesOfFreedom} df, p {Printed.Number(test.PValue, 4)}");
        if (cox is null) return;
        Printed.Line($"Cox: n {cox.N}, {cox.Events} left; concordance {Printed.Number(cox.Concordance.Value, 3)} ({Printed.Number(cox.Concordance.Lower, 3)} to {Printed.Number(cox.Concordance.Upper, 3)})");
        var proportional = cox.Proportional(clock).Covariates.ToDictionary(c => c.Name);
        Printed.Table("", ["Hazard ratio", "Lower", "Upper", "z", "p", "p proportional"], cox.Coefficients.Select(c => (IReadOnlyList<string>)[
            c.Name, Printed.Number(c.Ratio.Value, 3), Printed.Number(c.Ratio.Lower, 3), Printed.Number(c.Ratio.Upper, 3), Printed.Number(c.Z), Printed.Number(c.PValue, 4), Printed.Number(proportional[c.Name].PValue, 4)]));
        foreach (var coding in rows.Codings) Printed.Line($"{coding.Column} is compared with {coding.Reference}");
    }

    static string Time(double? t) => t is { } x ? x.ToString("0.##", CultureInfo.InvariantCulture) : "not reached";
}
