namespace Regard.Statistics;

/// <summary>Customers as points on standardised columns, in an order that does not depend on that of the rows.</summary>
sealed class KMeansSpace
{
    readonly int[] source;

    KMeansSpace(double[][] points, int[] source, double[] means, double[] scales) => (Points, this.source, Means, Scales) = (points, source, means, scales);

    public double[][] Points { get; }
    public double[] Means { get; }
    public double[] Scales { get; }

    public int Distinct => 1 + Enumerable.Range(1, Points.Length - 1).Count(i => !Points[i].AsSpan().SequenceEqual(Points[i - 1]));

    public static KMeansSpace Of(Observations data, IReadOnlyList<string> columns)
    {
        if (columns.Count == 0) throw new DataRefused(DataFault.BadSpecification, "Name at least one column.");
        var rows = data.Select(columns).Require(2);
        var (means, scales) = (new double[columns.Count], new double[columns.Count]);
        for (var j = 0; j < columns.Count; j++)
        {
            // Sorted, so that the order of rows leaves no trace in the last digits.
            double[] sorted = [.. rows[j].ToArray().Order()];
            means[j] = sorted.Average();
            scales[j] = Math.Sqrt(sorted.Sum(x => (x - means[j]) * (x - means[j])) / sorted.Length);
        }
        var order = Enumerable.Range(0, rows.Rows).ToArray();
        var points = order.Select(i => Enumerable.Range(0, columns.Count).Select(j => (rows[j][i] - means[j]) / scales[j]).ToArray()).ToArray();
        Array.Sort(points, order, Comparer<double[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)));
        return new(points, order, means, scales);
    }

    /// <summary>From the order of the points to that of the rows.</summary>
    public int[] Original(int[] values)
    {
        var rows = new int[values.Length];
        for (var i = 0; i < values.Length; i++) rows[source[i]] = values[i];
        return rows;
    }
}
