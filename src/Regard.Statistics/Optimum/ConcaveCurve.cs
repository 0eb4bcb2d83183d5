namespace Regard.Statistics;

/// <summary>
/// Rising concave curves whose slope falls in straight pieces between knots and may drop at them: a sum of parts with coefficients of 0 or more,
/// some that fall between two knots, some that drop at one, one that stays. Least squares over all of them is a small problem.
/// </summary>
/// <remarks>Quadratic splines under shape constraints: Ramsay (1988), Statistical Science 3, 425-441; Meyer (2008), Annals of Applied Statistics 2, 1013-1033.</remarks>
sealed class ConcaveCurve
{
    readonly double[] knots;
    readonly double[] basis;

    /// <param name="levels">Distinct values, ascending.</param>
    /// <param name="knots">Ascending, the first and last level included.</param>
    public ConcaveCurve(double[] levels, double[] knots)
    {
        (this.knots, Levels) = (knots, levels);
        Size = 2 * knots.Length - 2;
        basis = new double[levels.Length * Size];
        for (var i = 0; i < levels.Length; i++)
            for (var j = 0; j < Size; j++) basis[i * Size + j] = Rise(j, levels[i]);
    }

    public double[] Levels { get; }

    /// <summary>Parts of the slope.</summary>
    public int Size { get; }

    /// <summary>Memory of one thread.</summary>
    public sealed class Work(ConcaveCurve curve)
    {
        internal readonly double[] Weights = new double[curve.Levels.Length], Sums = new double[curve.Levels.Length];
        internal readonly double[] Cross = new double[curve.Size * curve.Size], Right = new double[curve.Size], Means = new double[curve.Size], Steps = new double[curve.Size];
        internal readonly NonNegativeLeastSquares Solver = new(curve.Size);
        internal double Base;
    }

    /// <summary>Fits to the rows behind each level: their number and sum.</summary>
    public bool Fit(Work work)
    {
        double total = 0, mean = 0;
        Array.Clear(work.Means);
        Array.Clear(work.Cross);
        Array.Clear(work.Right);
        for (var i = 0; i < Levels.Length; i++)
        {
            total += work.Weights[i];
            mean += work.Sums[i];
            for (var j = 0; j < Size; j++) work.Means[j] += work.Weights[i] * basis[i * Size + j];
        }
        mean /= total;
        for (var j = 0; j < Size; j++) work.Means[j] /= total;
        for (var i = 0; i < Levels.Length; i++)
        {
            if (work.Weights[i] == 0) continue;
            for (var j = 0; j < Size; j++)
            {
                var x = basis[i * Size + j] - work.Means[j];
                work.Right[j] += x * (work.Sums[i] - work.Weights[i] * mean);
                for (var k = 0; k <= j; k++) work.Cross[j * Size + k] += work.Weights[i] * x * (basis[i * Size + k] - work.Means[k]);
            }
        }
        for (var j = 0; j < Size; j++)
            for (var k = 0; k < j; k++) work.Cross[k * Size + j] = work.Cross[j * Size + k];
        if (!work.Solver.Solve(work.Cross, work.Right, work.Steps)) return false;
        work.Base = mean;
        for (var j = 0; j < Size; j++) work.Base -= work.Steps[j] * work.Means[j];
        return true;
    }

    public double Value(Work work, double x)
    {
        var value = work.Base;
        for (var j = 0; j < Size; j++) value += work.Steps[j] * Rise(j, x);
        return value;
    }

    /// <summary>The first x at which the slope is no more than <paramref name="cost"/>; the last level where it never is.</summary>
    public double Optimum(Work work, double cost)
    {
        var slope = 0.0;
        foreach (var step in work.Steps) slope += step;
        cost += 1e-9 * slope;
        if (slope <= cost) return knots[0];
        for (var j = 0; j < Pieces; j++)
        {
            var next = slope - work.Steps[j];
            if (next <= cost) return knots[j] + (slope - cost) / work.Steps[j] * (knots[j + 1] - knots[j]);
            slope = next;
            if (j == Pieces - 1) break;
            slope -= work.Steps[Pieces + 1 + j];
            if (slope <= cost) return knots[j + 1];
        }
        return knots[^1];
    }

    int Pieces => knots.Length - 1;

    // Part j of the slope falls from 1 to 0 between knots j and j + 1, the next stays, the others drop at an inner knot.
    double Rise(int j, double x)
    {
        var from = knots[0];
        if (j == Pieces) return x - from;
        if (j > Pieces) return Math.Min(x, knots[j - Pieces]) - from;
        var (low, high) = (knots[j], knots[j + 1]);
        if (x <= low) return x - from;
        var run = Math.Min(x, high) - low;
        return low - from + run - run * run / (2 * (high - low));
    }
}
