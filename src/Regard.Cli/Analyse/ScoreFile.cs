using System.Globalization;
using Regard.Files;
using Regard.Statistics;
namespace Regard.Cli.Analyse;

/// <summary>Which columns of a file say what.</summary>
sealed record ScoreColumns(string[] Items, (double From, double To) Scale, string? Unit, string? Weight, string? Strata, string? Cluster, string? Population = null);

/// <summary>Reads the ratings of a CSV file; an empty cell is missing, anything else that is no rating is an error with its line.</summary>
static class ScoreFile
{
    public static ScoreRatings Read(string path, ScoreColumns columns)
    {
        if (columns.Items.Length == 0) throw new Invalid("items", "Name at least one column to score.");
        if (!File.Exists(path)) throw new Invalid("file", "There is no file {0}.", path);
        using var stream = File.OpenRead(path);
        using var csv = CsvFile.Open(stream);
        var items = columns.Items.Select(name => Column(csv, name)).ToArray();
        int? unit = Optional(csv, columns.Unit), weight = Optional(csv, columns.Weight), strata = Optional(csv, columns.Strata), cluster = Optional(csv, columns.Cluster), population = Optional(csv, columns.Population);
        var (rows, units, weights, strataOf, clusters, populations) = (new List<double?[]>(), new List<string>(), new List<double>(), new List<string>(), new List<string>(), new List<double>());
        while (csv.Read())
        {
            rows.Add([.. items.Select((column, j) => Rating(csv, column, columns.Items[j], columns.Scale))]);
            if (unit is { } u) units.Add(csv.Cell(u));
            if (weight is { } w) weights.Add(Weight(csv, w, columns.Weight!));
            if (strata is { } s) strataOf.Add(csv.Cell(s));
            if (cluster is { } c) clusters.Add(csv.Cell(c));
            if (population is { } p) populations.Add(Population(csv, p, columns.Population!));
        }
        if (rows.Count == 0) throw new Invalid("file", "The file has a header and nothing below it.");
        return new ScoreRatings(columns.Items, rows, columns.Scale.From, columns.Scale.To)
        {
            Units = unit is null ? null : units, Weights = weight is null ? null : weights, Strata = strata is null ? null : strataOf, Clusters = cluster is null ? null : clusters,
            Populations = population is null ? null : Fitting(populations, columns.Population!, strataOf, clusters),
        };
    }

    static int Column(CsvFile csv, string name) => csv.Column(name) is >= 0 and var at ? at : throw new Invalid("items", "The file has no column {0}.", name);

    static int? Optional(CsvFile csv, string? name) => name is null ? null : Column(csv, name);

    static double? Rating(CsvFile csv, int column, string name, (double From, double To) scale)
    {
        var cell = csv.Cell(column);
        if (cell.Length == 0) return null;
        if (!double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var x)) throw new Invalid(name, "Line {0}, {1}: “{2}” is not a number.", csv.Line, name, cell);
        return x >= scale.From && x <= scale.To ? x : throw new Invalid(name, "Line {0}, {1}: {2} is off the scale {3} to {4}.", csv.Line, name, cell, scale.From, scale.To);
    }

    static double Weight(CsvFile csv, int column, string name) =>
        double.TryParse(csv.Cell(column), NumberStyles.Float, CultureInfo.InvariantCulture, out var w) && w > 0 && double.IsFinite(w)
            ? w : throw new Invalid(name, "Line {0}, {1}: “{2}” is not a weight over 0.", csv.Line, name, csv.Cell(column));

    static double Population(CsvFile csv, int column, string name) =>
        AnalyseOptions.Number(csv.Cell(column)) is > 0 and var n ? n : throw new Invalid(name, "Line {0}, {1}: “{2}” is not a number of people or clusters.", csv.Line, name, csv.Cell(column));

    // One number a stratum, and no smaller than what was drawn from it.
    static List<double> Fitting(List<double> populations, string name, List<string> strata, List<string> clusters)
    {
        foreach (var stratum in Enumerable.Range(0, populations.Count).GroupBy(i => strata.Count > 0 ? strata[i] : ""))
        {
            var drawn = clusters.Count > 0 ? stratum.Select(i => clusters[i]).Distinct().Count() : stratum.Count();
            var sizes = stratum.Select(i => populations[i]).Distinct().ToArray();
            if (sizes.Length > 1) throw new Invalid(name, "{0} is both {1} and {2} in one stratum.", name, sizes[0], sizes[1]);
            if (sizes[0] < drawn) throw new Invalid(name, "{0} says {1}, but {2} were drawn from them.", name, sizes[0], drawn);
        }
        return populations;
    }
}
