using System.Runtime.InteropServices;
using Regard.Statistics;
namespace Regard.Measures;

/// <summary>Gathers rows of ratings into cells. Any order and any split of the rows gives the same cells.</summary>
sealed class CellFold
{
    const int rowsGathered = 128;

    readonly Dictionary<CellKey, Gathering> gatherings = [];

    public long Rows { get; private set; }

    public void Add(CellKey key, ReadOnlySpan<byte> ratings, double weight)
    {
        Rows++;
        // A form without ratings has nothing to measure.
        if (ratings.IsEmpty) return;
        ref var gathering = ref CollectionsMarshal.GetValueRefOrAddDefault(gatherings, key, out _);
        (gathering ??= new(ratings.Length)).Add(ratings, weight);
    }

    public IEnumerable<Cell> Cells() => gatherings.Select(g => new Cell(g.Key, g.Value.Gathered()));

    /// <summary>Hands rows on in blocks: one by one costs several times more.</summary>
    sealed class Gathering(int slots)
    {
        readonly MomentsBuilder sum = new(slots);
        readonly byte[] block = new byte[slots * rowsGathered];
        int filled;

        public void Add(ReadOnlySpan<byte> ratings, double weight)
        {
            if (weight != 1) { sum.Add(ratings, weight); return; }
            if (ratings.Length != slots) throw new ArgumentException($"A row of this wave has {slots} ratings, not {ratings.Length}.", nameof(ratings));
            ratings.CopyTo(block.AsSpan(filled * slots));
            if (++filled == rowsGathered) Hand();
        }

        public Moments Gathered()
        {
            Hand();
            return sum.ToMoments();
        }

        void Hand()
        {
            sum.Add(block, slots, filled);
            filled = 0;
        }
    }
}
