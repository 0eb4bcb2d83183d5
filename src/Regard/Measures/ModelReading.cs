using Regard.Statistics;
namespace Regard.Measures;

/// <summary>A path model with its intervals, in the words of those who read it.</summary>
public static class ModelReading
{
    /// <param name="drawn">The fit with its resamples.</param>
    /// <param name="title">Of a construct.</param>
    /// <param name="question">Of an item.</param>
    public static IReadOnlyList<ModelConstruct> Constructs(PathBootstrap drawn, Func<string, Text> title, Func<string, Text> question) => [.. drawn.Fit.Constructs.Select((c, k) => new ModelConstruct
    {
        Name = c.Name, Title = title(c.Name), Score = c.Score is { } score ? Figure.Of(score, 0) : Figure.Without(Withheld.Unmeasured),
        R2 = c.R2, R2Lower = drawn.R2(k)?.Percentile?.Lower, R2Upper = drawn.R2(k)?.Percentile?.Upper,
        Alpha = c.Alpha, RhoA = c.RhoA, RhoC = c.RhoC, Ave = c.Ave,
        Items = [.. drawn.Fit.Items.Index().Where(i => i.Item.Construct == c.Name).Select(i => new ModelItem
        {
            Key = i.Item.Name, Title = question(i.Item.Name), Weight = i.Item.Weight, Loading = i.Item.Loading,
            LoadingLower = drawn.Loading(i.Index).Percentile?.Lower, LoadingUpper = drawn.Loading(i.Index).Percentile?.Upper,
        })],
    })];

    public static IReadOnlyList<ModelPath> Paths(PathBootstrap drawn) => [.. drawn.Fit.Paths.Select((p, i) =>
        new ModelPath(p.From, p.To, p.Value, drawn.Path(i).StandardError, drawn.Path(i).Percentile?.Lower, drawn.Path(i).Percentile?.Upper, p.F2))];
}
