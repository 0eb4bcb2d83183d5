namespace Regard.Statistics;

/// <summary>
/// Shares of R2 over drawn orders of entry. Each order is begun at every driver in turn, forwards and backwards, so that every driver
/// enters at every place equally often; what is left to chance is the company it finds there.
/// </summary>
sealed class EntryOrders
{
    readonly int drivers;
    readonly int[][] drawn;
    readonly double[] lower, gain;

    /// <param name="drivers">2 or more.</param>
    /// <param name="draws">Chance.</param>
    /// <param name="orders">Drawn orders, at least 2; each counts as 2 x drivers orders of entry.</param>
    public EntryOrders(int drivers, Draws draws, int orders)
    {
        this.drivers = drivers;
        drawn = new int[orders][];
        for (var i = 0; i < orders; i++)
        {
            var stream = draws.Of(i);
            drawn[i] = [.. Enumerable.Range(0, drivers)];
            stream.Shuffle<int>(drawn[i]);
        }
        // A row more for the outcome.
        (lower, gain) = (new double[(drivers + 1) * drivers], new double[drivers]);
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
            for (var start = 0; start < drivers; start++)
            {
                Enter(correlations, drawn[i], start, 1);
                Enter(correlations, drawn[i], start, drivers - 1);
            }
            for (var j = 0; j < drivers; j++)
            {
                // Welford's running mean and sum of squares.
                var mean = gain[j] / (2 * drivers);
                var before = mean - values[j];
                values[j] += before / (i + 1);
                errors[j] += before * (mean - values[j]);
            }
        }
        for (var j = 0; j < drivers; j++) errors[j] = Math.Sqrt(errors[j] / (drawn.Length - 1.0) / drawn.Length);
    }

    // Cholesky in the order of entry: the outcome's row holds the root of each gain.
    void Enter(double[] correlations, int[] sequence, int start, int step)
    {
        var order = drivers + 1;
        var outcome = lower.AsSpan(drivers * drivers, drivers);
        for (int place = 0, at = start; place < drivers; place++, at = (at + step) % drivers)
        {
            var k = sequence[at] * order;
            var row = lower.AsSpan(place * drivers, place + 1);
            var own = 1.0;
            for (int s = 0, before = start; s < place; s++, before = (before + step) % drivers)
            {
                var former = lower.AsSpan(s * drivers, s + 1);
                var value = (correlations[k + sequence[before]] - Dot(row, former, s)) * former[s];
                row[s] = value;
                own -= value * value;
            }
            // The diagonal holds its own inverse.
            row[place] = 1 / Math.Sqrt(own);
            outcome[place] = (correlations[k + drivers] - Dot(row, outcome, place)) * row[place];
            gain[sequence[at]] += outcome[place] * outcome[place];
        }
    }

    static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int count)
    {
        var sum = 0.0;
        for (var i = 0; i < count && i < a.Length && i < b.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
