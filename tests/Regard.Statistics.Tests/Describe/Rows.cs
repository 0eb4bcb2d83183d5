using FsCheck;
using FsCheck.Fluent;

namespace Regard.Statistics.Tests.Describe;

/// <summary>Packed rows for tests: made up by a seed or by FsCheck.</summary>
sealed record Rows(int Slots, byte[] Packed)
{
    public int Count => Packed.Length / Slots;

    public IEnumerable<byte[]> All => Packed.Chunk(Slots);

    public static Gen<Rows> Generator =>
        from slots in Gen.Choose(1, 6)
        from count in Gen.Choose(0, 600)
        from top in Gen.Elements(1, 4, 10, 100, 254)
        from missing in Gen.Elements(0.0, 0.02, 0.3, 1.0)
        from seed in Gen.Choose(0, 1_000_000)
        select Random(count, slots, top, missing, seed);

    public static Rows Random(int count, int slots, int top, double missing, int seed)
    {
        var random = new Random(seed);
        var packed = new byte[count * slots];
        for (var i = 0; i < packed.Length; i++) packed[i] = random.NextDouble() < missing ? Moments.Missing : (byte)random.Next(top + 1);
        return new(slots, packed);
    }

    public Moments Fold() => Fold(0, Count);

    public Moments Fold(int from, int to)
    {
        var builder = new MomentsBuilder(Slots);
        builder.Add(Packed.AsSpan(from * Slots), Slots, to - from);
        return builder.ToMoments();
    }

    public Moments FoldWeighted(Func<int, double> weight)
    {
        var builder = new MomentsBuilder(Slots);
        foreach (var (i, row) in All.Index()) builder.Add(row, weight(i));
        return builder.ToMoments();
    }

    public override string ToString() => $"{Count} rows of {Slots} slots";
}
