using Regard.Statistics;
namespace Regard.Cli.Analyse;

/// <summary>Which columns of a file say what.</summary>
sealed record ScoreColumns(string[] Items, (double From, double To) Scale, string? Unit, string? Weight, string? Strata, string? Cluster, string? Population = null);

/// <summary>Reads the ratings of a CSV file; what is off the scale or no weight is an error with its line.</summary>
static class ScoreFile
{
    public static ScoreRatings Read(string path, ScoreColumns columns)
    {
        if (columns.Items.Length == 0) throw new Invalid("items", "Name at least one column to score.");
        var data = new DataFile(path, [.. columns.Items, .. Named(columns.Weight), .. Named(columns.Population)], [.. Named(columns.Unit), .. Named(columns.Strata), .. Named(columns.Cluster)]);
        string[]? Labels(string? column) => column is null ? null : data.Labels(column);
        var (strata, clusters) = (Labels(columns.Strata), Labels(columns.Cluster));
        return new ScoreRatings(columns.Items, Rows(data, columns), columns.Scale.From, columns.Scale.To)
        {
            Units = Labels(columns.Unit), Weights = columns.Weight is { } weight ? Weights(data, weight) : null, Strata = strata, Clusters = clusters,
            Populations = columns.Population is { } population ? Populations(data, population, strata, clusters) : null,
        };
    }

    static IEnumerable<string> Named(string? column) => column is null ? [] : [column];

    static IReadOnlyList<double?[]> Rows(DataFile data, ScoreColumns columns)
    {
        var items = columns.Items.Select(data.Numbers).ToArray();
        var (from, to) = columns.Scale;
        return [.. Enumerable.Range(0, data.Rows).Select(i => items.Select((ratings, j) => ratings[i] switch
        {
            double.NaN => (double?)null,
            var x when x >= from && x <= to => x,
            var x => throw new Invalid(columns.Items[j], "Line {0}, {1}: {2} is off the scale {3} to {4}.", data.Line(i), columns.Items[j], x, from, to),
        }).ToArray())];
    }

    static double[] Weights(DataFile data, string name) => Positive(data, name, "Line {0}, {1}: “{2}” is not a weight over 0.");

    // One number a stratum, and no smaller than what was drawn from it.
    static double[] Populations(DataFile data, string name, string[]? strata, string[]? clusters)
    {
        var populations = Positive(data, name, "Line {0}, {1}: “{2}” is not a number of people or clusters.");
        foreach (var stratum in Enumerable.Range(0, populations.Length).GroupBy(i => strata?[i] ?? ""))
        {
            var drawn = clusters is null ? stratum.Count() : stratum.Select(i => clusters[i]).Distinct().Count();
            var sizes = stratum.Select(i => populations[i]).Distinct().ToArray();
            if (sizes.Length > 1) throw new Invalid(name, "{0} is both {1} and {2} in one stratum.", name, sizes[0], sizes[1]);
            if (sizes[0] < drawn) throw new Invalid(name, "{0} says {1}, but {2} were drawn from them.", name, sizes[0], drawn);
        }
        return populations;
    }

    static double[] Positive(DataFile data, string name, string otherwise)
    {
        var numbers = data.Numbers(name);
        for (var i = 0; i < numbers.Length; i++)
            if (!(numbers[i] > 0)) throw new Invalid(name, otherwise, data.Line(i), name, double.IsNaN(numbers[i]) ? "" : numbers[i]);
        return numbers;
    }
}
