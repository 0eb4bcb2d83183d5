namespace Regard.Statistics;

/// <summary>Estimates a model on correlations drawn as normal samples have them.</summary>
sealed class NormalResampler
{
    readonly PathPlan plan;
    readonly PathSolver solver;
    readonly PathStatistics places;
    readonly WishartDraw wishart;
    readonly double[] within;

    NormalResampler(PathFit fit, double[] correlations)
    {
        (plan, solver, places) = (fit.Plan, new(fit.Plan, fit.Options), new(fit.Plan));
        wishart = new(correlations, fit.Covariances.EffectiveN - 1);
        within = new double[plan.Constructs];
    }

    public static BootstrapDistribution Run(PathFit fit, Draws draws, int resamples, int? threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 1);
        if (fit.Covariances.EffectiveN - 1 <= fit.Plan.Items) throw new DataRefused(DataFault.TooFewRows, $"{fit.Covariances.EffectiveN:0} answers are too few to draw from: more than {fit.Plan.Items + 1} are needed.");
        var (count, correlations) = (new PathStatistics(fit.Plan).Count, Correlations(fit));
        var (values, settled) = (new double[resamples * count], new bool[resamples]);
        Parallel.For(0, resamples, new ParallelOptions { MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount }, () => new NormalResampler(fit, correlations),
            (b, _, work) =>
            {
                settled[b] = work.Draw(draws.Of(b), values.AsSpan(b * count, count));
                return work;
            },
            _ => { });
        return new(count, values, settled);
    }

    bool Draw(DrawStream stream, Span<double> statistics)
    {
        if (!wishart.Draw(stream)) return false;
        var stride = PathSolver.Stride(plan.Items);
        for (var i = 0; i < plan.Items; i++) wishart.Correlations.AsSpan(i * plan.Items, plan.Items).CopyTo(solver.R.AsSpan(i * stride));
        if (!solver.Solve() || !solver.Converged) return false;
        PathResampler.Read(solver, plan, places, within, statistics);
        return true;
    }

    static double[] Correlations(PathFit fit)
    {
        var items = fit.Plan.Items;
        var correlations = new double[items * items];
        for (var i = 0; i < items; i++)
            for (var j = 0; j < items; j++) correlations[i * items + j] = i == j ? 1 : fit.Covariances.Correlation(i, j) * fit.ItemScores.Sign(i) * fit.ItemScores.Sign(j);
        return correlations;
    }
}
