namespace Regard.Loyalty;

/// <summary>Churn by quarter: lost of those who could be lost at its beginning.</summary>
static class GradeRates
{
    public static IEnumerable<RateChart> Of(ChurnDocument churn)
    {
        yield return Chart(churn, null, (counts, q) => counts[q].Sum());
        for (var g = 1; g <= GradeRule.Grades.Count; g++)
        {
            var grade = g;
            yield return Chart(churn, GradeRule.Grades[g - 1], (counts, q) => counts[q][grade]);
        }
    }

    /// <summary>A rise warns that the losses move up to the customers who count most.</summary>
    public static RateChart LargeAmongLost(ChurnDocument churn) => RateChart.Of(null, [.. Quarters(churn).Select(q =>
        (churn.Begins[q], IsComplete(churn, q), churn.Lost[q][1] + churn.Lost[q][2], churn.Lost[q].Skip(1).Sum()))]);

    static RateChart Chart(ChurnDocument churn, string? grade, Func<long[][], int, long> count) =>
        RateChart.Of(grade, [.. Quarters(churn).Select(q => (churn.Begins[q], IsComplete(churn, q), count(churn.Lost, q), count(churn.AtRisk, q)))]);

    static IEnumerable<int> Quarters(ChurnDocument churn) => Enumerable.Range(0, churn.Begins.Count);
    static bool IsComplete(ChurnDocument churn, int quarter) => quarter + 1 < churn.Begins.Count || churn.LastIsComplete;
}
