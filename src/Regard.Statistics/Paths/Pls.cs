namespace Regard.Statistics;

/// <summary>Partial least squares path modelling: an index model's weights, loadings, paths and scores.</summary>
/// <remarks>
/// Wold (1982), in Systems under Indirect Observation II; Lohmöller (1989); consistent PLS: Dijkstra and Henseler (2015),
/// MIS Quarterly 39(2), 297-316. Depends on the data through means and covariances only.
/// </remarks>
public static class Pls
{
    /// <summary>Fits a model to rows.</summary>
    /// <param name="model">What acts on what.</param>
    /// <param name="answers">Holds every item of the model; other columns are of no account.</param>
    /// <param name="options">How to estimate; null for the path scheme without correction.</param>
    /// <param name="weights">Case weights, one a row; null for 1 each.</param>
    /// <param name="missing">What becomes of missing answers.</param>
    /// <exception cref="DataRefused">An item is missing or constant, too few rows, or no solution.</exception>
    public static PathFit Fit(PathModel model, Observations answers, PathOptions? options = null, IReadOnlyList<double>? weights = null, MissingAnswers missing = MissingAnswers.Casewise)
    {
        var items = answers.Select(model.Items);
        return Fit(model, CovarianceMatrix.Of(items, weights, missing), options, OffScale(model, items));
    }

    /// <summary>Fits a model to covariances, from whatever they come.</summary>
    /// <param name="model">What acts on what.</param>
    /// <param name="covariances">Holds every item of the model.</param>
    /// <param name="options">How to estimate; null for the path scheme without correction.</param>
    /// <exception cref="DataRefused">An item is missing, too few rows, or no solution.</exception>
    public static PathFit Fit(PathModel model, CovarianceMatrix covariances, PathOptions? options = null) => Fit(model, covariances, options, []);

    static PathFit Fit(PathModel model, CovarianceMatrix covariances, PathOptions? options, Dictionary<string, long> offScale)
    {
        var (plan, chosen) = (new PathPlan(model), covariances.Select(model.Items));
        CheckRows(plan, chosen.N);
        var solver = new PathSolver(plan, options ?? new());
        var stride = PathSolver.Stride(plan.Items);
        for (var j = 0; j < plan.Items; j++)
            for (var k = 0; k < plan.Items; k++) solver.R[j * stride + k] = chosen.Correlation(j, k) * Turn(model, chosen, j) * Turn(model, chosen, k);
        if (!solver.Solve()) throw Refusal(plan, solver);
        return new(plan, options ?? new(), chosen, solver) { OffScale = offScale };
    }

    /// <summary>The scale an item is read by: its cell's own, else the model's.</summary>
    internal static Scale? ScaleOf(PathModel model, CovarianceMatrix covariances, int item) => covariances.Scales[item] ?? model.ScaleOf(model.Items[item]);

    // An item whose scale is turned counts the other way round.
    static int Turn(PathModel model, CovarianceMatrix covariances, int item) => ScaleOf(model, covariances, item) is { Reversed: true } ? -1 : 1;

    internal static void CheckRows(PathPlan plan, long n)
    {
        var least = Math.Max(3, plan.MostSources + 2);
        for (var k = 0; k < plan.Constructs; k++)
            if (plan.Formative[k]) least = Math.Max(least, plan.Size(k) + 2);
        if (n < least) throw new DataRefused(DataFault.TooFewRows, $"{n} complete rows are too few: at least {least} are needed.");
    }

    static Dictionary<string, long> OffScale(PathModel model, Observations items)
    {
        var off = new Dictionary<string, long>();
        foreach (var item in items.Names)
        {
            if (model.ScaleOf(item) is not { } scale) continue;
            var count = 0L;
            foreach (var x in items[item])
                if (x < scale.From || x > scale.To) count++;
            if (count > 0) off[item] = count;
        }
        return off;
    }

    internal static DataRefused Refusal(PathPlan plan, PathSolver solver)
    {
        var construct = plan.Model.Constructs[solver.FailedAt];
        string[] sources = [.. plan.Sources[solver.FailedAt].Select(s => plan.Model.Constructs[s].Name)];
        return solver.Fault switch
        {
            PathFault.Items => new(DataFault.Collinear, $"The items of {construct.Name} ({string.Join(", ", construct.Items)}) determine one another: mode B cannot weigh them.", construct.Items),
            PathFault.Composite => new(DataFault.Collinear, $"The items of {construct.Name} ({string.Join(", ", construct.Items)}) cancel out.", construct.Items),
            PathFault.Sources => new(DataFault.Collinear, $"What acts on {construct.Name} ({string.Join(", ", sources)}) determines one another.", sources),
            PathFault.Unreliable => new(DataFault.BadSpecification, $"The items of {construct.Name} ({string.Join(", ", construct.Items)}) have no reliability in common: consistent PLS has no solution.", construct.Items),
            _ => new(DataFault.BadSpecification, $"Freed of their unreliability, the correlations of {construct.Name} with {string.Join(", ", sources)} cannot be: consistent PLS has no solution.", sources),
        };
    }
}
