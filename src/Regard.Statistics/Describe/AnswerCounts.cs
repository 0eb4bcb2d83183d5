namespace Regard.Statistics;

/// <summary>How many gave each answer of each slot, on the way into a layer.</summary>
sealed class AnswerCounts(int slots)
{
    const int Bins = 256;

    readonly uint[] counts = new uint[slots * Bins];
    long counted;

    public void Add(int slot, byte step) => counts[slot * Bins + step]++;

    public void Add(int slot, byte step, uint times) => counts[slot * Bins + step] += times;

    /// <summary>Says that so many rows are in; the 32-bit bins must not run over.</summary>
    public void Counted(long rows, MomentLayer layer)
    {
        counted += rows;
        if (counted > 1 << 30) Drain(layer);
    }

    /// <summary>Moves the counts by answer, and the sums of single slots that follow from them, into the layer.</summary>
    public void Drain(MomentLayer layer)
    {
        for (var j = 0; j < slots; j++)
        {
            var at = j * slots + j;
            for (var b = Moments.Missing - 1; b >= 0; b--)
            {
                double count = counts[j * Bins + b];
                if (count == 0) continue;
                layer.Bin(j, b) += count;
                layer.S0[at] += count;
                layer.S1[at] += count * b;
                layer.S2[at] += count * b * b;
            }
        }
        Array.Clear(counts);
        counted = 0;
    }
}
