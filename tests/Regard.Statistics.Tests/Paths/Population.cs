namespace Regard.Statistics.Tests.Paths;

/// <summary>A known population: three factors, A acts on B and C, B on C; nine items.</summary>
static class Population
{
    public const double AB = 0.6, AC = 0.3, BC = 0.5;

    public static readonly double[] Loadings = [0.8, 0.7, 0.6, 0.9, 0.75, 0.65, 0.85, 0.7, 0.6];

    public static readonly string[] Items = ["a1", "a2", "a3", "b1", "b2", "b3", "c1", "c2", "c3"];

    public static PathModel Model(OuterMode mode = OuterMode.A) => PathModel.Of(
        "known", [new("A", Items[..3], mode), new("B", Items[3..6], mode), new("C", Items[6..], mode)],
        [new("A", "B"), new("A", "C"), new("B", "C")], new Scale(1, 10));

    /// <summary>Correlation of two of the factors.</summary>
    public static double Factors(int k, int l) => (Math.Min(k, l), Math.Max(k, l)) switch
    {
        (0, 1) => AB,
        (0, 2) => AC + AB * BC,
        (1, 2) => BC + AB * AC,
        _ => 1,
    };

    /// <summary>Correlations of the items, exactly.</summary>
    public static double[,] Correlations()
    {
        var r = new double[9, 9];
        for (var i = 0; i < 9; i++)
            for (var j = 0; j < 9; j++) r[i, j] = i == j ? 1 : Loadings[i] * Loadings[j] * Factors(i / 3, j / 3);
        return r;
    }

    /// <summary>A sample; answers rounded to 1 to 10 when asked for.</summary>
    public static Observations Sample(int rows, long seed, bool whole = false)
    {
        var stream = Draws.Seeded(seed).Of(0);
        var columns = Items.Select(_ => new double[rows]).ToArray();
        for (var row = 0; row < rows; row++)
        {
            var a = stream.Normal();
            var b = AB * a + Math.Sqrt(1 - AB * AB) * stream.Normal();
            var c = AC * a + BC * b + Math.Sqrt(1 - AC * AC - BC * BC - 2 * AC * BC * AB) * stream.Normal();
            for (var i = 0; i < 9; i++)
            {
                var x = Loadings[i] * (i < 3 ? a : i < 6 ? b : c) + Math.Sqrt(1 - Loadings[i] * Loadings[i]) * stream.Normal();
                columns[i][row] = whole ? Math.Clamp(Math.Round(6.5 + 1.8 * x), 1, 10) : x;
            }
        }
        return Observations.Of(Items, columns);
    }

    /// <summary>The same with some answers missing at random.</summary>
    public static Observations WithGaps(Observations of, double share, long seed)
    {
        var stream = Draws.Seeded(seed).Of(1);
        var columns = of.Names.Select(n => of[n].ToArray()).ToArray();
        foreach (var column in columns)
            for (var i = 0; i < column.Length; i++)
                if (stream.Uniform() < share) column[i] = double.NaN;
        return Observations.WithMissing(of.Names, columns);
    }
}
