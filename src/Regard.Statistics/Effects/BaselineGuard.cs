using MathNet.Numerics.LinearAlgebra;

namespace Regard.Statistics;

/// <summary>
/// The effect among units that stood alike before: the mean since treatment, held against the last mean before it and the mean of those earlier.
/// </summary>
/// <remarks>
/// Units picked because they scored worst rise by themselves (regression to the mean), and differences in differences take the rise for an
/// effect, since only the treated were picked at a low. Given what they were picked by, the later outcome knows nothing of the picking
/// (Lord 1967, Psychological Bulletin 68, 304-305; Ding and Li 2019, Political Analysis 27, 605-615, who show that the two estimates
/// bracket the effect). Linear in the earlier means; unbiased for picking by the last mean, by the mean of all, or any line of the two.
/// </remarks>
static class BaselineGuard
{
    const int FewestForTwoBaselines = 8;

    public static (ClusteredRegression Fit, long Units)? Fit(Panel panel)
    {
        var last = panel.Periods.Length;
        var rows = new List<(int Unit, int Cohort, double Treated, double Later, double Last, double Earlier)>();
        foreach (var start in panel.Starts.Where(s => s > 0 && s < last).Distinct().Order())
        {
            // Compared up to when too few would be left untreated.
            var never = panel.Starts.Count(s => s >= last);
            var end = never >= PanelEffect.FewestUnits ? last : panel.Starts.Where(s => s > start && s < last).DefaultIfEmpty(last).Max();
            for (var u = 0; u < panel.Units; u++)
            {
                if (panel.Starts[u] != start && panel.Starts[u] < end) continue;
                if (!panel.Measured(u, start - 1) || panel.Mean(u, start, end) is not { } later) continue;
                if ((start > 1 ? panel.Mean(u, 0, start - 1) : 0) is not { } earlier) continue;
                rows.Add((u, start, panel.Starts[u] == start ? 1 : 0, later, panel.Mean(u, start - 1), earlier));
            }
        }
        if (rows.Count == 0) return null;
        var cohorts = rows.Select(r => r.Cohort).Distinct().ToArray();
        double last0 = rows.Average(r => r.Last), earlier0 = rows.Average(r => r.Earlier);
        double[] Regressors((int Unit, int Cohort, double Treated, double Later, double Last, double Earlier) row)
        {
            var many = rows.Count(r => r.Cohort == row.Cohort) >= FewestForTwoBaselines;
            var (one, other) = (row.Last - last0, row.Earlier - earlier0);
            double[] own = many || row.Cohort == 1 ? [1, one, other] : [1, (one + (row.Cohort - 1) * other) / row.Cohort, 0];
            return [row.Treated, .. cohorts.SelectMany(c => c == row.Cohort ? own : [0, 0, 0])];
        }
        var clusters = rows.GroupBy(r => r.Unit).Select(g => new ClusterRows(
            Matrix<double>.Build.DenseOfRowArrays(g.Select(Regressors)), Vector<double>.Build.DenseOfEnumerable(g.Select(r => r.Later)))).ToArray();
        var fit = ClusteredRegression.Fit(clusters);
        return fit.Estimable[0] && fit.Freedom(0) is >= 1 ? (fit, clusters.Length) : null;
    }
}
