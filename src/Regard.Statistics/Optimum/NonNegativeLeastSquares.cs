namespace Regard.Statistics;

/// <summary>min b'Ab / 2 - r'b over b >= 0, exactly: an active set that ends after finitely many steps.</summary>
/// <remarks>Lawson and Hanson (1974), Solving Least Squares Problems, chapter 23, on the normal equations.</remarks>
sealed class NonNegativeLeastSquares(int size)
{
    readonly bool[] free = new bool[size];
    readonly double[] trial = new double[size], factor = new double[size * size];
    readonly int[] order = new int[size];
    int count;

    /// <param name="a">Symmetric, positive semidefinite, row by row.</param>
    /// <param name="r">Right side.</param>
    /// <param name="b">Filled with the solution.</param>
    /// <returns>False when it does not settle for rounding.</returns>
    public bool Solve(ReadOnlySpan<double> a, ReadOnlySpan<double> r, Span<double> b)
    {
        b.Clear();
        Array.Clear(free);
        count = 0;
        var scale = 0.0;
        foreach (var x in r) scale = Math.Max(scale, Math.Abs(x));
        for (var step = 0; step < 10 * size + 10; step++)
        {
            var (most, enter) = (1e-11 * scale, -1);
            for (var j = 0; j < size; j++)
            {
                if (free[j] || !(a[j * size + j] > 0)) continue;
                var gradient = r[j];
                // All others are 0.
                for (var k = 0; k < count; k++) gradient -= a[j * size + order[k]] * b[order[k]];
                if (gradient > most) (most, enter) = (gradient, j);
            }
            if (enter < 0) return true;
            free[enter] = true;
            while (true)
            {
                if (!SolveFree(a, r))
                {
                    // It follows from those that are in already.
                    free[enter] = false;
                    return true;
                }
                var (share, leave) = (1.0, -1);
                for (var j = 0; j < size; j++)
                    if (free[j] && trial[j] <= 0 && b[j] / (b[j] - trial[j]) is var s && (s < share || leave < 0)) (share, leave) = (s, j);
                if (leave < 0) break;
                for (var j = 0; j < size; j++)
                    if (free[j]) b[j] += share * (trial[j] - b[j]);
                (free[leave], b[leave]) = (false, 0);
            }
            for (var j = 0; j < size; j++) b[j] = free[j] ? trial[j] : 0;
        }
        return false;
    }

    // Cholesky on the free ones.
    bool SolveFree(ReadOnlySpan<double> a, ReadOnlySpan<double> r)
    {
        count = 0;
        for (var j = 0; j < size; j++) if (free[j]) order[count++] = j;
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = a[order[i] * size + order[j]];
                for (var k = 0; k < j; k++) sum -= factor[i * size + k] * factor[j * size + k];
                if (i != j) factor[i * size + j] = sum / factor[j * size + j];
                else if (sum <= 1e-11 * a[order[i] * size + order[i]]) return false;
                else factor[i * size + i] = Math.Sqrt(sum);
            }
            var right = r[order[i]];
            for (var k = 0; k < i; k++) right -= factor[i * size + k] * trial[order[k]];
            trial[order[i]] = right / factor[i * size + i];
        }
        for (var i = count - 1; i >= 0; i--)
        {
            var value = trial[order[i]];
            for (var k = i + 1; k < count; k++) value -= factor[k * size + i] * trial[order[k]];
            trial[order[i]] = value / factor[i * size + i];
        }
        return true;
    }
}
