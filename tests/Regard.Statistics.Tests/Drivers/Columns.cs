using System.Text.Json.Nodes;

namespace Regard.Statistics.Tests.Drivers;

/// <summary>Columns for tests: of a reference file, or made up by a seed.</summary>
static class Columns
{
    public static Observations Of(Table table, params string[] names) => Observations.Of(names, [.. names.Select(table.Numbers)]);

    public static string[] Names(JsonNode? numbers) => [.. numbers!.AsObject().Select(x => x.Key).Where(name => name != "(Intercept)")];

    /// <summary>An outcome Y on correlated drivers X1, X2, ... with slopes 1/1, 1/2, ... and noise.</summary>
    public static Observations Random(int rows, int drivers, int seed, double noise = 1)
    {
        var chance = Draws.Seeded(seed).Of(0);
        var columns = Enumerable.Range(0, drivers + 1).Select(_ => new double[rows]).ToArray();
        for (var i = 0; i < rows; i++)
        {
            var mood = chance.Normal();
            for (var j = 1; j <= drivers; j++)
            {
                columns[j][i] = 0.6 * mood + 0.8 * chance.Normal();
                columns[0][i] += columns[j][i] / j;
            }
            columns[0][i] += noise * chance.Normal();
        }
        return Observations.Of(["Y", .. Names(drivers)], columns);
    }

    public static string[] Names(int drivers) => [.. Enumerable.Range(1, drivers).Select(j => $"X{j}")];
}
