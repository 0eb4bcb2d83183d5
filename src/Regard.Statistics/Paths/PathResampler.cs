namespace Regard.Statistics;

/// <summary>Estimates a model on draws of units, in memory of its own: nothing is allocated by a draw.</summary>
sealed class PathResampler
{
    readonly PathPlan plan;
    readonly SumSource source;
    readonly PathSolver solver;
    readonly PathStatistics places;
    readonly ItemScores scores;
    readonly int stride;
    readonly double[] multiplicities, sums, means, deviations, within;

    public PathResampler(PathFit fit, SumSource source)
    {
        (plan, this.source, scores) = (fit.Plan, source, fit.ItemScores);
        solver = new(plan, fit.Options);
        places = new(plan);
        stride = PathSolver.Stride(plan.Items);
        multiplicities = new double[source.Padded];
        sums = new double[PathSolver.Stride(source.Layout.Length)];
        means = new double[plan.Items];
        deviations = new double[plan.Items];
        within = new double[plan.Constructs];
    }

    /// <summary>Units drawn with repetition. False when they admit no solution.</summary>
    public bool Draw(ReadOnlySpan<int> units, Span<double> statistics)
    {
        Array.Clear(multiplicities);
        foreach (var unit in units) multiplicities[unit]++;
        return Estimate(statistics);
    }

    /// <summary>All units but some that stand side by side.</summary>
    public bool Without(int from, int to, Span<double> statistics)
    {
        Array.Clear(multiplicities);
        multiplicities.AsSpan(0, source.Units).Fill(1);
        multiplicities.AsSpan(from, to - from).Clear();
        return Estimate(statistics);
    }

    bool Estimate(Span<double> statistics)
    {
        source.Sum(multiplicities, sums);
        if (PairCovariances.Fill(source.Layout, source.Missing, sums, source.Counts, means, solver.R, stride) >= 0) return false;
        PairCovariances.Standardise(plan.Items, solver.R, stride, deviations);
        Turn();
        if (!solver.Solve() || !solver.Converged) return false;
        Read(solver, plan, places, within, statistics);
        ReadScores(statistics);
        return true;
    }

    void Turn()
    {
        for (var i = 0; i < plan.Items; i++)
        {
            if (scores.Sign(i) > 0) continue;
            for (var j = 0; j < plan.Items; j++)
            {
                solver.R[i * stride + j] = -solver.R[i * stride + j];
                solver.R[j * stride + i] = -solver.R[j * stride + i];
            }
        }
    }

    /// <summary>Everything but the scores.</summary>
    public static void Read(PathSolver solver, PathPlan plan, PathStatistics places, double[] within, Span<double> into)
    {
        for (var i = 0; i < plan.Paths.Length; i++) into[i] = solver.Direct[plan.Paths[i].From * plan.Constructs + plan.Paths[i].To];
        for (var i = 0; i < plan.Effects.Length; i++) into[places.Effects + i] = solver.Total[plan.Effects[i].From * plan.Constructs + plan.Effects[i].To];
        solver.Weights.CopyTo(into[places.Weights..]);
        solver.Loadings.CopyTo(into[places.Loadings..]);
        solver.R2.CopyTo(into[places.R2..]);
        HeterotraitRatios.Fill(plan, solver.R, within, into.Slice(places.Heterotrait, plan.Pairs.Length));
    }

    void ReadScores(Span<double> into)
    {
        for (var k = 0; k < plan.Constructs; k++)
        {
            double weights = 0, sum = 0;
            for (var i = plan.First[k]; i < plan.First[k + 1]; i++)
            {
                var weight = solver.Weights[i] / (deviations[i] * Math.Abs(scores.Factors[i]));
                weights += weight;
                sum += weight * scores.Points(i, source.Pivots[i] + means[i]);
            }
            into[places.Scores + k] = sum / weights;
        }
    }
}
