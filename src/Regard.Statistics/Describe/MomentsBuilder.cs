using System.Numerics;
using System.Runtime.InteropServices;

namespace Regard.Statistics;

/// <summary>Folds rows of packed ratings into <see cref="Moments"/>. Not for use by two threads at once: give each its own and add.</summary>
public sealed class MomentsBuilder
{
    readonly MomentLayer unit;
    readonly double[] answers, present;
    readonly AnswerCounts counts;
    RatingBlock? block, weighted;
    AnswerCounts? weightedCounts;
    RatingColumns? columns;
    MomentLayer? counted, first, second;
    long rows, respondents;

    /// <param name="slots">Rating slots of a row, 0 (a form without ratings) to 1,024.</param>
    public MomentsBuilder(int slots)
    {
        Slots = Moments.CheckedSlots(slots);
        unit = new MomentLayer(slots);
        counts = new AnswerCounts(slots);
        answers = new double[slots];
        present = new double[slots];
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
        block ??= new(Slots, counts);
        while (count > 0)
        {
            var taken = block.Take(packed, stride, count);
            if (block.Full) Fold();
            rows += taken;
            count -= taken;
            if (count > 0) packed = packed[(taken * stride)..];
        }
    }

    /// <summary>Folds rows of weight 1 that lie in columns: fastest where no answer is missing.</summary>
    /// <param name="packed">Slot j begins at j stride; at least (slots - 1) stride + count bytes.</param>
    /// <param name="stride">Bytes from one slot to the next, at least the number of rows.</param>
    /// <param name="count">Rows.</param>
    /// <exception cref="ArgumentException">The span is too short or the stride too small.</exception>
    public void AddColumns(ReadOnlySpan<byte> packed, int stride, int count)
    {
        if (count < 0 || stride < count) throw new ArgumentException("The stride is smaller than a column.", nameof(stride));
        if (count > 0 && Slots > 0 && packed.Length < (Slots - 1L) * stride + count) throw new ArgumentException("Fewer bytes than the columns need.", nameof(packed));
        block ??= new(Slots, counts);
        columns ??= new(Slots, counts);
        while (count > 0)
        {
            var taken = RatingColumns.IsSupported && Slots > 0 ? columns.Fold(packed, stride, count, unit) : 0;
            respondents += taken;
            if (taken == 0)
            {
                taken = block.TakeColumns(packed, stride, count);
                if (block.Full) Fold();
            }
            rows += taken;
            count -= taken;
            if (count > 0 && Slots > 0) packed = packed[taken..];
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
        counts.Drain(unit);
        weightedCounts?.Drain(counted!);
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

    void Fold()
    {
        respondents += block?.Fold(unit) ?? 0;
        respondents += weighted?.Fold(counted!) ?? 0;
    }

    void Weigh()
    {
        weightedCounts ??= new(Slots);
        weighted ??= new(Slots, weightedCounts);
        counted ??= new(Slots);
        first ??= new(Slots);
        second ??= new(Slots);
    }

    void AddWeighted(ReadOnlySpan<byte> row, double weight)
    {
        rows++;
        if (weight == 0) return;
        Weigh();
        weighted!.Take(row, Slots, 1);
        if (weighted.Full) Fold();
        for (var j = 0; j < row.Length; j++)
        {
            present[j] = row[j] == Moments.Missing ? 0 : 1;
            answers[j] = present[j] * row[j];
        }
        for (var j = 0; j < row.Length; j++)
        {
            if (present[j] == 0) continue;
            AddRow(first!, j, row[j], weight);
            AddRow(second!, j, row[j], weight * weight);
        }
    }

    void AddRow(MomentLayer layer, int j, byte step, double weight)
    {
        layer.Bin(j, step) += weight;
        AddScaled(layer.S0.AsSpan(j * Slots, Slots), present, weight);
        AddScaled(layer.S1.AsSpan(j * Slots, Slots), present, weight * step);
        AddScaled(layer.S2.AsSpan(j * Slots, Slots), answers, weight * step);
    }

    static void AddScaled(Span<double> to, ReadOnlySpan<double> of, double factor)
    {
        var wide = MemoryMarshal.Cast<double, Vector<double>>(to);
        var from = MemoryMarshal.Cast<double, Vector<double>>(of);
        for (var i = 0; i < wide.Length; i++) wide[i] += from[i] * factor;
        for (var i = wide.Length * Vector<double>.Count; i < to.Length; i++) to[i] += of[i] * factor;
    }
}
