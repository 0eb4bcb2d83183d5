namespace Regard.Statistics;

/// <summary>Reads a solution as the records of a fit.</summary>
static class FitReading
{
    public static FittedConstruct[] Constructs(PathFit fit) => [.. Enumerable.Range(0, fit.Plan.Constructs).Select(k => Construct(fit, k))];

    static FittedConstruct Construct(PathFit fit, int k)
    {
        var (plan, solved, construct) = (fit.Plan, fit.Solved, fit.Model.Constructs[k]);
        var (first, last, reflective) = (plan.First[k], plan.First[k + 1] - 1, !plan.Formative[k]);
        var loadings = solved.Loadings.AsSpan(first, plan.Size(k));
        var ave = 0.0;
        foreach (var l in loadings) ave += l * l / loadings.Length;
        double? r2 = plan.Sources[k].Length > 0 ? solved.R2[k] : null;
        return new()
        {
            Name = construct.Name, Mode = construct.Mode,
            Alpha = reflective ? Reliability.Alpha((i, j) => solved.R[i * PathSolver.Stride(plan.Items) + j], first, last) : null,
            AlphaRaw = reflective ? Reliability.Alpha((i, j) => fit.Covariances.Covariance(i, j) * fit.ItemScores.Sign(i) * fit.ItemScores.Sign(j), first, last) : null,
            RhoA = reflective && first < last ? solved.Reliabilities[k] : null,
            RhoC = reflective ? Reliability.RhoC(loadings) : null,
            Ave = ave, R2 = r2,
            R2Adjusted = 1 - (1 - r2) * (fit.Covariances.N - 1.0) / (fit.Covariances.N - plan.Sources[k].Length - 1),
            Score = fit.ItemScores.Score(k),
            ScoreDeviation = fit.ItemScores.Known(k) ? Math.Abs(fit.ItemScores.Sizes[k]) : null,
        };
    }

    public static FittedItem[] Items(PathFit fit)
    {
        var (plan, solved, stride) = (fit.Plan, fit.Solved, PathSolver.Stride(fit.Plan.Items));
        return [.. Enumerable.Range(0, plan.Constructs).SelectMany(k => Enumerable.Range(plan.First[k], plan.Size(k)).Select(i => new FittedItem
        {
            Name = fit.Model.Items[i], Construct = fit.Model.Constructs[k].Name,
            Weight = solved.Weights[i], ScoreWeight = fit.ItemScores.Weights[i],
            Loading = solved.Loadings[i], Communality = solved.Loadings[i] * solved.Loadings[i],
            CrossLoadings = [.. Enumerable.Range(0, plan.Constructs).Select(l => solved.Cross[l * stride + i])],
            Score = fit.ItemScores.Mean(i),
        }))];
    }

    public static FittedPath[] Paths(PathFit fit)
    {
        var (plan, n) = (fit.Plan, fit.Plan.Constructs);
        return [.. plan.Paths.Select((path, i) =>
        {
            var (from, to) = path;
            int[] others = [.. plan.Sources[to].Where(s => s != from)];
            var (all, without) = (fit.Solved.R2[to], Explained(fit.Solved.Correlations, n, others, to));
            double? f2 = all < 1 ? (all - without) / (1 - all) : null;
            return new FittedPath(fit.Model.Paths[i].From, fit.Model.Paths[i].To, fit.Solved.Direct[from * n + to], f2, 1 / (1 - Explained(fit.Solved.Correlations, n, others, from)));
        })];
    }

    // Squared multiple correlation of one construct with some others.
    static double Explained(double[] correlations, int n, int[] sources, int target)
    {
        var (matrix, b, r2) = (new double[sources.Length * sources.Length], new double[sources.Length], 0.0);
        for (var s = 0; s < sources.Length; s++)
        {
            b[s] = correlations[sources[s] * n + target];
            for (var t = 0; t < sources.Length; t++) matrix[s * sources.Length + t] = correlations[sources[s] * n + sources[t]];
        }
        SmallCholesky.Factor(matrix, sources.Length);
        SmallCholesky.Solve(matrix, sources.Length, b);
        for (var s = 0; s < sources.Length; s++) r2 += b[s] * correlations[sources[s] * n + target];
        return r2;
    }

    public static PathEffect[] Effects(PathFit fit) =>
    [
        .. fit.Plan.Effects.Select(e => new PathEffect(
            fit.Model.Constructs[e.From].Name, fit.Model.Constructs[e.To].Name,
            fit.Solved.Direct[e.From * fit.Plan.Constructs + e.To], fit.Solved.Total[e.From * fit.Plan.Constructs + e.To])),
    ];

    public static HeterotraitRatio[] Heterotrait(PathFit fit)
    {
        var ratios = new double[fit.Plan.Pairs.Length];
        HeterotraitRatios.Fill(fit.Plan, fit.Solved.R, new double[fit.Plan.Constructs], ratios);
        return [.. fit.Plan.Pairs.Select((p, i) => new HeterotraitRatio(fit.Model.Constructs[p.A].Name, fit.Model.Constructs[p.B].Name, double.IsFinite(ratios[i]) ? ratios[i] : null))];
    }

    public static FornellLarcker[] Criterion(PathFit fit) =>
    [
        .. Enumerable.Range(0, fit.Plan.Constructs).Where(k => !fit.Plan.Formative[k]).Select(k =>
        {
            double Size(int l) => Math.Abs(fit.Solved.Correlations[k * fit.Plan.Constructs + l]);
            var nearest = Enumerable.Range(0, fit.Plan.Constructs).Where(l => l != k).MaxBy(Size);
            return new FornellLarcker(fit.Model.Constructs[k].Name, Math.Sqrt(fit.Constructs[k].Ave), fit.Model.Constructs[nearest].Name, Size(nearest));
        }),
    ];

    public static double? GoodnessOfFit(PathFit fit)
    {
        var several = fit.Items.Where(i => fit.Plan.Size(fit.Place(i.Construct)) > 1).ToArray();
        return several.Length == 0 ? null : Math.Sqrt(several.Average(i => i.Communality) * fit.Constructs.Average(c => c.R2)!.Value);
    }
}
