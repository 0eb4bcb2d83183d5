namespace Regard.Statistics;

/// <summary>Shares of R2 over drawn orders of entry, each gone forwards and backwards (antithetic).</summary>
sealed class EntryOrders
{
    readonly int drivers, order;
    readonly int[][] drawn;
    readonly double[] left, gain;

    public EntryOrders(int drivers, Draws draws, int orders)
    {
        (this.drivers, order) = (drivers, drivers + 1);
        drawn = new int[orders][];
        for (var i = 0; i < orders; i++)
        {
            var stream = draws.Of(i);
            drawn[i] = [.. Enumerable.Range(0, drivers)];
            stream.Shuffle<int>(drawn[i]);
        }
        (left, gain) = (new double[order * order], new double[drivers]);
    }

    /// <param name="correlations">Of the drivers, then the outcome; positive definite, row major.</param>
    /// <param name="values">Takes each driver's mean gain.</param>
    /// <param name="errors">Takes the standard error of that mean.</param>
    public void Shares(double[] correlations, Span<double> values, Span<double> errors)
    {
        values.Clear();
        errors.Clear();
        for (var i = 0; i < drawn.Length; i++)
        {
            Array.Clear(gain);
            Enter(correlations, drawn[i], 0, 1);
            Enter(correlations, drawn[i], drivers - 1, -1);
            for (var j = 0; j < drivers; j++)
            {
                // Welford's running mean and sum of squares.
                var pair = gain[j] / 2;
                var before = pair - values[j];
                values[j] += before / (i + 1);
                errors[j] += before * (pair - values[j]);
            }
        }
        for (var j = 0; j < drivers; j++) errors[j] = Math.Sqrt(errors[j] / (drawn.Length - 1.0) / drawn.Length);
    }

    // Takes the drivers in turn; what each explains of what the former left is its gain.
    void Enter(double[] correlations, int[] sequence, int first, int step)
    {
        correlations.CopyTo(left, 0);
        for (int at = first, count = 0; count < drivers; at += step, count++)
        {
            var k = sequence[at];
            var top = left.AsSpan(k * order, order);
            var pivot = 1 / top[k];
            gain[k] += top[drivers] * top[drivers] * pivot;
            for (var next = at + step; next >= 0 && next < drivers; next += step) Sweep(sequence[next], k, pivot);
        }
    }

    void Sweep(int row, int taken, double pivot)
    {
        var to = left.AsSpan(row * order, order);
        var top = left.AsSpan(taken * order, order);
        var factor = top[row] * pivot;
        for (var b = 0; b < to.Length; b++) to[b] -= factor * top[b];
    }
}
