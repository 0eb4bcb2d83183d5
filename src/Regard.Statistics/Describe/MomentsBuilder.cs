namespace Regard.Statistics;

/// <summary>Folds rows of packed ratings into <see cref="Moments"/>. Not for use by two threads at once: give each its own and add.</summary>
public sealed class MomentsBuilder
{
    readonly RatingBlock block;
    readonly MomentLayer unit;
    MomentLayer? counted, first, second;
    long rows, respondents;

    /// <param name="slots">Rating slots of a row, 1 to 1,024.</param>
    public MomentsBuilder(int slots)
    {
        Slots = Moments.CheckedSlots(slots);
        block = new RatingBlock(slots);
        unit = new MomentLayer(slots);
    }

    /// <summary>Rating slots of a row.</summary>
    public int Slots { get; }

    /// <summary>Folds rows of weight 1 that lie one behind the other.</summary>
    /// <param name="packed">At least (count - 1) stride + slots bytes.</param>
    /// <param name="stride">Bytes from one row to the next, at least the number of slots.</param>
    /// <param name="count">Rows.</param>
    /// <exception cref="ArgumentException">The span is too short or the stride too small.</exception>
    public void Add(ReadOnlySpan<byte> packed, int stride, int count)
    {
        if (stride < Slots) throw new ArgumentException("The stride is smaller than a row.", nameof(stride));
        if (count < 0 || (count > 0 && packed.Length < (count - 1L) * stride + Slots)) throw new ArgumentException("Fewer bytes than the rows need.", nameof(packed));
        while (count > 0)
        {
            var taken = block.Take(packed, stride, count);
            if (block.Full) Fold();
            rows += taken;
            count -= taken;
            if (count > 0) packed = packed[(taken * stride)..];
        }
    }

    /// <summary>Folds one row with its weight.</summary>
    /// <param name="row">One byte a slot.</param>
    /// <param name="weight">Finite and not negative; a row of weight 0 counts as seen, not as a respondent.</param>
    /// <exception cref="ArgumentException">The row has another number of slots.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The weight is negative or not finite.</exception>
    public void Add(ReadOnlySpan<byte> row, double weight = 1)
    {
        if (row.Length != Slots) throw new ArgumentException($"A row here has {Slots} slots, not {row.Length}.", nameof(row));
        if (!(double.IsFinite(weight) && weight >= 0)) throw new ArgumentOutOfRangeException(nameof(weight), weight, "A weight is finite and not negative.");
        if (weight == 1) Add(row, Slots, 1);
        else AddWeighted(row, weight);
    }

    /// <summary>Adds what was folded elsewhere.</summary>
    /// <exception cref="ArgumentException">The slots differ in number.</exception>
    public void Add(Moments part)
    {
        if (part.Slots != Slots) throw new ArgumentException($"Moments of {part.Slots} slots do not add to {Slots}.", nameof(part));
        rows += part.Rows;
        respondents += part.Respondents;
        if (part.UnitWeights) unit.Add(part.Counted);
        else
        {
            Weigh();
            counted!.Add(part.Counted);
            first!.Add(part.First);
            second!.Add(part.Second);
        }
    }

    /// <summary>What was folded so far; the builder goes on from there.</summary>
    public Moments ToMoments()
    {
        Fold();
        block.Drain(unit);
        if (counted is null)
        {
            var only = unit.Copy();
            return new(Slots, rows, respondents, only, only, only);
        }
        return new(Slots, rows, respondents, Both(counted), Both(first!), Both(second!));
    }

    MomentLayer Both(MomentLayer layer)
    {
        var sum = layer.Copy();
        sum.Add(unit);
        return sum;
    }

    void Fold() => respondents += block.Fold(unit);

    void Weigh()
    {
        counted ??= new(Slots);
        first ??= new(Slots);
        second ??= new(Slots);
    }

    void AddWeighted(ReadOnlySpan<byte> row, double weight)
    {
        rows++;
        if (weight == 0) return;
        Weigh();
        var answered = false;
        for (var j = 0; j < row.Length; j++)
        {
            if (row[j] == Moments.Missing) continue;
            answered = true;
            counted!.Bin(j, row[j])++;
            first!.Bin(j, row[j]) += weight;
            second!.Bin(j, row[j]) += weight * weight;
            AddPairs(row, j, weight);
        }
        if (answered) respondents++;
    }

    void AddPairs(ReadOnlySpan<byte> row, int j, double weight)
    {
        double square = weight * weight, x = row[j];
        for (int k = 0, at = j * Slots; k < row.Length; k++, at++)
        {
            if (row[k] == Moments.Missing) continue;
            double cross = x * row[k];
            counted!.S0[at]++;
            counted.S1[at] += x;
            counted.S2[at] += cross;
            first!.S0[at] += weight;
            first.S1[at] += weight * x;
            first.S2[at] += weight * cross;
            second!.S0[at] += square;
            second.S1[at] += square * x;
            second.S2[at] += square * cross;
        }
    }
}
