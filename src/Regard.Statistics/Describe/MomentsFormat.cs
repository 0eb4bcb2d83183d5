namespace Regard.Statistics;

/// <summary>
/// The stored form of <see cref="Moments"/>. Version 1: flags, slots, rows, respondents, counts by answer; then per pair what the
/// counts do not tell. Whole numbers as varints of small differences; weighted sums as doubles.
/// </summary>
static class MomentsFormat
{
    const byte Version = 1, Weighted = 1, Complete = 2;

    public static byte[] Write(Moments m)
    {
        var complete = IsComplete(m);
        var to = new ByteWriter();
        to.Byte(Version);
        to.Byte((byte)((m.UnitWeights ? 0 : Weighted) | (complete ? Complete : 0)));
        to.Whole(m.Slots);
        to.Whole(m.Rows);
        to.Whole(m.Respondents);
        foreach (var counts in m.Counted.Histograms)
        {
            to.Whole(counts.Length);
            foreach (var count in counts) to.Whole((long)count);
        }
        WritePairs(to, m, complete);
        if (!m.UnitWeights)
        {
            WriteLayer(to, m, m.First);
            WriteLayer(to, m, m.Second);
        }
        return to.ToArray();
    }

    public static Moments Read(ReadOnlySpan<byte> bytes)
    {
        var from = new ByteReader(bytes);
        if (from.Byte() is var version && version != Version) throw new FormatException($"Moments of version {version} are not known here.");
        var flags = from.Byte();
        var slots = (int)from.Whole(Moments.MostSlots);
        if (flags > (Weighted | Complete)) throw new FormatException("The moments are damaged.");
        var (rows, respondents) = (from.Whole(), from.Whole());
        var counted = new MomentLayer(slots);
        for (var j = 0; j < slots; j++)
        {
            counted.Histograms[j] = new double[from.Whole(Moments.Missing)];
            foreach (ref var count in counted.Histograms[j].AsSpan()) count = from.Whole();
        }
        ReadPairs(ref from, counted, slots, (flags & Complete) != 0);
        var (first, second) = (counted, counted);
        if ((flags & Weighted) != 0) (first, second) = (ReadLayer(ref from, counted, slots), ReadLayer(ref from, counted, slots));
        if (!from.AtEnd) throw new FormatException("The moments are followed by bytes that are not theirs.");
        return new(slots, rows, respondents, counted, first, second);
    }

    // Every slot was answered by the same respondents: then counts and sums of pairs follow from those of single slots.
    static bool IsComplete(Moments m)
    {
        for (var j = 0; j < m.Slots; j++)
            for (var k = 0; k < m.Slots; k++)
                if (m.Counted.Weight(j, k) != m.Counted.Weight(0, 0)) return false;
        return true;
    }

    static void WritePairs(ByteWriter to, Moments m, bool complete)
    {
        var c = m.Counted;
        for (var j = 0; j < m.Slots; j++)
            for (var k = j + 1; k < m.Slots; k++)
            {
                if (!complete)
                {
                    to.Whole((long)(Math.Min(c.Weight(j, j), c.Weight(k, k)) - c.Weight(j, k)));
                    to.Whole((long)(c.Sum(j, j) - c.Sum(j, k)));
                    to.Whole((long)(c.Sum(k, k) - c.Sum(k, j)));
                }
                to.Signed((long)c.Cross(j, k) - Expected(c, j, k));
            }
    }

    static void ReadPairs(ref ByteReader from, MomentLayer c, int slots, bool complete)
    {
        for (var j = 0; j < slots; j++)
            for (var b = 0; b < c.Histograms[j].Length; b++)
            {
                var (count, at) = (c.Histograms[j][b], j * slots + j);
                c.S0[at] += count;
                c.S1[at] += count * b;
                c.S2[at] += count * b * b;
            }
        for (var j = 0; j < slots; j++)
            for (var k = j + 1; k < slots; k++)
            {
                int jj = j * slots + j, kk = k * slots + k, jk = j * slots + k, kj = k * slots + j;
                c.S0[jk] = c.S0[kj] = Math.Min(c.S0[jj], c.S0[kk]) - (complete ? 0 : from.Whole());
                c.S1[jk] = c.S1[jj] - (complete ? 0 : from.Whole());
                c.S1[kj] = c.S1[kk] - (complete ? 0 : from.Whole());
                if (c.S0[jk] < 0 || c.S1[jk] < 0 || c.S1[kj] < 0) throw new FormatException("The moments are damaged.");
                c.S2[jk] = c.S2[kj] = from.Signed() + Expected(c, j, k);
            }
    }

    // What the cross product would be without correlation; the difference is small and stores short.
    static long Expected(MomentLayer c, int j, int k) => c.Weight(j, k) is var n and > 0
        ? (long)((UInt128)c.Sum(j, k) * (UInt128)c.Sum(k, j) / (UInt128)n) : 0;

    static void WriteLayer(ByteWriter to, Moments m, MomentLayer layer)
    {
        foreach (var bins in layer.Histograms)
            foreach (var bin in bins) to.Double(bin);
        foreach (var s1 in layer.S1) to.Double(s1);
        for (var j = 0; j < m.Slots; j++)
            for (var k = j; k < m.Slots; k++)
            {
                to.Double(layer.Weight(j, k));
                to.Double(layer.Cross(j, k));
            }
    }

    static MomentLayer ReadLayer(ref ByteReader from, MomentLayer counted, int slots)
    {
        var layer = new MomentLayer(slots);
        for (var j = 0; j < slots; j++)
        {
            layer.Histograms[j] = new double[counted.Histograms[j].Length];
            foreach (ref var bin in layer.Histograms[j].AsSpan()) bin = from.Double();
        }
        foreach (ref var s1 in layer.S1.AsSpan()) s1 = from.Double();
        for (var j = 0; j < slots; j++)
            for (var k = j; k < slots; k++)
            {
                layer.S0[j * slots + k] = layer.S0[k * slots + j] = from.Double();
                layer.S2[j * slots + k] = layer.S2[k * slots + j] = from.Double();
            }
        return layer;
    }
}
