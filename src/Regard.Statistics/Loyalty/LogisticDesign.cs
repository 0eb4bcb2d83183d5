using System.Numerics;
using System.Runtime.InteropServices;

namespace Regard.Statistics;

/// <summary>Rows of a logistic regression: likelihood, slope and information over pieces of rows, summed in their order whatever the threads.</summary>
/// <remarks>Columns are centred and scaled piece by piece, so that no copy of them is made. Place 0 is the constant.</remarks>
sealed class LogisticDesign
{
    const int Piece = 1024, ThreadsPayFrom = 16 * Piece;

    readonly ReadOnlyMemory<double>[] columns;
    readonly double[] outcome;
    readonly int pieces, threads, p;
    readonly double[] sums;

    public double[] Means { get; }
    public double[] Scales { get; }
    public int N => outcome.Length;
    public int Size => p + 1;

    public LogisticDesign(IReadOnlyList<double[]> columns, double[] outcome, int? threads)
    {
        (this.columns, this.outcome, p) = ([.. columns.Select(c => (ReadOnlyMemory<double>)c)], outcome, columns.Count);
        pieces = (outcome.Length + Piece - 1) / Piece;
        this.threads = outcome.Length < ThreadsPayFrom ? 1 : Math.Max(1, threads ?? Environment.ProcessorCount);
        sums = new double[pieces * Stride];
        (Means, Scales) = (new double[p], new double[p]);
        for (var j = 0; j < p; j++)
        {
            var (mean, square) = (columns[j].Average(), 0.0);
            foreach (var x in columns[j]) square += (x - mean) * (x - mean);
            (Means[j], Scales[j]) = (mean, square > 0 ? Math.Sqrt(square / outcome.Length) : 1);
        }
    }

    int Stride => 1 + Size + Size * (Size + 1) / 2;

    /// <summary>As <see cref="Statistics.LogLikelihood"/>, on scaled columns.</summary>
    public double LogLikelihood(ReadOnlySpan<double> at, Span<double> gradient, Span<double> information)
    {
        var beta = at.ToArray();
        if (threads == 1)
        {
            var work = new Work(Size);
            for (var piece = 0; piece < pieces; piece++) One(piece, beta, work);
        }
        else Parallel.For(0, pieces, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => new Work(Size), (piece, _, work) => One(piece, beta, work), _ => { });
        var total = new double[Stride];
        for (var piece = 0; piece < pieces; piece++)
            for (var k = 0; k < total.Length; k++) total[k] += sums[piece * Stride + k];
        total.AsSpan(1, Size).CopyTo(gradient);
        for (int a = 0, k = 1 + Size; a < Size; a++)
            for (var b = 0; b <= a; b++, k++) information[a * Size + b] = information[b * Size + a] = total[k];
        return total[0];
    }

    sealed class Work(int size)
    {
        public readonly double[] X = new double[size * Piece], Eta = new double[Piece], Residual = new double[Piece], Weight = new double[Piece], Weighted = new double[Piece];
    }

    Work One(int piece, double[] beta, Work work)
    {
        var (from, n) = (piece * Piece, Math.Min(Piece, outcome.Length - piece * Piece));
        var eta = work.Eta.AsSpan(0, n);
        eta.Fill(beta[0]);
        work.X.AsSpan(0, n).Fill(1);
        for (var j = 0; j < p; j++)
        {
            var target = work.X.AsSpan((j + 1) * Piece, n);
            var source = columns[j].Span.Slice(from, n);
            double mean = Means[j], scale = 1 / Scales[j], slope = beta[j + 1];
            for (var i = 0; i < n; i++)
            {
                var x = (source[i] - mean) * scale;
                target[i] = x;
                eta[i] += slope * x;
            }
        }
        var value = 0.0;
        for (var i = 0; i < n; i++)
        {
            // exp of a negative number never overflows.
            var (small, y) = (Math.Exp(-Math.Abs(eta[i])), outcome[from + i]);
            var share = (eta[i] >= 0 ? 1 : small) / (1 + small);
            value += (y - 1) * Math.Max(eta[i], 0) + y * Math.Min(eta[i], 0) - Log1P(small);
            work.Residual[i] = y - share;
            work.Weight[i] = small / ((1 + small) * (1 + small));
        }
        var into = sums.AsSpan(piece * Stride, Stride);
        into[0] = value;
        for (int a = 0, k = 1 + Size; a < Size; a++)
        {
            var column = work.X.AsSpan(a * Piece, n);
            into[1 + a] = Dot(column, work.Residual.AsSpan(0, n));
            for (var i = 0; i < n; i++) work.Weighted[i] = work.Weight[i] * column[i];
            for (var b = 0; b <= a; b++, k++) into[k] = Dot(work.Weighted.AsSpan(0, n), work.X.AsSpan(b * Piece, n));
        }
        return work;
    }

    static double Log1P(double x) => x < 1e-5 ? x * (1 - x * (0.5 - x / 3)) : Math.Log(1 + x);

    static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var va = MemoryMarshal.Cast<double, Vector<double>>(a);
        var vb = MemoryMarshal.Cast<double, Vector<double>>(b);
        Vector<double> one = default, two = default;
        var k = 0;
        for (; k + 1 < va.Length; k += 2)
        {
            one += va[k] * vb[k];
            two += va[k + 1] * vb[k + 1];
        }
        if (k < va.Length) one += va[k] * vb[k];
        var sum = Vector.Sum(one + two);
        for (var i = va.Length * Vector<double>.Count; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
