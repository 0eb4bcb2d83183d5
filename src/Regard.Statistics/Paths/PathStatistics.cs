namespace Regard.Statistics;

/// <summary>Where the numbers of one resample stand: paths, total effects, weights, loadings, R2, HTMT, scores.</summary>
sealed class PathStatistics(PathPlan plan)
{
    public int Effects { get; } = plan.Paths.Length;
    public int Weights => Effects + plan.Effects.Length;
    public int Loadings => Weights + plan.Items;
    public int R2 => Loadings + plan.Items;
    public int Heterotrait => R2 + plan.Constructs;
    public int Scores => Heterotrait + plan.Pairs.Length;
    public int Count => Scores + plan.Constructs;
}
