namespace Regard.Statistics;

/// <summary>Test of proportional hazards by the Schoenfeld residuals.</summary>
/// <param name="Scale">Of time.</param>
/// <param name="Covariates">One test each.</param>
/// <param name="Global">All together.</param>
/// <remarks>
/// Grambsch and Therneau (1994), Biometrika 81, 515-526, as the exact score test of g(t) x beside x, with the information of each event's
/// own risk set (survival::cox.zph from version 3.0 on; before, all sets shared a mean information).
/// </remarks>
public sealed record Proportionality(TimeScale Scale, IReadOnlyList<DriftTest> Covariates, GroupTest Global)
{
    internal static Proportionality Of(CoxRegression fit, TimeScale scale)
    {
        var (design, p, eta) = (fit.Design, fit.Design.Covariates, new double[fit.Design.N]);
        design.Predict(fit.Beta, eta);
        var clock = Clock(design, scale);
        // g is centred: a constant is x itself, and centring keeps the sums apart.
        var events = Enumerable.Range(0, design.Rows.N).Where(i => design.Rows.Event[i]).ToArray();
        var centre = events.Average(i => clock(design.Rows.Exit[i]));
        double[] slope = new double[p], own = new double[p * p], joint = new double[p * p];
        design.Walk(eta, true, set =>
        {
            var g = clock(set.Time) - centre;
            foreach (var place in set.Left)
                for (var a = 0; a < p; a++) slope[a] += g * design.Rows.Weight[design.Order[place]] * design.X(place)[a];
            for (var a = 0; a < p; a++)
            {
                slope[a] -= g * set.Expected(a);
                for (var b = 0; b <= a; b++)
                {
                    var v = set.Information(a, b);
                    own[a * p + b] += g * g * v;
                    joint[a * p + b] += g * v;
                }
            }
        });
        for (var a = 0; a < p; a++)
            for (var b = 0; b < a; b++) (own[b * p + a], joint[b * p + a]) = (own[a * p + b], joint[a * p + b]);
        // Information on the drift that is left once the coefficients are fitted too.
        var left = new double[p * p];
        for (var a = 0; a < p; a++)
            for (var b = 0; b < p; b++)
            {
                var told = 0.0;
                for (var c = 0; c < p; c++)
                    for (var d = 0; d < p; d++) told += joint[a * p + c] * fit.Inverse[c * p + d] * joint[d * p + b];
                left[a * p + b] = own[a * p + b] - told;
            }
        var tests = design.Names.Select((name, a) =>
        {
            var known = left[a * p + a] > 1e-12 * (own[a * p + a] + 1e-300);
            var chi = known ? slope[a] * slope[a] / left[a * p + a] : 0;
            return new DriftTest(name, chi, Tail.ChiSquare(chi, 1), known ? slope[a] / left[a * p + a] / design.Scales[a] : 0);
        }).ToArray();
        var (all, rank) = QuadraticForm.Of(slope, left);
        return new(scale, tests, new(all, rank, null, rank == 0 ? 1 : Tail.ChiSquare(all, rank), all / design.Rows.N));
    }

    static Func<double, double> Clock(CoxDesign design, TimeScale scale)
    {
        if (scale == TimeScale.Identity) return t => t;
        if (scale == TimeScale.Log)
        {
            if (Enumerable.Range(0, design.Rows.N).Any(i => design.Rows.Event[i] && design.Rows.Exit[i] <= 0))
                throw new DataRefused(DataFault.OutOfRange, $"Somebody left at 0 of {design.Rows.Columns.Duration}, which has no logarithm: test on another scale of time.", design.Rows.Columns.Duration);
            return Math.Log;
        }
        // Of rows whatever their weights, as cox.zph.
        var (risk, gone, survival) = (RiskTable.Of(design.Rows.Unweighted()), new Dictionary<double, double>(), 1.0);
        for (var k = 0; k < risk.Times.Length; k++)
        {
            gone[risk.Times[k]] = 1 - survival;
            if (risk.Events[k] > 0) survival *= 1 - risk.Events[k] / risk.AtRisk[k];
        }
        return t => gone[t];
    }
}
