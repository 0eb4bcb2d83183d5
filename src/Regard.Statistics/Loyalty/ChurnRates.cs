namespace Regard.Statistics;

/// <summary>A grade in a period.</summary>
/// <param name="Grade">E.g. A.</param>
/// <param name="Period">In the order given.</param>
/// <param name="AtRisk">Customers at its start.</param>
/// <param name="Lost">Of those, gone by its end.</param>
/// <param name="Rate">Lost over at risk, Wilson's interval; withheld without customers.</param>
public sealed record ChurnRate(string Grade, int Period, int AtRisk, int Lost, Estimate Rate);

/// <summary>Churn by grade and period, each grade on a p' chart.</summary>
/// <param name="Rates">Grade by grade, period by period.</param>
/// <param name="Charts">By grade; none for a grade whose chart cannot be drawn (a period without customers, too few periods, or no churn at all).</param>
public sealed record ChurnRates(IReadOnlyList<ChurnRate> Rates, IReadOnlyDictionary<string, LaneyChart> Charts)
{
    /// <summary>Rates and charts from counts.</summary>
    /// <param name="grades">Of each grade its name, and the customers at risk and lost of each period.</param>
    /// <param name="baseline">First periods that set the limits; null for all.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <exception cref="DataRefused">Uneven lists, or more lost than at risk.</exception>
    public static ChurnRates Of(IReadOnlyList<(string Grade, IReadOnlyList<int> AtRisk, IReadOnlyList<int> Lost)> grades, int? baseline = null, double confidence = 0.95)
    {
        var (rates, charts) = (new List<ChurnRate>(), new Dictionary<string, LaneyChart>());
        foreach (var (grade, risk, lost) in grades)
        {
            if (risk.Count != lost.Count) throw new DataRefused(DataFault.BadSpecification, $"Grade {grade} has {risk.Count} periods of customers and {lost.Count} of lost ones.", grade);
            for (var t = 0; t < risk.Count; t++)
            {
                if (lost[t] < 0 || lost[t] > risk[t]) throw new DataRefused(DataFault.OutOfRange, $"Grade {grade} lost {lost[t]} of {risk[t]} in period {t + 1}.", grade);
                rates.Add(new(grade, t, risk[t], lost[t], Wilson.Share(lost[t], risk[t], confidence)));
            }
            try { charts[grade] = LaneyChart.OfShares([.. lost.Select(x => (double)x)], [.. risk.Select(x => (double)x)], baseline); }
            catch (DataRefused) { /* Told by its absence: the rates stand all the same. */ }
        }
        return new(rates, charts);
    }
}
