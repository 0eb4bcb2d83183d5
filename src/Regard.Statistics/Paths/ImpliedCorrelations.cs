namespace Regard.Statistics;

/// <summary>What the model says the correlations of the items should be, against what they are.</summary>
/// <remarks>
/// Reflective items correlate through their construct only; those of a formative construct as they do. Constructs correlate as
/// the paths imply (or, saturated, as they do); constructs without sources as they do. Henseler et al. (2014), Organizational Research Methods 17, 182-209.
/// </remarks>
static class ImpliedCorrelations
{
    /// <summary>Standardised root mean square residual, 0 is perfect: root of the mean squared difference over the lower triangle with the diagonal.</summary>
    public static double Srmr(PathPlan plan, PathSolver solved, bool saturated)
    {
        var constructs = saturated ? solved.Correlations : OfConstructs(plan, solved);
        var (owner, sum, stride) = (plan.Owners, 0.0, PathSolver.Stride(plan.Items));
        for (var i = 0; i < plan.Items; i++)
            for (var j = 0; j < i; j++)
            {
                if (owner[i] == owner[j] && plan.Formative[owner[i]]) continue;
                var implied = solved.Loadings[i] * solved.Loadings[j] * constructs[owner[i] * plan.Constructs + owner[j]];
                sum += Math.Pow(solved.R[i * stride + j] - implied, 2);
            }
        return Math.Sqrt(sum / (plan.Items * (plan.Items + 1) / 2.0));
    }

    static double[] OfConstructs(PathPlan plan, PathSolver solved)
    {
        var n = plan.Constructs;
        var implied = new double[n * n];
        for (var place = 0; place < n; place++)
        {
            var k = plan.Order[place];
            foreach (var j in plan.Order[..place])
            {
                // Those without sources come first, and correlate as they do; the others through their sources.
                var r = plan.Sources[k].Length == 0 ? solved.Correlations[j * n + k] : 0;
                foreach (var s in plan.Sources[k]) r += solved.Direct[s * n + k] * implied[s * n + j];
                implied[k * n + j] = implied[j * n + k] = r;
            }
            // What the paths leave unexplained stays as estimated, so that a variance that they imply may differ from 1; read as 1 in the end, as cSEM does.
            implied[k * n + k] = 1 - solved.R2[k];
            foreach (var s in plan.Sources[k]) implied[k * n + k] += solved.Direct[s * n + k] * implied[s * n + k];
        }
        for (var k = 0; k < n; k++) implied[k * n + k] = 1;
        return implied;
    }
}
