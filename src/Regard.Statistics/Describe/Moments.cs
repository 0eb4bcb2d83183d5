namespace Regard.Statistics;

/// <summary>
/// Sufficient statistics of packed ratings that can be added: over shards, units, segments and waves. Enough for means,
/// scores, their covariance under weights, shares, reliability, drivers and path models; no row is needed again.
/// </summary>
/// <remarks>
/// A rating is stored as its step over the scale's lower end, 0 to 254; 255 is a missing answer. The squared-weight layer
/// serves the linearised variance of a ratio mean (Woodruff 1971, JASA 66, 411-414). Without weights both layers are one
/// and all cells are whole numbers, exact up to 2^53.
/// </remarks>
public sealed class Moments
{
    /// <summary>The byte of a missing answer.</summary>
    public const byte Missing = 255;

    /// <summary>Most slots of a form.</summary>
    public const int MostSlots = 1024;

    internal readonly MomentLayer Counted;

    internal Moments(int slots, long rows, long respondents, MomentLayer counted, MomentLayer first, MomentLayer second) =>
        (Slots, Rows, Respondents, Counted, First, Second) = (slots, rows, respondents, counted, first, second);

    /// <summary>The moments of no row at all; adding them changes nothing.</summary>
    /// <param name="slots">0 (a form without ratings) to 1,024.</param>
    public static Moments Empty(int slots)
    {
        var layer = new MomentLayer(CheckedSlots(slots));
        return new(slots, 0, 0, layer, layer, layer);
    }

    /// <summary>Rating slots of a row.</summary>
    public int Slots { get; }

    /// <summary>Rows seen, those without any rating included.</summary>
    public long Rows { get; }

    /// <summary>Rows with at least one rating.</summary>
    public long Respondents { get; }

    /// <summary>True when every weight was 1; then both layers are the same object.</summary>
    public bool UnitWeights => ReferenceEquals(First, Second);

    /// <summary>Sums with weight w.</summary>
    public MomentLayer First { get; }

    /// <summary>Sums with weight w squared.</summary>
    public MomentLayer Second { get; }

    /// <summary>Respondents who answered a slot.</summary>
    public long N(int slot) => N(slot, slot);

    /// <summary>Respondents who answered both slots.</summary>
    public long N(int j, int k) => (long)Counted.Weight(j, k);

    /// <summary>How many gave each answer of a slot.</summary>
    public Histogram Histogram(int slot) => new(Counted.Histograms[slot], First.Histograms[slot], Second.Histograms[slot]);

    /// <summary>True when the slot has at least two different answers.</summary>
    public bool Spread(int slot) => Counted.Histograms[slot].Count(c => c > 0) > 1;

    /// <summary>Sample covariance of two slots in steps, over the rows that answered both; null under two such rows.</summary>
    /// <remarks>Divisor n - 1; with weights sum w, times n / (n - 1).</remarks>
    public double? Covariance(int j, int k)
    {
        double n = N(j, k), w = First.Weight(j, k);
        if (n < 2) return null;
        if (!Spread(j) || !Spread(k)) return 0;
        return (First.Cross(j, k) - First.Sum(j, k) * First.Sum(k, j) / w) / w * (n / (n - 1));
    }

    /// <summary>The moments of both sets of rows together. Order does not matter: exact without weights, to rounding with.</summary>
    /// <exception cref="ArgumentException">The slots differ in number.</exception>
    public Moments Add(Moments other) => Sum(Slots, [this, other]);

    /// <summary>The moments of all parts together; of none: empty.</summary>
    /// <param name="slots">0 (a form without ratings) to 1,024.</param>
    /// <param name="parts">Any number, each with that many slots.</param>
    /// <exception cref="ArgumentException">A part has another number of slots.</exception>
    public static Moments Sum(int slots, IEnumerable<Moments> parts)
    {
        var sum = new MomentsBuilder(slots);
        foreach (var part in parts) sum.Add(part);
        return sum.ToMoments();
    }

    /// <summary>Compact, versioned bytes for storage; about 2.5 kB for 24 items of 300 unweighted respondents.</summary>
    public byte[] ToBytes() => MomentsFormat.Write(this);

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="FormatException">The bytes are cut short, damaged or of a later version.</exception>
    public static Moments FromBytes(ReadOnlySpan<byte> bytes) => MomentsFormat.Read(bytes);

    internal static int CheckedSlots(int slots) => slots is >= 0 and <= MostSlots
        ? slots : throw new ArgumentOutOfRangeException(nameof(slots), slots, $"A row has up to {MostSlots} slots.");
}
