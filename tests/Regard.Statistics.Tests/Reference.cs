using System.Globalization;
using System.Text.Json.Nodes;
using Regard.Testing;

namespace Regard.Statistics.Tests;

/// <summary>Reads the files of <see cref="ReferenceFiles"/>.</summary>
static class Reference
{
    public static JsonNode Results(string file) => JsonNode.Parse(File.ReadAllText(ReferenceFiles.Find("reference", file)))!["results"]!;

    public static Table Data(string file)
    {
        // The files quote nothing and hold no comma inside a cell.
        var lines = File.ReadLines(ReferenceFiles.Find("data", file)).Select(line => line.Split(',')).ToList();
        return new(lines[0], lines[1..]);
    }

    /// <summary>Equal relative to the reference, absolutely under 1. All references carry 15 digits.</summary>
    public static void Close(double expected, double? actual, double tolerance = 1e-12) =>
        Assert.True(actual is { } a && Math.Abs(a - expected) <= tolerance * Math.Max(1, Math.Abs(expected)), $"{actual:R} is not {expected:R}");

    public static double Number(this JsonNode? node) => node!.GetValue<double>();
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
