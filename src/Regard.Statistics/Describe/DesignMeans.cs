namespace Regard.Statistics;

/// <summary>Ratio means from rows under a sampling design with weights, strata and clusters.</summary>
/// <remarks>
/// Taylor linearisation with the between-cluster variance inside each stratum, clusters drawn with replacement (Binder 1983,
/// Int. Stat. Rev. 51, 279-292). A stratum with one cluster is centred at 0, the mean of all, which errs on the large side. Where the population
/// is known to be finite, the variance of a stratum counts as 1 - drawn / population (Cochran 1977, Sampling Techniques, section 2.6).
/// Two groups of one sample are compared by two columns, each empty for the other group: their clusters' covariance counts.
/// </remarks>
public static class DesignMeans
{
    /// <summary>Means of columns; without strata and clusters the same as from <see cref="Moments"/>.</summary>
    /// <param name="columns">One a slot, each one value a row; null is missing.</param>
    /// <param name="weights">One a row, finite, over 0; null for 1.</param>
    /// <param name="strata">One a row; null for a single stratum.</param>
    /// <param name="clusters">One a row, named within its stratum; null when each row was drawn by itself.</param>
    /// <param name="populations">One a row: clusters (without clusters: people) that the row's stratum has in the population; null for endless ones.</param>
    /// <exception cref="ArgumentException">The columns or labels differ in length, a weight is not over 0, or a population is smaller than what was drawn from it.</exception>
    public static SlotMeans Of(
        IReadOnlyList<IReadOnlyList<double?>> columns, IReadOnlyList<double>? weights = null,
        IReadOnlyList<string>? strata = null, IReadOnlyList<string>? clusters = null, IReadOnlyList<double>? populations = null)
    {
        var rows = columns.Count == 0 ? 0 : columns[0].Count;
        if (columns.Any(c => c.Count != rows) || (weights?.Count ?? rows) != rows || (strata?.Count ?? rows) != rows || (clusters?.Count ?? rows) != rows || (populations?.Count ?? rows) != rows)
            throw new ArgumentException("Columns, weights, strata, clusters and populations have one entry a row.", nameof(columns));
        if (weights?.Any(w => !(double.IsFinite(w) && w > 0)) == true) throw new ArgumentException("A weight is finite and over 0.", nameof(weights));

        var parts = columns.Select(c => Slot.Of(c, weights)).ToArray();
        var covariance = new double[parts.Length, parts.Length];
        if (strata is null && clusters is null)
        {
            var left = populations is null ? 1 : Left(Enumerable.Range(0, rows).Count(i => parts.Any(p => p.Residuals[i] is not null)), populations, [.. Enumerable.Range(0, rows)]);
            Spread(covariance, parts, [.. Enumerable.Range(0, rows)], row => row, (n, j) => Math.Sqrt(left * parts[j].N / (parts[j].N - 1.0)), centred: false);
            return Means(parts, covariance, p => p.EffectiveN - 1);
        }
        // Rows that answered nothing are no part of the sample.
        var answered = Enumerable.Range(0, rows).Where(i => parts.Any(p => p.Residuals[i] is not null)).ToList();
        var groups = answered.GroupBy(i => strata?[i] ?? "").ToList();
        var drawn = 0;
        foreach (var stratum in groups)
        {
            var names = stratum.Select(i => clusters?[i] ?? i.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToList();
            var index = names.Distinct().Select((name, at) => (name, at)).ToDictionary(x => x.name, x => x.at);
            var place = stratum.Zip(names, (row, name) => (row, at: index[name])).ToDictionary(x => x.row, x => x.at);
            drawn += index.Count;
            var left = populations is null ? 1 : Left(index.Count, populations, [.. stratum]);
            Spread(covariance, parts, [.. stratum], row => place[row], (n, _) => Math.Sqrt(left * (n > 1 ? n / (n - 1.0) : 1)), centred: index.Count > 1);
        }
        return Means(parts, covariance, _ => drawn - groups.Count);
    }

    static double Left(int drawn, IReadOnlyList<double> populations, IReadOnlyList<int> rows)
    {
        if (rows.Count == 0) return 1;
        var population = populations[rows[0]];
        if (rows.Any(i => populations[i] != population)) throw new ArgumentException("All rows of a stratum have the same population.", nameof(populations));
        return population >= drawn ? 1 - drawn / population : throw new ArgumentException($"{drawn} were drawn from a population of {population}.", nameof(populations));
    }

    static SlotMeans Means(Slot[] parts, double[,] covariance, Func<Slot, double> freedom) => new(
        [.. parts.Select(p => p.Mean)], covariance, [.. parts.Select(p => p.N)], [.. parts.Select(p => p.EffectiveN)], [.. parts.Select(freedom)]);

    // Adds the between-cluster covariance of one stratum.
    static void Spread(double[,] covariance, Slot[] parts, int[] rows, Func<int, int> cluster, Func<int, int, double> factor, bool centred)
    {
        var n = rows.Length == 0 ? 0 : rows.Max(cluster) + 1;
        var totals = new double[parts.Length][];
        for (var j = 0; j < parts.Length; j++)
        {
            totals[j] = new double[n];
            if (parts[j].N < 2) continue;
            foreach (var row in rows) totals[j][cluster(row)] += parts[j].Residuals[row] ?? 0;
            var (mean, scale) = (centred ? totals[j].Average() : 0, factor(n, j));
            for (var c = 0; c < n; c++) totals[j][c] = scale * (totals[j][c] - mean);
        }
        for (var j = 0; j < parts.Length; j++)
            for (var k = 0; k < parts.Length; k++)
                for (var c = 0; c < n; c++) covariance[j, k] += totals[j][c] * totals[k][c];
    }

    // Residuals are w (x - mean) / W, null where missing.
    sealed record Slot(double Mean, long N, double EffectiveN, double?[] Residuals)
    {
        public static Slot Of(IReadOnlyList<double?> column, IReadOnlyList<double>? weights)
        {
            double total = 0, squares = 0, sum = 0;
            long n = 0;
            for (var i = 0; i < column.Count; i++)
            {
                if (column[i] is not { } x) continue;
                var w = weights?[i] ?? 1;
                (total, squares, sum, n) = (total + w, squares + w * w, sum + w * x, n + 1);
            }
            if (n == 0) return new(0, 0, 0, new double?[column.Count]);
            var constant = column.Where(x => x is not null).Distinct().Count() == 1;
            var mean = constant ? column.First(x => x is not null)!.Value : sum / total;
            return new(mean, n, total * total / squares, [.. column.Select((x, i) => (weights?[i] ?? 1) * (x - mean) / total)]);
        }
    }
}
