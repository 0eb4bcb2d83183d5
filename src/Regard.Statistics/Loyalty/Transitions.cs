namespace Regard.Statistics;

/// <summary>How often one state is followed by another: grades from period to period, categories from purchase to purchase.</summary>
/// <remarks>A Markov chain estimated by its relative frequencies (Anderson and Goodman 1957, Annals of Mathematical Statistics 28, 89-110); Wilson intervals by row.</remarks>
public sealed record Transitions
{
    readonly long[] counts;

    Transitions(int states, long[] counts) => (States, this.counts) = (states, counts);

    /// <summary>Number of states.</summary>
    public int States { get; }

    /// <summary>How often the one was followed by the other.</summary>
    /// <param name="from">0 to States - 1.</param>
    /// <param name="to">0 to States - 1.</param>
    public long Count(int from, int to) => counts[from * States + to];

    /// <summary>How often anything followed the state.</summary>
    /// <param name="from">0 to States - 1.</param>
    public long Total(int from) => counts.AsSpan(from * States, States).ToArray().Sum();

    /// <summary>Counts pairs.</summary>
    /// <param name="from">States before.</param>
    /// <param name="to">States after, one for each before.</param>
    /// <param name="states">Number of states, 1 or more.</param>
    /// <exception cref="DataRefused">Uneven columns, or a state that is none.</exception>
    public static Transitions Of(IReadOnlyList<int> from, IReadOnlyList<int> to, int states)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(states, 1);
        if (from.Count != to.Count) throw new DataRefused(DataFault.BadSpecification, "Every state before has one after.");
        var counts = new long[states * states];
        for (var i = 0; i < from.Count; i++)
        {
            if (from[i] < 0 || from[i] >= states || to[i] < 0 || to[i] >= states) throw new DataRefused(DataFault.OutOfRange, $"Pair {i + 1} has a state that is none of the {states}.");
            counts[from[i] * states + to[i]]++;
        }
        return new(states, counts);
    }

    /// <summary>Share of a state that is followed by another; withheld when the state never came.</summary>
    /// <param name="from">0 to States - 1.</param>
    /// <param name="to">0 to States - 1.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    public Estimate Share(int from, int to, double confidence = 0.95) => Wilson.Share(Count(from, to), Total(from), confidence);

    /// <summary>What usually follows a state, the most frequent first.</summary>
    /// <param name="from">0 to States - 1.</param>
    public IReadOnlyList<int> Likeliest(int from) => [.. Enumerable.Range(0, States).Where(to => Count(from, to) > 0).OrderByDescending(to => Count(from, to)).ThenBy(to => to)];

    /// <summary>
    /// Where shares would settle if transitions went on like this; withheld as not identified when that depends on the start (several closed sets of states), never settles (a cycle), or a state of the closed set never came before.
    /// </summary>
    /// <param name="draws">Of the interval: rows drawn from their Dirichlet posteriors over the transitions seen.</param>
    /// <param name="resamples">40 or more.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    public IReadOnlyList<Estimate> SteadyState(Draws draws, int resamples = 1000, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 40);
        var closed = Closed();
        var n = counts.Sum();
        if (closed is null) return [.. Enumerable.Repeat(Estimate.Withhold(Withholding.NotIdentified, n), States)];
        var shares = Settled(closed, (from, to) => Count(from, to) / (double)Total(from));
        var drawn = new double[closed.Length][];
        for (var j = 0; j < drawn.Length; j++) drawn[j] = new double[resamples];
        for (var at = 0; at < resamples; at++)
        {
            var stream = draws.Of(at);
            var rows = new double[States * States];
            foreach (var from in closed)
            {
                foreach (var to in closed) if (Count(from, to) > 0) rows[from * States + to] = GammaDraw.Next(ref stream, Count(from, to));
                var sum = closed.Sum(to => rows[from * States + to]);
                foreach (var to in closed) rows[from * States + to] /= sum;
            }
            var settled = Settled(closed, (from, to) => rows[from * States + to]);
            for (var j = 0; j < drawn.Length; j++) drawn[j][at] = settled[j];
        }
        return [.. Enumerable.Range(0, States).Select(state => Array.IndexOf(closed, state) is >= 0 and var j
            ? Percentiles(shares[j], drawn[j], n, confidence) : Estimate.Between(0, 0, 0, 0, n, null, confidence))];
    }

    static Estimate Percentiles(double share, double[] drawn, long n, double confidence)
    {
        Array.Sort(drawn);
        var mean = drawn.Average();
        double At(double p) => drawn[(int)Math.Round(p * (drawn.Length - 1))];
        return Estimate.Between(share, Math.Sqrt(drawn.Sum(d => (d - mean) * (d - mean)) / (drawn.Length - 1)), Math.Min(share, At((1 - confidence) / 2)), Math.Max(share, At((1 + confidence) / 2)), n, null, confidence);
    }

    /// <summary>The one set of states that is never left, if transitions within it have no period; null otherwise.</summary>
    int[]? Closed()
    {
        var reach = new bool[States * States];
        for (var i = 0; i < reach.Length; i++) reach[i] = counts[i] > 0;
        for (var k = 0; k < States; k++)
            for (var i = 0; i < States; i++)
                for (var j = 0; j < States; j++) reach[i * States + j] |= reach[i * States + k] && reach[k * States + j];
        bool Seen(int state) => Enumerable.Range(0, States).Any(other => Count(state, other) > 0 || Count(other, state) > 0);
        bool Recurrent(int state) => Seen(state) && Enumerable.Range(0, States).All(other => !reach[state * States + other] || reach[other * States + state]);
        int[] recurrent = [.. Enumerable.Range(0, States).Where(Recurrent)];
        if (recurrent.Length == 0 || recurrent.Any(i => Total(i) == 0 || recurrent.Any(j => !reach[i * States + j]))) return null;
        // Distances from one state: their differences along transitions have the period as common divisor.
        var (depth, period, queue) = (new int[States], 0, new Queue<int>([recurrent[0]]));
        Array.Fill(depth, -1);
        depth[recurrent[0]] = 0;
        while (queue.TryDequeue(out var from))
            foreach (var to in recurrent.Where(to => Count(from, to) > 0))
            {
                if (depth[to] < 0)
                {
                    depth[to] = depth[from] + 1;
                    queue.Enqueue(to);
                }
                period = Divisor(period, Math.Abs(depth[from] + 1 - depth[to]));
            }
        return period == 1 ? recurrent : null;
    }

    static int Divisor(int a, int b) => b == 0 ? a : Divisor(b, a % b);

    /// <remarks>Elimination without subtraction: Grassmann, Taksar and Heyman (1985), Operations Research 33, 1107-1116.</remarks>
    static double[] Settled(int[] closed, Func<int, int, double> share)
    {
        var n = closed.Length;
        var p = new double[n, n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++) p[i, j] = share(closed[i], closed[j]);
        for (var k = n - 1; k > 0; k--)
        {
            var leaving = 0.0;
            for (var j = 0; j < k; j++) leaving += p[k, j];
            for (var i = 0; i < k; i++) p[i, k] /= leaving;
            for (var i = 0; i < k; i++)
                for (var j = 0; j < k; j++) p[i, j] += p[i, k] * p[k, j];
        }
        var x = new double[n];
        x[0] = 1;
        for (var k = 1; k < n; k++)
            for (var i = 0; i < k; i++) x[k] += x[i] * p[i, k];
        var sum = x.Sum();
        return [.. x.Select(v => v / sum)];
    }
}
