namespace Regard.Statistics;

/// <summary>Which slots of a cell are the items.</summary>
sealed class CellItems
{
    /// <exception cref="DataRefused">There is not one name and scale a slot, or an item is none of them.</exception>
    public CellItems(int count, IReadOnlyList<string> slots, IReadOnlyList<Scale> scales, IReadOnlyList<string>? items)
    {
        if (slots.Count != count || scales.Count != count) throw new DataRefused(DataFault.BadSpecification, $"{count} slots need as many names and scales.");
        var place = new Dictionary<string, int>();
        for (var j = 0; j < count; j++)
            if (!place.TryAdd(slots[j], j)) throw new DataRefused(DataFault.TwiceNamed, $"The column {slots[j]} is named twice.", slots[j]);
        Names = items ?? slots;
        Slots = [.. Names.Select(i => place.TryGetValue(i, out var at) ? at : throw new DataRefused(DataFault.NoColumn, $"There is no column {i}.", i))];
        Scales = [.. Slots.Select(j => scales[j])];
    }

    public IReadOnlyList<string> Names { get; }
    public int[] Slots { get; }
    public IReadOnlyList<Scale> Scales { get; }

    /// <summary>True when every respondent to one of the items answered all of them.</summary>
    public bool Complete(Moments cell)
    {
        foreach (var j in Slots)
            foreach (var k in Slots)
                if (cell.N(j, k) != cell.N(Slots[0])) return false;
        return true;
    }

    /// <summary>A layer's sums as a layout wants them.</summary>
    public double[] Sums(MomentLayer layer, SumsLayout layout)
    {
        var sums = new double[layout.Length];
        for (var a = 0; a < Slots.Length; a++)
            for (var b = a; b < Slots.Length; b++)
            {
                int j = Slots[a], k = Slots[b];
                sums[layout.At(layout.Present(a), layout.Present(b))] = layer.Weight(j, k);
                sums[layout.At(layout.Value(a), layout.Value(b))] = layer.Cross(j, k);
                sums[layout.At(layout.Present(b), layout.Value(a))] = layer.Sum(j, k);
                sums[layout.At(layout.Present(a), layout.Value(b))] = layer.Sum(k, j);
            }
        return sums;
    }
}
