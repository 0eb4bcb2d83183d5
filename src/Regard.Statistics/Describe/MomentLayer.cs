namespace Regard.Statistics;

/// <summary>Sums over pairs of slots (j, k), each over the rows where both were answered, under one kind of weight.</summary>
public sealed class MomentLayer
{
    // All three are slots x slots, row major. Whole numbers stay exact up to 2^53.
    internal readonly double[] S0, S1, S2;
    internal readonly double[][] Histograms;
    readonly int slots;

    internal MomentLayer(int slots) : this(slots, new double[slots * slots], new double[slots * slots], new double[slots * slots], new double[slots][]) =>
        Array.Fill(Histograms, []);

    MomentLayer(int slots, double[] s0, double[] s1, double[] s2, double[][] histograms) =>
        (this.slots, S0, S1, S2, Histograms) = (slots, s0, s1, s2, histograms);

    /// <summary>Sum of weights over rows where both were answered. Symmetric; j = k gives the slot's own sum.</summary>
    public double Weight(int j, int k) => S0[j * slots + k];

    /// <summary>Sum of w x_j over rows where j and k were both answered. Not symmetric.</summary>
    public double Sum(int j, int k) => S1[j * slots + k];

    /// <summary>Sum of w x_j x_k over rows where both were answered. Symmetric.</summary>
    public double Cross(int j, int k) => S2[j * slots + k];

    internal MomentLayer Copy() => new(slots, [.. S0], [.. S1], [.. S2], [.. Histograms.Select(h => (double[])[.. h])]);

    internal void Add(MomentLayer other)
    {
        for (var i = 0; i < S0.Length; i++)
        {
            S0[i] += other.S0[i];
            S1[i] += other.S1[i];
            S2[i] += other.S2[i];
        }
        for (var j = 0; j < slots; j++)
        {
            var theirs = other.Histograms[j];
            for (var v = theirs.Length - 1; v >= 0; v--) Bin(j, v) += theirs[v];
        }
    }

    internal ref double Bin(int slot, int step)
    {
        if (step >= Histograms[slot].Length) Array.Resize(ref Histograms[slot], step + 1);
        return ref Histograms[slot][step];
    }
}
