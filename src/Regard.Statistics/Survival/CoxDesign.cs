namespace Regard.Statistics;

/// <summary>Rows of a Cox model in the order in which they leave, latest first, covariates centred and scaled.</summary>
sealed class CoxDesign
{
    readonly double[] x;
    readonly int[] entries;

    public SurvivalRows Rows { get; }
    public IReadOnlyList<string> Names { get; }
    public double[] Means { get; }
    public double[] Scales { get; }
    public Ties Ties { get; }

    /// <summary>Row at each place; strata one after the other.</summary>
    public int[] Order { get; }

    public int Covariates => Names.Count;
    public int N => Order.Length;

    public ReadOnlySpan<double> X(int place) => x.AsSpan(place * Covariates, Covariates);

    public CoxDesign(SurvivalRows rows, IReadOnlyList<string> names, Observations data, Ties ties)
    {
        (Rows, Names, Ties, Means, Scales) = (rows, names, ties, new double[names.Count], new double[names.Count]);
        Order = RowOrder.Descending(rows.Stratum, rows.Exit);
        entries = rows.Late ? RowOrder.Descending([.. Order.Select(i => rows.Stratum[i])], [.. Order.Select(i => rows.Entry[i])]) : [];
        x = new double[rows.N * names.Count];
        for (var j = 0; j < names.Count; j++)
        {
            var column = data[names[j]];
            double mean = 0, square = 0;
            foreach (var i in rows.Source) mean += column[i] / rows.N;
            foreach (var i in rows.Source) square += (column[i] - mean) * (column[i] - mean) / rows.N;
            (Means[j], Scales[j]) = (mean, square > 0 ? Math.Sqrt(square) : 1);
            for (var place = 0; place < N; place++) x[place * names.Count + j] = (column[rows.Source[Order[place]]] - mean) / Scales[j];
        }
    }

    public void Predict(ReadOnlySpan<double> beta, Span<double> eta)
    {
        for (var place = 0; place < N; place++)
        {
            var row = X(place);
            var sum = 0.0;
            for (var j = 0; j < row.Length; j++) sum += beta[j] * row[j];
            eta[place] = sum;
        }
    }

    /// <summary>Goes through the times at which somebody left, latest first, stratum by stratum.</summary>
    /// <param name="eta">Of each place.</param>
    /// <param name="second">False where the sums of squares are not needed.</param>
    /// <param name="visit">Gets the same set each time, filled anew.</param>
    public void Walk(ReadOnlySpan<double> eta, bool second, Action<RiskSet> visit)
    {
        var (set, later) = (new RiskSet(Covariates), 0);
        for (var at = 0; at < N;)
        {
            var (stratum, time) = (Rows.Stratum[Order[at]], Rows.Exit[Order[at]]);
            if (at == 0 || stratum != set.Stratum) Start(set, stratum);
            (set.Time, set.Weight, set.D0) = (time, 0, 0);
            set.Left.Clear();
            Array.Clear(set.D1);
            if (second) Array.Clear(set.D2);
            for (; at < N && Rows.Stratum[Order[at]] == stratum && Rows.Exit[Order[at]] == time; at++)
            {
                var r = Rows.Weight[Order[at]] * Math.Exp(eta[at]);
                Add(ref set.S0, set.S1, set.S2, r, at, second);
                if (!Rows.Event[Order[at]]) continue;
                Add(ref set.D0, set.D1, set.D2, r, at, second);
                set.Left.Add(at);
                set.Weight += Rows.Weight[Order[at]];
            }
            // Rows that begin at or after this time are not at risk yet. Those of earlier strata were not walked to their end.
            for (; later < entries.Length && Rows.Stratum[Order[entries[later]]] <= stratum && (Rows.Stratum[Order[entries[later]]] < stratum || Rows.Entry[Order[entries[later]]] >= time); later++)
            {
                var place = entries[later];
                if (Rows.Stratum[Order[place]] == stratum) Add(ref set.S0, set.S1, set.S2, -Rows.Weight[Order[place]] * Math.Exp(eta[place]), place, second);
            }
            if (set.Left.Count == 0) continue;
            set.Weight /= set.Left.Count;
            set.Settle(Ties);
            visit(set);
        }
    }

    static void Start(RiskSet set, int stratum)
    {
        (set.Stratum, set.S0) = (stratum, 0);
        Array.Clear(set.S1);
        Array.Clear(set.S2);
    }

    void Add(ref double zero, double[] one, double[] two, double r, int place, bool second)
    {
        var row = X(place);
        zero += r;
        for (var a = 0; a < row.Length; a++)
        {
            var ra = r * row[a];
            one[a] += ra;
            if (!second) continue;
            var target = two.AsSpan(a * row.Length, a + 1);
            for (var b = 0; b < target.Length; b++) target[b] += ra * row[b];
        }
    }

    /// <summary>Log partial likelihood with gradient and information.</summary>
    public double LogLikelihood(ReadOnlySpan<double> beta, Span<double> gradient, Span<double> information)
    {
        var (p, eta) = (Covariates, new double[N]);
        Predict(beta, eta);
        var (value, slope, curve) = (0.0, new double[p], new double[p * p]);
        Walk(eta, true, set =>
        {
            value -= set.LogSum;
            foreach (var place in set.Left)
            {
                var w = Rows.Weight[Order[place]];
                value += w * eta[place];
                var row = X(place);
                for (var a = 0; a < p; a++) slope[a] += w * row[a];
            }
            for (var a = 0; a < p; a++)
            {
                slope[a] -= set.Expected(a);
                for (var b = 0; b <= a; b++) curve[a * p + b] += set.Information(a, b);
            }
        });
        for (var a = 0; a < p; a++)
            for (var b = 0; b < a; b++) curve[b * p + a] = curve[a * p + b];
        slope.CopyTo(gradient);
        curve.CopyTo(information);
        return value;
    }
}
