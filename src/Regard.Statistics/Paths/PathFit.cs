namespace Regard.Statistics;

/// <summary>A fitted path model.</summary>
public sealed class PathFit
{
    internal readonly PathPlan Plan;
    internal readonly PathSolver Solved;
    internal readonly ItemScores ItemScores;

    internal PathFit(PathPlan plan, PathOptions options, CovarianceMatrix covariances, PathSolver solved)
    {
        (Plan, Options, Covariances, Solved) = (plan, options, covariances, solved);
        (Converged, Iterations) = (solved.Converged, solved.Iterations);
        ItemScores = new(this);
        Constructs = FitReading.Constructs(this);
        Items = FitReading.Items(this);
        Paths = FitReading.Paths(this);
        Effects = FitReading.Effects(this);
        Heterotrait = FitReading.Heterotrait(this);
        FornellLarcker = FitReading.Criterion(this);
        Srmr = ImpliedCorrelations.Srmr(plan, solved, saturated: false);
        SrmrSaturated = ImpliedCorrelations.Srmr(plan, solved, saturated: true);
        GoodnessOfFit = FitReading.GoodnessOfFit(this);
    }

    /// <summary>What was fitted.</summary>
    public PathModel Model => Plan.Model;

    /// <summary>How.</summary>
    public PathOptions Options { get; }

    /// <summary>To what: n, what became of missing answers, means and covariances of the items.</summary>
    public CovarianceMatrix Covariances { get; }

    /// <summary>Answers that lie off their item's scale, by item; they count as they are, so that a row may score under 0 or over 100.</summary>
    public IReadOnlyDictionary<string, long> OffScale { get; internal init; } = new Dictionary<string, long>();

    /// <summary>False when the weights had not settled by the most iterations; the numbers are then those of the last.</summary>
    public bool Converged { get; }

    /// <summary>Iterations taken.</summary>
    public int Iterations { get; }

    /// <summary>In the order of the model.</summary>
    public IReadOnlyList<FittedConstruct> Constructs { get; }

    /// <summary>In the order of the model's items.</summary>
    public IReadOnlyList<FittedItem> Items { get; }

    /// <summary>In the order of the model.</summary>
    public IReadOnlyList<FittedPath> Paths { get; }

    /// <summary>Of every pair that a way leads between.</summary>
    public IReadOnlyList<PathEffect> Effects { get; }

    /// <summary>Of every pair of reflective constructs.</summary>
    public IReadOnlyList<HeterotraitRatio> Heterotrait { get; }

    /// <summary>Of every reflective construct.</summary>
    public IReadOnlyList<FornellLarcker> FornellLarcker { get; }

    /// <summary>Standardised root mean square residual of the correlations that the model implies; under 0.08 is good.</summary>
    /// <remarks>Henseler et al. (2014), Organizational Research Methods 17, 182-209. Reflective blocks as common factors.</remarks>
    public double Srmr { get; }

    /// <summary>The same with constructs correlating as they do: what is amiss is in the measurement.</summary>
    public double SrmrSaturated { get; }

    /// <summary>Root of mean communality (constructs of several items) times mean R2, 0 to 1; null when all are single items.</summary>
    /// <remarks>Tenenhaus et al. (2005), CSDA 48, 159-205. A summary, not a test.</remarks>
    public double? GoodnessOfFit { get; }

    /// <summary>A construct by name.</summary>
    /// <exception cref="DataRefused">There is none.</exception>
    public FittedConstruct this[string construct] => Constructs[Place(construct)];

    /// <summary>The path between two constructs.</summary>
    /// <exception cref="DataRefused">There is none.</exception>
    public FittedPath Path(string from, string to) =>
        Paths.FirstOrDefault(p => p.From == from && p.To == to) ?? throw new DataRefused(DataFault.BadSpecification, $"There is no path from {from} to {to}.", from, to);

    /// <summary>Correlation of two constructs, -1 to 1; corrected under consistent PLS.</summary>
    /// <exception cref="DataRefused">There is no such construct.</exception>
    public double Correlation(string a, string b) => Solved.Correlations[Place(a) * Plan.Constructs + Place(b)];

    internal int Place(string construct)
    {
        for (var k = 0; k < Plan.Constructs; k++)
            if (Model.Constructs[k].Name == construct) return k;
        throw new DataRefused(DataFault.BadSpecification, $"There is no construct {construct}.", construct);
    }
}
