using System.Numerics;
using System.Runtime.InteropServices;

namespace Regard.Statistics;

/// <summary>
/// Concave curves less what each point costs, which rise up to a given point and fall from there: sums of parts with coefficients of 0 or more, some that
/// bend between two knots and some that break off at one. The point is a knot of its own.
/// </summary>
sealed class PeakedCurves
{
    const double Closest = 1e-4;

    readonly double[] knots, levels, weights, line;
    readonly bool falling;
    readonly List<double[]> rises = [];
    readonly Dictionary<(double From, double To), int> places = [];

    /// <param name="levels">Values, ascending.</param>
    /// <param name="weights">Rows behind each.</param>
    /// <param name="knots">Ascending, both ends included.</param>
    /// <param name="falling">False when curves are flat beyond the point, since more never harms and costs nothing.</param>
    public PeakedCurves(double[] levels, double[] weights, double[] knots, bool falling)
    {
        (this.levels, this.weights, this.knots, this.falling) = (levels, weights, knots, falling);
        line = Centred([.. levels]);
    }

    /// <summary>The curves of one point.</summary>
    /// <param name="At">The point, moved onto a knot that it nearly meets.</param>
    /// <param name="Rises">Places of the parts.</param>
    /// <param name="Right">Whether a part falls beyond the point; otherwise it rises before it.</param>
    /// <param name="Cross">Cross-products of the parts, row by row.</param>
    public sealed record Peak(double At, int[] Rises, bool[] Right, double[] Cross);

    /// <summary>Memory of one thread.</summary>
    public sealed class Work
    {
        readonly Dictionary<int, NonNegativeLeastSquares> solvers = [];
        internal double[] Products = [], Right = [], Steps = [];
        internal double Line;

        internal NonNegativeLeastSquares Solver(int size)
        {
            if (Right.Length < size) (Right, Steps) = (new double[size], new double[size]);
            return solvers.TryGetValue(size, out var solver) ? solver : solvers[size] = new(size);
        }
    }

    public Peak Of(double point)
    {
        var near = knots.MinBy(k => Math.Abs(k - point));
        var at = Math.Abs(near - point) < Closest * (knots[^1] - knots[0]) ? near : point;
        var ends = knots.Append(at).Distinct().Order().ToArray();
        List<(int Rise, bool Right)> parts = [];
        for (var i = 0; i < ends.Length; i++)
        {
            if (i + 1 < ends.Length && (falling || ends[i + 1] <= at)) parts.Add((Rise(ends[i], ends[i + 1]), ends[i + 1] > at));
            if (i > 0 && ends[i] <= at) parts.Add((Rise(ends[i], ends[i]), false));
            if (falling && i + 1 < ends.Length && ends[i] >= at) parts.Add((Rise(ends[i], ends[i]), true));
        }
        var size = parts.Count;
        var columns = parts.Select(p => p.Right ? [.. rises[p.Rise].Zip(line, (r, l) => r - l)] : rises[p.Rise]).ToArray();
        var (cross, weighted) = (new double[size * size], new double[levels.Length]);
        for (var j = 0; j < size; j++)
        {
            for (var l = 0; l < weighted.Length; l++) weighted[l] = weights[l] * columns[j][l];
            for (var k = 0; k <= j; k++) cross[j * size + k] = cross[k * size + j] = Product(columns[k], weighted);
        }
        return new(at, [.. parts.Select(p => p.Rise)], [.. parts.Select(p => p.Right)], cross);
    }

    /// <summary>Takes in an outcome less cost: its sum over the rows of each level.</summary>
    public void Read(Work work, ReadOnlySpan<double> sums)
    {
        if (work.Products.Length < rises.Count) work.Products = new double[rises.Count];
        for (var j = 0; j < rises.Count; j++) work.Products[j] = Product(rises[j], sums);
        work.Line = Product(line, sums);
    }

    /// <summary>Sum of squares that the curves of a point explain at most; their coefficients are in <paramref name="work"/>.</summary>
    public double Explained(Work work, Peak peak)
    {
        var size = peak.Rises.Length;
        if (size == 0) return 0;
        var solver = work.Solver(size);
        for (var j = 0; j < size; j++) work.Right[j] = work.Products[peak.Rises[j]] - (peak.Right[j] ? work.Line : 0);
        solver.Solve(peak.Cross, work.Right.AsSpan(0, size), work.Steps.AsSpan(0, size));
        var explained = 0.0;
        for (var j = 0; j < size; j++) explained += work.Right[j] * work.Steps[j];
        return explained;
    }

    /// <summary>The curve found last, less its mean, at every level; and how many parts it is made of.</summary>
    public (double[] Values, int Parts) Curve(Work work, Peak peak)
    {
        var (values, used) = (new double[levels.Length], 0);
        for (var j = 0; j < peak.Rises.Length; j++)
        {
            if (work.Steps[j] <= 0) continue;
            used++;
            for (var l = 0; l < levels.Length; l++) values[l] += work.Steps[j] * (rises[peak.Rises[j]][l] - (peak.Right[j] ? line[l] : 0));
        }
        return (values, used);
    }

    // Slope 1 up to one end, falling to 0 at the other, which may be the same.
    int Rise(double from, double to)
    {
        if (places.TryGetValue((from, to), out var place)) return place;
        rises.Add(Centred([.. levels.Select(x =>
        {
            if (x <= from || to == from) return Math.Min(x, from) - from;
            var run = Math.Min(x, to) - from;
            return run - run * run / (2 * (to - from));
        })]));
        return places[(from, to)] = rises.Count - 1;
    }

    double[] Centred(double[] values)
    {
        var mean = values.Zip(weights, (v, w) => v * w).Sum() / weights.Sum();
        for (var l = 0; l < values.Length; l++) values[l] -= mean;
        return values;
    }

    static double Product(double[] part, ReadOnlySpan<double> sums)
    {
        var wide = MemoryMarshal.Cast<double, Vector<double>>(part);
        var other = MemoryMarshal.Cast<double, Vector<double>>(sums);
        var total = Vector<double>.Zero;
        for (var i = 0; i < wide.Length; i++) total += wide[i] * other[i];
        var sum = Vector.Sum(total);
        for (var l = wide.Length * Vector<double>.Count; l < part.Length; l++) sum += part[l] * sums[l];
        return sum;
    }
}
