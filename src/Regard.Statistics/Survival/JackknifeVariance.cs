namespace Regard.Statistics;

/// <summary>Variance of weighted survival curves from what each row moves.</summary>
/// <remarks>
/// log S changes by -sum (dN_i - Y_i d / Y) / (Y - d) when the weight of row i grows: Efron (1982), The Jackknife, chapter 6, as
/// survival::survfit(robust = TRUE).
/// </remarks>
static class JackknifeVariance
{
    /// <summary>Variance of log S after each time of the table.</summary>
    public static double[] OfLogSurvival(SurvivalRows rows, RiskTable risk)
    {
        var (hazard, own) = Steps(risk, k => 1);
        var exits = Enumerable.Range(0, rows.N).OrderBy(i => rows.Exit[i]).ToArray();
        var entries = Enumerable.Range(0, rows.N).OrderBy(i => rows.Entry[i]).ToArray();
        // Rows still under observation: sum w^2 (A(t) - a)^2 from sums of w^2, w^2 a and w^2 a^2, where a = A(entry).
        double zero = 0, one = 0, two = 0, gone = 0;
        var (variance, entered, left) = (new double[risk.Times.Length], 0, 0);
        for (var k = 0; k < variance.Length; k++)
        {
            for (; entered < rows.N && rows.Entry[entries[entered]] < risk.Times[k]; entered++) Add(entries[entered], 1);
            for (; left < rows.N && rows.Exit[exits[left]] <= risk.Times[k]; left++)
            {
                var i = exits[left];
                Add(i, -1);
                var moved = hazard[k + 1] - Before(rows.Entry[i]) - (rows.Event[i] ? own[k] : 0);
                gone += rows.Weight[i] * rows.Weight[i] * moved * moved;
            }
            variance[k] = gone + hazard[k + 1] * (hazard[k + 1] * zero - 2 * one) + two;
        }
        return variance;

        void Add(int i, int sign)
        {
            var (w, a) = (sign * rows.Weight[i] * rows.Weight[i], Before(rows.Entry[i]));
            zero += w;
            one += w * a;
            two += w * a * a;
        }

        double Before(double entry) => hazard[After(risk.Times, entry)];
    }

    /// <summary>Variance of the mean time until leaving, from the area under the curve right of each time.</summary>
    public static double OfArea(SurvivalRows rows, RiskTable risk, Func<int, double> area)
    {
        var (hazard, own) = Steps(risk, area);
        var variance = 0.0;
        for (var i = 0; i < rows.N; i++)
        {
            var end = After(risk.Times, rows.Exit[i]);
            var moved = rows.Weight[i] * (hazard[end] - hazard[After(risk.Times, rows.Entry[i])] - (rows.Event[i] ? own[end - 1] : 0));
            variance += moved * moved;
        }
        return variance;
    }

    // Sums of factor d / (Y (Y - d)) up to each time (after k times at place k), and factor / (Y - d) of a row's own event.
    static (double[] Hazard, double[] Own) Steps(RiskTable risk, Func<int, double> factor)
    {
        var (hazard, own) = (new double[risk.Times.Length + 1], new double[risk.Times.Length]);
        for (var k = 0; k < own.Length; k++)
        {
            var stay = risk.AtRisk[k] - risk.Events[k];
            var counts = stay > 1e-12 * risk.AtRisk[k];
            own[k] = counts ? factor(k) / stay : 0;
            hazard[k + 1] = hazard[k] + (counts ? own[k] * risk.Events[k] / risk.AtRisk[k] : 0);
        }
        return (hazard, own);
    }

    // How many times lie at or before the moment.
    static int After(double[] times, double moment) => Array.BinarySearch(times, moment) is >= 0 and var at ? at + 1 : ~Array.BinarySearch(times, moment);
}
