namespace Regard.Measures;

/// <summary>A number cut into bands; each holds its upper bound.</summary>
sealed record Bands(IReadOnlyList<double> Cuts)
{
    public int Count => Cuts.Count + 1;

    /// <summary>Bands that hold as many values each, as far as equal values let them.</summary>
    public static Bands Even(IEnumerable<double> values, int howMany)
    {
        double[] sorted = [.. values.Order()];
        if (sorted.Length == 0) return new([]);
        return new([.. Enumerable.Range(1, howMany - 1).Select(i => sorted[(int)Math.Ceiling((double)i * sorted.Length / howMany) - 1]).Distinct().Where(cut => cut < sorted[^1])]);
    }

    public int Of(double value)
    {
        for (var band = 0; band < Cuts.Count; band++) if (value <= Cuts[band]) return band;
        return Cuts.Count;
    }

    public double? Above(int band) => band == 0 ? null : Cuts[band - 1];
    public double? UpTo(int band) => band == Cuts.Count ? null : Cuts[band];
}
