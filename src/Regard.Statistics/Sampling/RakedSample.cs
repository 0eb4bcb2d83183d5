using MathNet.Numerics.LinearAlgebra;

namespace Regard.Statistics;

/// <summary>The rows of a raking, those alike in categories and weight taken together, and the factors found so far.</summary>
sealed class RakedSample
{
    readonly IReadOnlyList<RakingMargin> margins;
    readonly string[][] categories;
    readonly int[] groupOf;
    readonly int[][] codes;
    readonly double[] bases, counts, products;
    readonly double[][] factors;

    RakedSample(IReadOnlyList<RakingMargin> margins, string[][] categories, int[] groupOf, int[][] codes, double[] bases, double total)
    {
        (this.margins, this.categories, this.groupOf, this.codes, this.bases, Total) = (margins, categories, groupOf, codes, bases, total);
        counts = new double[bases.Length];
        foreach (var g in groupOf) counts[g]++;
        // Weights come in on any scale; factors near 1 keep the bound meaningful.
        var scale = total / bases.Zip(counts, (b, c) => b * c).Sum();
        products = [.. bases.Select(b => b * scale)];
        factors = [.. categories.Select(c => Enumerable.Repeat(1.0, c.Length).ToArray())];
    }

    public double Total { get; }
    public int Rows => groupOf.Length;

    public static RakedSample Of(IReadOnlyList<RakingMargin> margins, IReadOnlyList<IReadOnlyList<string>> labels, IReadOnlyList<double>? weights)
    {
        if (margins.Count == 0) throw new DataRefused(DataFault.BadSpecification, "At least one margin is needed.");
        if (labels.Count != margins.Count) throw new DataRefused(DataFault.BadSpecification, $"{margins.Count} margins need {margins.Count} columns, not {labels.Count}.");
        if (margins.GroupBy(m => m.Name).FirstOrDefault(g => g.Count() > 1) is { } twice) throw new DataRefused(DataFault.TwiceNamed, $"The margin {twice.Key} is named twice.", twice.Key);
        var rows = labels[0].Count;
        if (rows < 2) throw new DataRefused(DataFault.TooFewRows, $"{rows} rows are too few to weight.");
        if (labels.Any(l => l.Count != rows) || (weights?.Count ?? rows) != rows) throw new DataRefused(DataFault.BadSpecification, $"Every column has {rows} rows.");
        for (var i = 0; i < weights?.Count; i++)
            if (!(double.IsFinite(weights[i]) && weights[i] > 0)) throw new DataRefused(DataFault.BadWeights, $"The weight of row {i + 1} is {weights[i]}: a weight is over 0.");
        var categories = margins.Select(m => m.Shares.Keys.ToArray()).ToArray();
        var coded = margins.Select((m, j) => Coded(m, categories[j], labels[j])).ToArray();

        var groups = new Dictionary<string, int>();
        var (groupOf, codes, bases) = (new int[rows], new List<int[]>(), new List<double>());
        for (var i = 0; i < rows; i++)
        {
            var (mine, weight) = (coded.Select(c => c[i]).ToArray(), weights?[i] ?? 1);
            var key = FormattableString.Invariant($"{string.Join(' ', mine)} {weight:R}");
            if (groups.TryAdd(key, codes.Count))
            {
                codes.Add(mine);
                bases.Add(weight);
            }
            groupOf[i] = groups[key];
        }
        return new(margins, categories, groupOf, [.. codes], [.. bases], Population(margins) ?? weights?.Sum() ?? rows);
    }

    static double? Population(IReadOnlyList<RakingMargin> margins)
    {
        var counted = margins.Where(m => m.Population is not null).ToArray();
        foreach (var margin in counted)
            if (Math.Abs(margin.Population!.Value - counted[0].Population!.Value) > 0.001 * counted[0].Population!.Value)
                throw new DataRefused(DataFault.BadSpecification, $"{counted[0].Name} counts {counted[0].Population} people, {margin.Name} {margin.Population}.", margin.Name);
        return counted.Length == 0 ? null : counted[0].Population;
    }

    static int[] Coded(RakingMargin margin, string[] categories, IReadOnlyList<string> labels)
    {
        var (places, seen) = (categories.Select((c, at) => (c, at)).ToDictionary(x => x.c, x => x.at), new bool[categories.Length]);
        var codes = labels.Select((label, i) =>
        {
            if (string.IsNullOrEmpty(label)) throw new DataRefused(DataFault.Missing, $"Row {i + 1} of {margin.Name} is empty.", margin.Name);
            if (!places.TryGetValue(label, out var at)) throw new DataRefused(DataFault.OutOfRange, $"Row {i + 1} of {margin.Name} is “{label}”, which the margin does not know.", margin.Name);
            seen[at] = true;
            return at;
        }).ToArray();
        for (var c = 0; c < categories.Length; c++)
            if (!seen[c] && margin.Shares[categories[c]] > 0) throw new DataRefused(DataFault.BadSpecification, $"No row has {margin.Name} = {categories[c]}, which should hold {margin.Shares[categories[c]]:0.####} of the weight. Merge it with another category.", margin.Name);
        return codes;
    }

    /// <summary>Solves the factors of one margin, so that each of its categories has its target under the bound; where even the bound is too little, all are put there.</summary>
    public void Scale(int margin, double most)
    {
        var members = Enumerable.Range(0, bases.Length).GroupBy(g => codes[g][margin]);
        foreach (var category in members)
        {
            var target = Total * margins[margin].Shares[categories[margin][category.Key]];
            var factor = Factor([.. category.OrderByDescending(g => products[g])], target, most);
            factors[margin][category.Key] *= factor;
            foreach (var g in category) products[g] *= factor;
        }
    }

    // The held-down weights are those with the largest products; with the first k of them at the bound the rest is one division.
    double Factor(int[] groups, double target, double most)
    {
        if (target == 0) return 0;
        var (bound, free) = (0.0, groups.Sum(g => products[g] * counts[g]));
        foreach (var g in groups)
        {
            if (free <= 0) break;
            var factor = (target - bound) / free;
            if (products[g] * factor <= most) return factor;
            (bound, free) = (bound + most * counts[g], free - products[g] * counts[g]);
        }
        var least = products[groups[^1]];
        return least > 0 ? Math.Max(1, most / least) : 1;
    }

    public double Misfit(double most)
    {
        var worst = 0.0;
        for (var m = 0; m < margins.Count; m++)
        {
            var shares = new double[categories[m].Length];
            for (var g = 0; g < bases.Length; g++) shares[codes[g][m]] += counts[g] * Math.Min(most, products[g]) / Total;
            for (var c = 0; c < shares.Length; c++)
                if (margins[m].Shares[categories[m][c]] is var target and > 0) worst = Math.Max(worst, Math.Abs(shares[c] / target - 1));
        }
        return worst;
    }

    public double[] Weights(double most) => [.. groupOf.Select(g => Math.Min(most, products[g]))];

    public IReadOnlyList<RakedCell> Cells(double[] weights)
    {
        var total = weights.Sum();
        return [.. Enumerable.Range(0, Rows).GroupBy(i => codes[groupOf[i]], new SameCodes())
            .OrderBy(c => c.Key, Comparer<int[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)))
            .Select(c => new RakedCell([.. c.Key.Select((code, m) => categories[m][code])], c.LongCount(), c.Average(i => weights[i]), c.Sum(i => weights[i]) / total))];
    }

    public IReadOnlyList<RakedMargin> Margins(double[] weights)
    {
        double[] Shares(int m, Func<int, double> weight)
        {
            var shares = new double[categories[m].Length];
            for (var i = 0; i < Rows; i++) shares[codes[groupOf[i]][m]] += weight(i);
            return [.. shares.Select(s => s / shares.Sum())];
        }
        return [.. margins.SelectMany((margin, m) =>
        {
            var (before, after) = (Shares(m, i => bases[groupOf[i]]), Shares(m, i => weights[i]));
            return categories[m].Select((c, at) => new RakedMargin(margin.Name, c, margin.Shares[c], before[at], after[at]));
        })];
    }

    public Estimate Mean(IReadOnlyList<double?> values, IReadOnlyList<double> weights, double confidence)
    {
        if (values.Count != Rows) throw new DataRefused(DataFault.BadSpecification, $"{Rows} rows need {Rows} values, not {values.Count}.");
        double total = 0, squares = 0, sum = 0;
        long n = 0;
        for (var i = 0; i < Rows; i++)
            if (values[i] is { } x) (total, squares, sum, n) = (total + weights[i], squares + weights[i] * weights[i], sum + weights[i] * x, n + 1);
        if (n == 0) return Estimate.Withhold(Withholding.Unmeasured, 0);
        var effective = total * total / squares;
        if (effective < 2) return Estimate.Withhold(Withholding.TooFew, n, effective);
        var mean = sum / total;
        var residuals = Residuals([.. values.Select(x => (x - mean) / total ?? 0)]);
        var totals = residuals.Select((e, i) => weights[i] * e).ToArray();
        var centre = totals.Average();
        var variance = totals.Sum(t => (t - centre) * (t - centre)) * Rows / (Rows - 1.0);
        return Estimate.Of(mean, Math.Sqrt(variance), Math.Max(1, effective - 1), n, effective, confidence);
    }

    // Least squares on the categories of all margins with the weights that came in; a constant is among them.
    double[] Residuals(double[] z)
    {
        var starts = new int[margins.Count];
        var size = 1;
        for (var m = 0; m < margins.Count; m++) (starts[m], size) = (size, size + categories[m].Length - 1);
        var (cross, right) = (Matrix<double>.Build.Dense(size, size), Vector<double>.Build.Dense(size));
        int[] Places(int g) => [0, .. codes[g].Select((c, m) => c == 0 ? -1 : starts[m] + c - 1).Where(at => at >= 0)];
        for (var i = 0; i < Rows; i++)
        {
            var (places, w) = (Places(groupOf[i]), bases[groupOf[i]]);
            foreach (var a in places)
            {
                right[a] += w * z[i];
                foreach (var b in places) cross[a, b] += w;
            }
        }
        var fit = cross.PseudoInverse() * right;
        return [.. z.Select((value, i) => value - Places(groupOf[i]).Sum(a => fit[a]))];
    }

    sealed class SameCodes : IEqualityComparer<int[]>
    {
        public bool Equals(int[]? a, int[]? b) => a!.AsSpan().SequenceEqual(b);
        public int GetHashCode(int[] codes) => codes.Aggregate(17, HashCode.Combine);
    }
}
