using Regard.Measures;
using Regard.Statistics;
namespace Regard.Web.Report;

/// <summary>What an analyst sends of a path model fitted to a file: index, drivers, priorities, validity, what to do first.</summary>
public sealed record ModelReport
{
    public required string Name { get; init; }
    public required string FileName { get; init; }
    public required long N { get; init; }
    public required long LeftOut { get; init; }
    public required int Resamples { get; init; }
    public required bool Converged { get; init; }
    public required double Srmr { get; init; }
    public required IReadOnlyList<ModelConstruct> Constructs { get; init; }
    public required IReadOnlyList<ModelPath> Paths { get; init; }
    /// <summary>The construct that is to rise.</summary>
    public required string Target { get; init; }
    /// <summary>What acts on the target, the most important first.</summary>
    public required IReadOnlyList<Lever> Levers { get; init; }
    public required IReadOnlyList<HeterotraitRatio> Heterotrait { get; init; }

    /// <summary>Something that moves the target.</summary>
    /// <param name="Effect">Total standardised effect on the target.</param>
    /// <param name="Importance">Points of the target for a point of the construct.</param>
    /// <param name="IsFirst">More important than the mean of all, and performing below it.</param>
    public sealed record Lever(string Construct, ModelPath Effect, double Importance, Figure Performance, bool IsFirst);

    public ModelConstruct Of(string construct) => Constructs.First(c => c.Name == construct);

    /// <param name="drawn">The fit with its resamples.</param>
    /// <param name="fileName">Where the answers came from.</param>
    /// <param name="target">The construct that is to rise; the one most acts upon when null.</param>
    public static ModelReport Of(PathBootstrap drawn, string fileName, string? target)
    {
        var fit = drawn.Fit;
        var goal = target ?? fit.Model.Constructs.Select(c => c.Name).MaxBy(name => fit.Paths.Count(p => p.To == name))!;
        var constructs = ModelReading.Constructs(drawn, name => Title(fit.Model, name), item => Question(fit.Model, item));
        var map = ImportanceMap.Of(fit, goal);
        var (importance, performance) = (map.Constructs.Average(c => c.Importance), map.Constructs.Average(c => c.Performance ?? 0));
        return new()
        {
            Name = fit.Model.Name, FileName = fileName, N = fit.Covariances.N, LeftOut = fit.Covariances.LeftOut, Resamples = drawn.Resamples, Converged = fit.Converged, Srmr = fit.Srmr,
            Constructs = constructs, Paths = ModelReading.Paths(drawn), Target = goal, Heterotrait = fit.Heterotrait,
            Levers = [.. map.Constructs.Select(c => new Lever(c.Name, Total(drawn, c.Name, goal), c.Importance, constructs.First(x => x.Name == c.Name).Score, c.Importance >= importance && c.Performance < performance)).OrderByDescending(l => l.Effect.Value)],
        };
    }

    static ModelPath Total(PathBootstrap drawn, string from, string to)
    {
        var (i, effect) = drawn.Fit.Effects.Index().First(e => e.Item.From == from && e.Item.To == to);
        var interval = drawn.Effect(i);
        return new(from, to, effect.Total, interval.StandardError, interval.Percentile?.Lower, interval.Percentile?.Upper, null);
    }

    static Text Title(PathModel model, string construct) => model.Constructs.First(c => c.Name == construct).Titles is { Count: > 0 } titles ? new(titles.ToDictionary()) : Text.OneFor(Language.English, construct);
    static Text Question(PathModel model, string item) => model.Questions.TryGetValue(item, out var asked) ? new(asked.ToDictionary()) : Text.OneFor(Language.English, item);
}
