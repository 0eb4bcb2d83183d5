namespace Regard.Visits;

static class VisitWords
{
    public static string Path(long number) => $"/visits/{number}";

    public static Text ToReCheck(Visit v) => Text.Of(Words.Of("Look again: {0} of visit No. {1}, {2}", v.Failed, v.Number, v.UnitName));
    public static Text Result(Visit v) => Text.Of(Words.Of("Result of visit No. {0}: {1} of 100 points, {2}", v.Number, Points(v.Score), v.UnitName));
    public static Text ToVisit(VisitPlan plan, string unit) => Text.Of(Words.Of("Visit {0}: {1}, {2} times", unit, plan.Name, plan.EachUnit));
    /// <summary>A visit says how it should be, a colleague what is broken.</summary>
    public static Text Broken(long number, string words, bool fromVisit) => Text.Of(fromVisit ? Words.Of("Fault No. {0}, not as it should be: {1}", number, words) : Words.Of("Fault No. {0}: {1}", number, words));

    public static string Points(double? score) => score is { } value ? value.ToString("0", System.Globalization.CultureInfo.InvariantCulture) : "–";
}
