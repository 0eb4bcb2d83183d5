namespace Regard.Statistics;

/// <summary>Whether groups leave alike.</summary>
/// <param name="ChiSquare">Of the differences between observed and expected, by their covariance.</param>
/// <param name="DegreesOfFreedom">Groups less one; fewer where groups were never at risk together.</param>
/// <param name="PValue">0 to 1.</param>
/// <param name="Groups">In the order of their names.</param>
/// <remarks>Mantel (1966), Cancer Chemotherapy Reports 50, 163-170; Peto and Peto (1972), JRSS A 135, 185-207; hypergeometric variance. Strata add up.</remarks>
public sealed record LogRank(double ChiSquare, int DegreesOfFreedom, double PValue, IReadOnlyList<LogRankGroup> Groups)
{
    /// <summary>Tests two or more groups.</summary>
    /// <param name="data">Complete in the columns named.</param>
    /// <param name="columns">Which say what; without weights.</param>
    /// <param name="groups">The group of each row.</param>
    /// <exception cref="DataRefused">One group only, nobody left, weights, or values missing or out of range.</exception>
    public static LogRank Test(Observations data, SurvivalColumns columns, IReadOnlyList<string> groups)
    {
        if (columns.Weight is { } weight) throw new DataRefused(DataFault.BadSpecification, $"The log-rank test counts customers: leave the weight {weight} out, or compare by a Cox model with robust errors.", weight);
        var rows = SurvivalRows.Of(data, columns).RequireEvents();
        if (groups.Count != data.Rows) throw new DataRefused(DataFault.BadSpecification, $"{data.Rows} rows need {data.Rows} groups, not {groups.Count}.");
        string[] names = [.. rows.Source.Select(i => groups[i]).Distinct().Order(StringComparer.Ordinal)];
        if (names.Length < 2) throw new DataRefused(DataFault.OneGroup, "All rows belong to one group: there is nothing to compare.");
        int[] of = [.. rows.Source.Select(i => Array.BinarySearch(names, groups[i], StringComparer.Ordinal))];
        var k = names.Length;
        var (observed, expected, covariance) = (new double[k], new double[k], new double[k * k]);
        for (var stratum = 0; stratum < rows.Strata; stratum++) Add(rows, of, stratum, observed, expected, covariance);
        double[] difference = [.. observed.Zip(expected, (o, e) => o - e)];
        var (chi, freedom) = QuadraticForm.Of(difference, covariance);
        if (freedom == 0) throw new DataRefused(DataFault.OneGroup, "No two groups were at risk at the same time when somebody left: there is nothing to compare.");
        return new(chi, freedom, Tail.ChiSquare(chi, freedom), [.. names.Select((name, g) => new LogRankGroup(name, of.Count(x => x == g), observed[g], expected[g]))]);
    }

    static void Add(SurvivalRows rows, int[] of, int stratum, double[] observed, double[] expected, double[] covariance)
    {
        var k = observed.Length;
        int[] here = [.. Enumerable.Range(0, rows.N).Where(i => rows.Stratum[i] == stratum)];
        int[] exits = [.. here.OrderByDescending(i => rows.Exit[i])], entries = rows.Late ? [.. here.OrderByDescending(i => rows.Entry[i])] : [];
        var (risk, left) = (new double[k], new double[k]);
        for (int at = 0, later = 0; at < exits.Length;)
        {
            var time = rows.Exit[exits[at]];
            Array.Clear(left);
            for (; at < exits.Length && rows.Exit[exits[at]] == time; at++)
            {
                risk[of[exits[at]]]++;
                if (rows.Event[exits[at]]) left[of[exits[at]]]++;
            }
            for (; later < entries.Length && rows.Entry[entries[later]] >= time; later++) risk[of[entries[later]]]--;
            double n = risk.Sum(), d = left.Sum();
            if (d == 0) continue;
            var spread = n > 1 ? d * (n - d) / (n * n * (n - 1)) : 0;
            for (var a = 0; a < k; a++)
            {
                observed[a] += left[a];
                expected[a] += d * risk[a] / n;
                for (var b = 0; b < k; b++) covariance[a * k + b] += spread * risk[a] * ((a == b ? n : 0) - risk[b]);
            }
        }
    }
}
