using System.Globalization;
using System.Text.Json.Nodes;

namespace Regard.Statistics.Tests;

/// <summary>
/// Data and results of other programs. They are large and not all free to copy, so they lie beside the checkout (shared/data,
/// shared/reference in any folder above) or where REGARD_REFERENCE points; a test that needs them says so when they are absent.
/// </summary>
static class Reference
{
    public static JsonNode Results(string file) => JsonNode.Parse(File.ReadAllText(Find("reference", file)))!["results"]!;

    public static Table Data(string file)
    {
        // The files quote nothing and hold no comma inside a cell.
        var lines = File.ReadLines(Find("data", file)).Select(line => line.Split(',')).ToList();
        return new(lines[0], lines[1..]);
    }

    /// <summary>Equal relative to the reference, absolutely under 1. All references carry 15 digits.</summary>
    public static void Close(double expected, double? actual, double tolerance = 1e-12) =>
        Assert.True(actual is { } a && Math.Abs(a - expected) <= tolerance * Math.Max(1, Math.Abs(expected)), $"{actual:R} is not {expected:R}");

    public static double Number(this JsonNode? node) => node!.GetValue<double>();

    static string Find(string folder, string file)
    {
        foreach (var root in Roots())
            if (Path.Combine(root, folder, file) is var path && File.Exists(path)) return path;
        Assert.Skip($"{folder}/{file} is not here; set REGARD_REFERENCE to the folder that holds data/ and reference/.");
        return "";
    }

    static IEnumerable<string> Roots()
    {
        if (Environment.GetEnvironmentVariable("REGARD_REFERENCE") is { Length: > 0 } named) yield return named;
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent) yield return Path.Combine(at.FullName, "shared");
    }
}

sealed record Table(string[] Header, List<string[]> Rows)
{
    public int Slot(string column) => Array.IndexOf(Header, column);

    public int[] Slots(JsonNode? names) => [.. names!.AsArray().Select(n => Slot(n!.GetValue<string>()))];

    public double[] Numbers(string column) => [.. Rows.Select(r => double.Parse(r[Slot(column)], CultureInfo.InvariantCulture))];

    /// <summary>Packs all columns as steps over the lower end; empty is missing.</summary>
    public Moments Moments(int from)
    {
        var builder = new MomentsBuilder(Header.Length);
        foreach (var row in Rows) builder.Add(row.Select(cell => cell == "" ? Statistics.Moments.Missing : (byte)(int.Parse(cell, CultureInfo.InvariantCulture) - from)).ToArray());
        return builder.ToMoments();
    }
}
