namespace Regard.Statistics;

/// <summary>One group of units that began together, in one period.</summary>
/// <param name="Start">The group's first treated period.</param>
/// <param name="Period">The period judged; before the start it should be 0.</param>
/// <param name="Effect">Its change since the period before its start, less that of the comparison units.</param>
public sealed record GroupTimeEffect(double Start, double Period, Estimate Effect);

/// <summary>All groups, so many periods after each began.</summary>
/// <param name="Since">0 is the first treated period; negative before it.</param>
/// <param name="Effect">Mean over the groups, each as its number of units.</param>
public sealed record EventTimeEffect(int Since, Estimate Effect);

/// <summary>
/// Effects by group and period where units began at different times: least squares with two intercepts would compare late with early
/// starters, whose effect is at work. Every number is a sum of coefficient x mean over groups and periods, so its variance is
/// that of the same sum within units, group by group, with Welch's degrees of freedom.
/// </summary>
/// <remarks>Callaway and Sant'Anna (2021), Journal of Econometrics 225, 200-230, without covariates, base period the last before each start; numbers of units taken as given.</remarks>
sealed class GroupTimeEffects
{
    readonly Panel panel;
    readonly bool neverOnly;
    readonly int last;
    readonly int[] units;
    readonly Dictionary<int, int[]> groups;
    readonly Dictionary<(int Start, int Period), double[,]?> contrasts = [];

    public GroupTimeEffects(Panel panel, bool neverOnly)
    {
        (this.panel, this.neverOnly, last) = (panel, neverOnly, panel.Periods.Length);
        // Treated from the first period on, a unit shows neither what it was before nor what comes without.
        units = [.. Enumerable.Range(0, panel.Units).Where(u => panel.Starts[u] > 0 && Enumerable.Range(0, last).All(t => panel.Measured(u, t)))];
        groups = units.GroupBy(u => Math.Min(panel.Starts[u], last)).ToDictionary(g => g.Key, g => g.ToArray());
        N = (long)units.Sum(u => Enumerable.Range(0, last).Sum(t => panel.Rows(u, t)));
    }

    public long N { get; }

    public int Units => units.Length;

    IEnumerable<int> Starts => groups.Keys.Where(s => s < last).Order();

    /// <summary>Mean over all treated units and periods; null when no period has someone to compare with.</summary>
    public double[,]? Overall() => Weighted(Starts.SelectMany(g => Enumerable.Range(g, last - g).Select(t => (g, t))));

    public double[,]? Since(int periods) => Weighted(Starts.Select(g => (g, t: g + periods)).Where(x => x.t >= 0 && x.t < last));

    public IEnumerable<(int Start, int Period, double[,] Contrast)> ByGroup() =>
        from g in Starts from t in Enumerable.Range(0, last) where t != g - 1 let c = Contrast(g, t) where c is not null select (g, t, c);

    /// <summary>Later less earlier half of the periods before each start: 0 when all went the same way.</summary>
    public double[,]? Placebo() => Before((t, g) => t < g / 2 ? -1.0 / (g / 2) : 1.0 / (g - g / 2));

    /// <summary>Change by period before each start beyond that of the comparison units: 0 when all went the same way.</summary>
    public double[,]? Slope() => Before((t, g) => 12 * (t - (g - 1) / 2.0) / (g * (g * g - 1.0)));

    // Weights that sum to 0 over the periods before a start, so that the base period drops out.
    double[,]? Before(Func<int, int, double> weight)
    {
        var (sum, count) = ((double[,]?)null, 0);
        foreach (var g in Starts.Where(g => g > 1 && Contrast(g, 0) is not null))
        {
            count += groups[g].Length;
            for (var t = 0; t < g - 1; t++) sum = Plus(sum, Contrast(g, t)!, groups[g].Length * weight(t, g));
        }
        return sum is null ? null : Plus(null, sum, 1.0 / count);
    }

    double[,]? Weighted(IEnumerable<(int Start, int Period)> cells)
    {
        var (sum, total) = ((double[,]?)null, 0.0);
        foreach (var (g, t) in cells)
        {
            if (Contrast(g, t) is not { } c) continue;
            sum = Plus(sum, c, groups[g].Length);
            total += groups[g].Length;
        }
        return sum is null ? null : Plus(null, sum, 1 / total);
    }

    // Read by many sums, changed by none.
    double[,]? Contrast(int start, int period) => contrasts.TryGetValue((start, period), out var known) ? known : contrasts[(start, period)] = Made(start, period);

    double[,]? Made(int start, int period)
    {
        var from = Math.Max(period, start - 1);
        var others = groups.Keys.Where(s => s != start && (neverOnly ? s == last : s > from)).ToArray();
        if (others.Length == 0) return null;
        var contrast = new double[last + 1, last];
        double count = others.Sum(s => groups[s].Length);
        contrast[start, period] += 1;
        contrast[start, start - 1] -= 1;
        foreach (var s in others)
        {
            contrast[s, period] -= groups[s].Length / count;
            contrast[s, start - 1] += groups[s].Length / count;
        }
        return contrast;
    }

    double[,] Plus(double[,]? sum, double[,] more, double factor)
    {
        var result = new double[last + 1, last];
        for (var s = 0; s <= last; s++)
            for (var t = 0; t < last; t++) result[s, t] = (sum?[s, t] ?? 0) + factor * more[s, t];
        return result;
    }

    public Estimate Estimate(double[,] contrast, double confidence)
    {
        var (value, variance, freedom) = Covariance(contrast, contrast);
        return Statistics.Estimate.Of(value, Math.Sqrt(variance), Math.Max(1, freedom), N, null, confidence);
    }

    /// <summary>Tests that these contrasts are all 0: Hotelling's form with the least degrees of freedom among them.</summary>
    public double? AllZero(IReadOnlyList<double[,]> contrasts)
    {
        var q = contrasts.Count;
        var block = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(q, q, (i, j) => Covariance(contrasts[i], contrasts[j]).Covariance);
        var freedom = contrasts.Min(c => Covariance(c, c).Freedom);
        if (q == 0 || freedom - q + 1 < 1 || !(block.Diagonal().Minimum() > 0) || block.ConditionNumber() > 1e10) return null;
        var value = MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(q, i => Covariance(contrasts[i], contrasts[i]).Value);
        return Tail.Fisher(value * block.Solve(value) * (freedom - q + 1) / (freedom * q), q, freedom - q + 1);
    }

    (double Value, double Covariance, double Freedom) Covariance(double[,] one, double[,] other)
    {
        double value = 0, total = 0, spread = 0, pooled = 0, pooledFreedom = 0;
        List<(double Share, double Freedom)> parts = [];
        List<int> single = [];
        foreach (var (start, members) in groups.OrderBy(g => g.Key))
        {
            double[] first = Sums(one, start, members), second = Sums(other, start, members);
            value += first.Average();
            if (!Enumerable.Range(0, last).Any(t => one[start, t] != 0 || other[start, t] != 0)) continue;
            if (members.Length > 1) parts.Add((Products(first, second) / (members.Length - 1) / members.Length, members.Length - 1));
            else single.Add(start);
        }
        foreach (var start in single)
        {
            // A unit alone in its group has no spread of its own: it takes that of the same sum in all other groups.
            (pooled, pooledFreedom) = (0, 0);
            foreach (var members in groups.Values.Where(m => m.Length > 1))
            {
                pooled += Products(Sums(one, start, members), Sums(other, start, members));
                pooledFreedom += members.Length - 1;
            }
            if (pooledFreedom > 0) parts.Add((pooled / pooledFreedom, pooledFreedom));
        }
        foreach (var (share, freedom) in parts)
        {
            total += share;
            spread += share * share / freedom;
        }
        return (value, total, spread > 0 ? total * total / spread : 1);
    }

    // By unit: the contrast's row of a group over its means.
    double[] Sums(double[,] contrast, int group, int[] members)
    {
        var sums = new double[members.Length];
        for (var i = 0; i < sums.Length; i++)
            for (var t = 0; t < last; t++) sums[i] += contrast[group, t] * panel.Mean(members[i], t);
        return sums;
    }

    static double Products(double[] first, double[] second)
    {
        var (sum, centre, other) = (0.0, first.Average(), second.Average());
        for (var i = 0; i < first.Length; i++) sum += (first[i] - centre) * (second[i] - other);
        return sum;
    }
}
