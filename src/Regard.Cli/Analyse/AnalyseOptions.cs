using System.CommandLine;
namespace Regard.Cli.Analyse;

/// <summary>The options that every analysis has.</summary>
static class AnalyseOptions
{
    public static Option<string?> Data => new("--data") { Description = "The CSV file (UTF-8 or GB18030, with a header), workbook or SPSS file (.sav)" };
    public static Option<bool> Json => new("--json") { Description = "Print one JSON object with full precision" };
    public static Option<int> Seed => new("--seed") { Description = "Of whatever is left to chance: the same seed gives the same numbers", DefaultValueFactory = _ => 1 };
    public static Option<int> Bootstrap(int usual) => new("--bootstrap") { Description = "Resamples behind the intervals", DefaultValueFactory = _ => usual };

    public static string[] Split(string columns) => columns.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public static (double From, double To) Scale(string text)
    {
        var ends = text.Split("..");
        return ends.Length == 2 && Number(ends[0]) is { } from && Number(ends[1]) is { } to && from < to
            ? (from, to) : throw new Invalid("scale", "Write the scale as its lowest and highest answer, such as 1..10.");
    }

    public static double? Number(string text) =>
        double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var x) && double.IsFinite(x) ? x : null;
}
