namespace Regard.Statistics;

static class PValues
{
    public static int[] Ascending(IReadOnlyList<double> pValues)
    {
        foreach (var p in pValues)
            if (p is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(pValues), p, "A p value lies between 0 and 1.");
        return [.. Enumerable.Range(0, pValues.Count).OrderBy(i => pValues[i])];
    }
}
