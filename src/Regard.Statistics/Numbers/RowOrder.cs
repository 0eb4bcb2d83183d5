namespace Regard.Statistics;

/// <summary>Rows in the order of a column.</summary>
static class RowOrder
{
    /// <summary>Indices from the smallest value to the largest.</summary>
    public static int[] Ascending(ReadOnlySpan<double> values)
    {
        var (keys, order) = (values.ToArray(), new int[values.Length]);
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(keys, order);
        return order;
    }

    /// <summary>Indices by group, from the largest value to the smallest within each.</summary>
    public static int[] Descending(ReadOnlySpan<int> groups, ReadOnlySpan<double> values)
    {
        var order = Ascending(values);
        Array.Reverse(order);
        var counts = new int[groups.Length == 0 ? 1 : Most(groups) + 2];
        foreach (var g in groups) counts[g + 1]++;
        for (var g = 1; g < counts.Length; g++) counts[g] += counts[g - 1];
        var placed = new int[order.Length];
        foreach (var i in order) placed[counts[groups[i]]++] = i;
        return placed;
    }

    /// <summary>The different values, ascending.</summary>
    public static double[] Levels(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var count = 0;
        for (var i = 0; i < sorted.Length; i++)
            if (i == 0 || sorted[i] != sorted[count - 1]) sorted[count++] = sorted[i];
        return sorted[..count];
    }

    static int Most(ReadOnlySpan<int> groups)
    {
        var most = 0;
        foreach (var g in groups) most = Math.Max(most, g);
        return most;
    }
}
