namespace Regard.Statistics;

/// <summary>
/// Sums of R2 over all sets of drivers, by driver and size of the set, from one walk over the tree of sets: at each driver the
/// correlations are swept once for the branch that takes it. Memory is reused from one matrix to the next.
/// </summary>
/// <remarks>Costs about seven multiplications a set, since most sets lie deep in the tree, where little is left to sweep.</remarks>
sealed class DriverSets
{
    readonly int drivers, order;
    readonly double[][] matrices, sums;
    // With driver j, sets of size t: drivers x (drivers + 1), row major.
    readonly double[] with;
    readonly double[] sets, all;
    readonly double[]? every;

    /// <param name="drivers">1 to 25.</param>
    /// <param name="keep">True to keep the R2 of every set by itself.</param>
    public DriverSets(int drivers, bool keep = false)
    {
        (this.drivers, order, every) = (drivers, drivers + 1, keep ? new double[1 << drivers] : null);
        matrices = [.. Enumerable.Range(0, order).Select(_ => new double[order * order])];
        sums = [.. Enumerable.Range(0, order).Select(depth => new double[drivers - depth + 1])];
        with = new double[drivers * order];
        all = sums[0];
        sets = new double[drivers];
        sets[0] = 1;
        // Sets of s among the other drivers.
        for (var s = 1; s < drivers; s++) sets[s] = sets[s - 1] * (drivers - s) / s;
    }

    /// <param name="correlations">Of the drivers, then the outcome; positive definite, row major.</param>
    public void Count(double[] correlations)
    {
        Array.Clear(with);
        Visit(0, correlations, 0, 0);
    }

    /// <summary>R2 by set, bit j for driver j; empty unless kept.</summary>
    public ReadOnlySpan<double> Every => every;

    /// <summary>Average gain over all orders of entry, which is the average over sizes of the average over sets.</summary>
    public void Shares(Span<double> values)
    {
        for (var j = 0; j < drivers; j++)
        {
            var sum = 0.0;
            for (var s = 0; s < drivers; s++) sum += Gain(j, s);
            values[j] = sum / drivers;
        }
    }

    public double[][] Conditional() => [.. Enumerable.Range(0, drivers).Select(j => Enumerable.Range(0, drivers).Select(s => Gain(j, s)).ToArray())];

    double Gain(int j, int s) => (with[j * order + s + 1] - (all[s] - with[j * order + s])) / sets[s];

    // Fills sums[driver] with the R2 of all sets of the drivers from this one on, by size, given those taken so far.
    void Visit(int driver, double[] m, int taken, int set)
    {
        var into = sums[driver];
        var (y, row) = (drivers, driver * order);
        if (driver == drivers - 2)
        {
            LastTwo(m, taken, set);
            return;
        }
        if (driver == drivers - 1)
        {
            // Only when there is a single driver.
            (into[0], into[1]) = (1 - m[y * order + y], 1 - (m[y * order + y] - m[row + y] * m[row + y] / m[row]));
            with[row + taken + 1] += into[1];
            if (every is not null) (every[0], every[1]) = (into[0], into[1]);
            return;
        }
        Visit(driver + 1, m, taken, set);
        var deeper = sums[driver + 1];
        deeper.CopyTo(into, 0);
        into[^1] = 0;
        Visit(driver + 1, Swept(driver, m), taken + 1, set | 1 << driver);
        for (var t = 0; t < deeper.Length; t++)
        {
            into[t + 1] += deeper[t];
            with[row + taken + 1 + t] += deeper[t];
        }
    }

    // The four sets of the last two drivers, written out: half of all the work.
    void LastTwo(double[] m, int taken, int set)
    {
        var (a, b, y) = (drivers - 2, drivers - 1, drivers);
        double ay = m[a * order + y], by = m[b * order + y], yy = m[y * order + y], ab = m[a * order + b];
        var pivot = 1 / m[a * order + a];
        var afterA = yy - ay * ay * pivot;
        var (bb, rest) = (m[b * order + b] - ab * ab * pivot, by - ab * ay * pivot);
        double none = 1 - yy, onlyA = 1 - afterA, onlyB = 1 - (yy - by * by / m[b * order + b]), both = 1 - (afterA - rest * rest / bb);
        var into = sums[a];
        (into[0], into[1], into[2]) = (none, onlyA + onlyB, both);
        with[a * order + taken + 1] += onlyA;
        with[a * order + taken + 2] += both;
        with[b * order + taken + 1] += onlyB;
        with[b * order + taken + 2] += both;
        if (every is not null) (every[set], every[set | 1 << a], every[set | 1 << b], every[set | 3 << a]) = (none, onlyA, onlyB, both);
    }

    // What the taken driver leaves of the correlations below it, upper triangle.
    double[] Swept(int driver, double[] m)
    {
        var left = matrices[driver];
        var top = m.AsSpan(driver * order, order);
        var pivot = 1 / top[driver];
        for (var a = driver + 1; a < order; a++)
        {
            var factor = top[a] * pivot;
            var from = m.AsSpan(a * order, order);
            var to = left.AsSpan(a * order, order);
            for (var b = a; b < from.Length && b < top.Length && b < to.Length; b++) to[b] = from[b] - factor * top[b];
        }
        return left;
    }
}
