using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Regard.Statistics;
using Spectre.Console;
namespace Regard.Cli.Analyse;

/// <summary>How results leave the command line: one JSON object with full precision, or tables for people.</summary>
static class Printed
{
    static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Json(object result) => System.Console.WriteLine(JsonSerializer.Serialize(result, json));

    public static void Line(string text) => Console().WriteLine(text);

    /// <param name="first">Heading of the first column, which holds names; the others hold numbers.</param>
    public static void Table(string first, IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(first);
        foreach (var head in heads) table.AddColumn(new TableColumn(head).RightAligned());
        foreach (var row in rows) table.AddRow([.. row.Select(Markup.Escape)]);
        Console().Write(table);
    }

    public static string Number(double? x, int decimals = 2) => x is { } v ? v.ToString("F" + decimals, CultureInfo.InvariantCulture) : "withheld";

    public static string? Reason(Estimate e) => e.Withheld ? e.Reason.ToString() : null;

    static IAnsiConsole Console()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(System.Console.Out) });
        if (System.Console.IsOutputRedirected) console.Profile.Width = 200;
        return console;
    }
}
