using System.Numerics;
using System.Runtime.InteropServices;

namespace Regard.Statistics;

/// <summary>Columns less their means, kept for cross-products under changing weights (one set a resample).</summary>
/// <param name="Means">One a column.</param>
/// <param name="Columns">Each less its mean.</param>
sealed record Deviations(double[] Means, double[][] Columns)
{
    public int Rows => Columns[0].Length;

    public static Deviations Of(WeightedRows rows)
    {
        var k = rows.Columns.Names.Count;
        var (means, columns) = (new double[k], new double[k][]);
        var total = rows.Weights?.Sum() ?? rows.N;
        for (var j = 0; j < k; j++)
        {
            columns[j] = rows.Columns[j].ToArray();
            var column = columns[j];
            var sum = 0.0;
            for (var i = 0; i < column.Length; i++) sum += (rows.Weights?[i] ?? 1) * column[i];
            means[j] = sum / total;
            for (var i = 0; i < column.Length; i++) column[i] -= means[j];
        }
        return new(means, columns);
    }

    public double[] Covariance(double[]? weights)
    {
        var (k, n) = (Columns.Length, Rows);
        var (result, shifts) = (new double[k * k], new double[k]);
        Covariance(weights ?? [.. Enumerable.Repeat(1.0, n)], new double[n], shifts, result);
        return result;
    }

    /// <summary>Covariances under weights, divisor sum w (n - 1) / n. Allocates nothing.</summary>
    /// <param name="weights">One a row.</param>
    /// <param name="scratch">One a row.</param>
    /// <param name="shifts">One a column: takes the weighted means of the deviations.</param>
    /// <param name="result">Square, row major.</param>
    public void Covariance(double[] weights, double[] scratch, double[] shifts, double[] result)
    {
        var (k, n, total) = (Columns.Length, Rows, weights.Sum());
        var factor = n / (n - 1.0) / total;
        for (var j = 0; j < k; j++) shifts[j] = Dot(weights, Columns[j]) / total;
        for (var j = 0; j < k; j++)
        {
            Multiply(weights, Columns[j], scratch);
            for (var l = 0; l <= j; l++) result[j * k + l] = result[l * k + j] = factor * (Dot(scratch, Columns[l]) - total * shifts[j] * shifts[l]);
        }
    }

    static double Dot(double[] a, double[] b)
    {
        var wide = MemoryMarshal.Cast<double, Vector<double>>(a);
        var other = MemoryMarshal.Cast<double, Vector<double>>(b);
        Vector<double> one = Vector<double>.Zero, two = Vector<double>.Zero;
        var at = 0;
        for (; at + 1 < wide.Length; at += 2)
        {
            one += wide[at] * other[at];
            two += wide[at + 1] * other[at + 1];
        }
        if (at < wide.Length) one += wide[at] * other[at];
        var sum = Vector.Sum(one + two);
        for (var i = wide.Length * Vector<double>.Count; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    static void Multiply(double[] a, double[] b, double[] into)
    {
        var wide = MemoryMarshal.Cast<double, Vector<double>>(a);
        var other = MemoryMarshal.Cast<double, Vector<double>>(b);
        var to = MemoryMarshal.Cast<double, Vector<double>>(into.AsSpan());
        for (var i = 0; i < to.Length; i++) to[i] = wide[i] * other[i];
        for (var i = to.Length * Vector<double>.Count; i < into.Length; i++) into[i] = a[i] * b[i];
    }
}
