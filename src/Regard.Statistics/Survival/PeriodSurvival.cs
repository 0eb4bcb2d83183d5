namespace Regard.Statistics;

/// <summary>Customers of one group by whole periods of their relation: what survival curves need when rows have been added up.</summary>
/// <param name="Name">Of the group.</param>
/// <param name="Lost">By period from 0: how many left within it.</param>
/// <param name="Stayed">By whole periods watched: how many were there still when observation ended.</param>
public sealed record PeriodCounts(string Name, IReadOnlyList<long> Lost, IReadOnlyList<long> Stayed);

/// <summary>Share still there after each whole period, from counts. Counts of units add up to counts of the unit above.</summary>
/// <remarks>Kaplan and Meier (1958), JASA 53, 457-481, with all who leave within a period leaving at its end; variance Greenwood (1926), intervals on the log-log scale.</remarks>
public sealed record PeriodSurvival
{
    /// <summary>Of whom.</summary>
    public required string Name { get; init; }
    /// <summary>Customers with a whole period at risk, or lost in their first.</summary>
    public required long N { get; init; }
    /// <summary>Customers who left.</summary>
    public required long Events { get; init; }
    /// <summary>One a period, from 1, as long as anybody was at risk.</summary>
    public required IReadOnlyList<SurvivalPoint> Points { get; init; }

    /// <summary>Fits the curve of one group.</summary>
    /// <param name="counts">Each 0 or more.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    /// <exception cref="DataRefused">A negative count, uneven columns, or nobody at risk.</exception>
    public static PeriodSurvival Fit(PeriodCounts counts, double confidence = 0.95)
    {
        var risk = AtRisk(counts);
        if (risk[0] == 0) throw new DataRefused(DataFault.Empty, $"Nobody of {counts.Name} was watched for a whole period.");
        var (points, survival, sum, z) = (new List<SurvivalPoint>(), 1.0, 0.0, Quantile.Normal(0.5 + confidence / 2));
        for (var t = 0; t < risk.Length && risk[t] > 0; t++)
        {
            var (n, d) = ((double)risk[t], (double)counts.Lost[t]);
            survival *= 1 - d / n;
            if (n > d) sum += d / (n * (n - d));
            var (lower, upper) = survival is > 0 and < 1 ? Bounds(survival, Math.Sqrt(sum), z) : survival == 1 ? (1, 1) : ((double?)null, (double?)null);
            points.Add(new(t + 1, n, d, t + 1 < counts.Stayed.Count ? (int)counts.Stayed[t + 1] : 0, survival, survival > 0 ? survival * Math.Sqrt(sum) : null, lower, upper));
        }
        return new() { Name = counts.Name, N = risk[0], Events = counts.Lost.Sum(), Points = points };
    }

    /// <summary>Log-rank test of two or more groups by their counts.</summary>
    /// <param name="groups">Of equally many periods.</param>
    /// <returns>Its numbers equal those of <see cref="LogRank"/> on the rows, whole periods as times.</returns>
    /// <exception cref="DataRefused">Fewer than two groups, nobody left, or counts that do not fit together.</exception>
    public static LogRank Test(IReadOnlyList<PeriodCounts> groups)
    {
        if (groups.Count < 2) throw new DataRefused(DataFault.OneGroup, "All customers belong to one group: there is nothing to compare.");
        var risks = groups.Select(AtRisk).ToArray();
        if (risks.Any(r => r.Length != risks[0].Length)) throw new DataRefused(DataFault.BadSpecification, "All groups are counted by the same number of periods.");
        var k = groups.Count;
        var (observed, expected, covariance) = (new double[k], new double[k], new double[k * k]);
        for (var t = 0; t < risks[0].Length; t++)
        {
            double n = risks.Sum(r => r[t]), d = groups.Sum(g => g.Lost[t]);
            if (d == 0) continue;
            var spread = n > 1 ? d * (n - d) / (n * n * (n - 1)) : 0;
            for (var a = 0; a < k; a++)
            {
                observed[a] += groups[a].Lost[t];
                expected[a] += d * risks[a][t] / n;
                for (var b = 0; b < k; b++) covariance[a * k + b] += spread * risks[a][t] * ((a == b ? n : 0) - risks[b][t]);
            }
        }
        if (observed.Sum() == 0) throw new DataRefused(DataFault.TooFewRows, "Nobody left, so there is nothing to compare.");
        var (chi, freedom) = QuadraticForm.Of([.. observed.Zip(expected, (o, e) => o - e)], covariance);
        if (freedom == 0) throw new DataRefused(DataFault.OneGroup, "No two groups were at risk at the same time when somebody left: there is nothing to compare.");
        return new(chi, freedom, Tail.ChiSquare(chi, freedom), [.. groups.Select((g, i) => new LogRankGroup(g.Name, (int)risks[i][0], observed[i], expected[i]))]);
    }

    /// <summary>At risk in each period: those who left in it or later, and those watched to its end or longer.</summary>
    static long[] AtRisk(PeriodCounts counts)
    {
        if (counts.Lost.Count != counts.Stayed.Count || counts.Lost.Count == 0) throw new DataRefused(DataFault.BadSpecification, $"{counts.Name} needs as many counts of those who stayed as of those who left.");
        if (counts.Lost.Concat(counts.Stayed).Any(c => c < 0)) throw new DataRefused(DataFault.OutOfRange, $"{counts.Name} has a negative count.");
        var risk = new long[counts.Lost.Count];
        var later = 0L;
        for (var t = risk.Length - 1; t >= 0; t--)
        {
            risk[t] = later + counts.Lost[t];
            later = risk[t] + counts.Stayed[t];
        }
        return risk;
    }

    static (double?, double?) Bounds(double survival, double error, double z)
    {
        var reach = z * error / -Math.Log(survival);
        return (Math.Pow(survival, Math.Exp(reach)), Math.Pow(survival, Math.Exp(-reach)));
    }
}
