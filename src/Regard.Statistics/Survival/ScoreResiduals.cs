namespace Regard.Statistics;

/// <summary>What each row adds to the slope of the log partial likelihood at its optimum, and the robust errors that follow.</summary>
/// <remarks>Lin and Wei (1989); under Efron's ties the terms of Therneau and Grambsch (2000), section 4.6 and appendix.</remarks>
static class ScoreResiduals
{
    /// <summary>Covariance of the scaled coefficients; clusters where they are named.</summary>
    public static double[] Sandwich(CoxDesign design, double[] beta, double[] inverse)
    {
        var (p, rows, residuals) = (design.Covariates, design.Rows, Of(design, beta));
        var sums = new double[(1 + (rows.Cluster?.Max() ?? design.N)) * p];
        for (var place = 0; place < design.N; place++)
        {
            var row = design.Order[place];
            var cluster = rows.Cluster?[row] ?? row;
            for (var a = 0; a < p; a++) sums[cluster * p + a] += rows.Weight[row] * residuals[place * p + a];
        }
        var (errors, moved) = (new double[p * p], new double[p]);
        for (var cluster = 0; cluster < sums.Length; cluster += p)
        {
            for (var a = 0; a < p; a++)
            {
                moved[a] = 0;
                for (var b = 0; b < p; b++) moved[a] += inverse[a * p + b] * sums[cluster + b];
            }
            for (var a = 0; a < p; a++)
                for (var b = 0; b < p; b++) errors[a * p + b] += moved[a] * moved[b];
        }
        return errors;
    }

    /// <summary>Place by place, p numbers each.</summary>
    static double[] Of(CoxDesign design, double[] beta)
    {
        var (p, eta) = (design.Covariates, new double[design.N]);
        design.Predict(beta, eta);
        // At each time the hazard and the hazard times the mean; those who left are spared what fades of them among their ties.
        var times = new List<(int Stratum, double Time, double[] Sums)>();
        var residuals = new double[design.N * p];
        design.Walk(eta, false, set =>
        {
            var sums = new double[1 + p];
            sums[0] = set.A0;
            for (var a = 0; a < p; a++) sums[1 + a] = set.B0 * set.S1[a] - set.B1 * set.D1[a];
            foreach (var place in set.Left)
            {
                var r = Math.Exp(eta[place]);
                var x = design.X(place);
                for (var a = 0; a < p; a++)
                {
                    var mean = set.Expected(a) / (set.Weight * set.Left.Count);
                    var spared = set.A1 * x[a] - (set.B1 * set.S1[a] - set.B2 * set.D1[a]);
                    residuals[place * p + a] += x[a] - mean + r * spared;
                }
            }
            times.Add((set.Stratum, set.Time, sums));
        });
        var courses = times.GroupBy(t => t.Stratum).ToDictionary(g => g.Key, g => Course.Of([.. g.OrderBy(t => t.Time).Select(t => (t.Time, t.Sums))], p));
        for (var place = 0; place < design.N; place++)
        {
            var row = design.Order[place];
            if (!courses.TryGetValue(design.Rows.Stratum[row], out var course)) continue;
            var (from, to, r) = (course.At(design.Rows.Entry[row]), course.At(design.Rows.Exit[row]), Math.Exp(eta[place]));
            var x = design.X(place);
            for (var a = 0; a < p; a++) residuals[place * p + a] -= r * (x[a] * (to[0] - from[0]) - (to[1 + a] - from[1 + a]));
        }
        return residuals;
    }

    sealed record Course(double[] Times, double[][] Sums)
    {
        public static Course Of((double Time, double[] Sums)[] steps, int p)
        {
            var sums = new double[steps.Length + 1][];
            sums[0] = new double[1 + p];
            for (var k = 0; k < steps.Length; k++) sums[k + 1] = [.. sums[k].Zip(steps[k].Sums, (a, b) => a + b)];
            return new([.. steps.Select(s => s.Time)], sums);
        }

        public double[] At(double time) => Sums[Array.BinarySearch(Times, time) is >= 0 and var at ? at + 1 : ~Array.BinarySearch(Times, time)];
    }
}
