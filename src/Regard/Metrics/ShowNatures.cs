using Regard.Measures;
using Regard.Organisation;
using Regard.Standards;
using Regard.Statistics;
namespace Regard.Metrics;

/// <summary>The four natures of service by unit: timeliness, accuracy and reliability from what customers say and what is measured, consistency from how much the level differs from one encounter to the next.</summary>
public sealed record ShowNatures(Id<Unit>? UnitId = null) : Question<NaturesView>
{
    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<NaturesView> Run(Session s)
    {
        var sight = await MetricSight.Of(s, UnitId);
        var settings = await MetricSettings.Of(s);
        var shown = sight.Tree.ChildrenOf(sight.Unit.Id).Prepend(sight.Unit).ToList();
        var wave = await WaveScores.Last(s);
        var (until, under) = (s.Today, sight.Under);
        var from = until.AddYears(-1);
        var scores = wave is null ? [] : (await WaveScores.All(s, wave.Id, shown.Select(u => u.Id))).ToDictionary(r => (r.UnitId, r.Measure));
        var names = wave is null ? [] : (await WaveScores.Nodes(s, wave)).ToDictionary(n => n.Code, n => n.Names);
        var series = (await SeriesStore.All(s)).ToDictionary(x => x.Code);
        var points = new Dictionary<string, List<SeriesPoint>>();
        foreach (var code in settings.Natures.Values.SelectMany(n => n.Series).Distinct().Where(series.ContainsKey)) points[code] = await SeriesStore.Points(s, code, under, from);
        var encounters = await new Encounters(from, until, under).Run(s);
        NatureScore Of(Unit unit, Nature nature)
        {
            var below = sight.Tree.Under(unit.Id).Select(u => u.Id).ToHashSet();
            if (nature == Nature.Consistency) return NatureScore.Of(nature, [.. Steady(unit.Id, below, encounters, scores)]);
            var sources = settings.Natures.GetValueOrDefault(nature) ?? new([], []);
            return NatureScore.Of(nature, [
                .. sources.Measures.Select(m => new NatureSource(m, null, scores.TryGetValue((unit.Id, m), out var r) && r is { StandardError: { } error } ? Estimate.Of(r.Value, error, null, r.N ?? 0) : Estimate.Withhold(Withholding.Unmeasured, 0), names.GetValueOrDefault(m))),
                .. sources.Series.Where(series.ContainsKey).Select(code => new NatureSource(code, series[code], LevelsOfSeries.Mean(Levels(series[code], points[code].Where(p => below.Contains(p.UnitId)))))),
            ]);
        }
        return new()
        {
            Place = sight.Place, Wave = wave?.Name, From = from, Until = until, Settings = settings,
            Rows = [.. shown.Select(u => new NatureRow(UnitLabel.Of(u), [.. Enum.GetValues<Nature>().Select(n => Of(u, n))]))],
            MayEdit = s.Caller.May(Permission.EditMetrics) && await WholeCompany.Is(s, Permission.EditMetrics),
        };
    }

    static List<IReadOnlyList<double>> Levels(Series series, IEnumerable<SeriesPoint> points) =>
        [.. points.GroupBy(p => p.UnitId).Select(g => (IReadOnlyList<double>)[.. g.Select(p => series.Level(p.Value)).OfType<double>()]).Where(l => l.Count > 0)];

    static IEnumerable<NatureSource> Steady(Id<Unit> unit, HashSet<Id<Unit>> below, IReadOnlyList<Encounter> encounters, Dictionary<(Id<Unit>, string), WaveScore> scores)
    {
        // Within one indicator: what differs between indicators is no matter of steadiness.
        yield return new("encounters", null, Consistency.Within(encounters.Where(e => below.Contains(e.UnitId)).SelectMany(e => e.Delivered.GroupBy(d => d.IndicatorCode).Select(d => (d.Key, Level: d.Average(x => x.Level)))).GroupBy(d => d.Key, d => d.Level)));
        yield return new("answers", null, scores.TryGetValue((unit, "index"), out var r) ? Consistency.OfAnswers(r.StandardError, r.EffectiveN, r.N ?? 0) : Estimate.Withhold(Withholding.Unmeasured, 0));
    }
}

public sealed record NaturesView
{
    public required MetricPlace Place { get; init; }
    public string? Wave { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly Until { get; init; }
    public required MetricSettings Settings { get; init; }
    public required IReadOnlyList<NatureRow> Rows { get; init; }
    public required bool MayEdit { get; init; }
}

public sealed record NatureRow(UnitLabel Unit, IReadOnlyList<NatureScore> Natures);

/// <param name="Name">A measure's or series' code; encounters or answers for what consistency is told by.</param>
/// <param name="Names">Of a customers' measure in the wave's indicator tree.</param>
public sealed record NatureSource(string Name, Series? Series, Estimate Score, Text? Names = null);

/// <param name="Score">Mean of its sources, 0 to 100; the interval is as wide as if they all erred together.</param>
public sealed record NatureScore(Nature Nature, Estimate Score, IReadOnlyList<NatureSource> Sources)
{
    internal static NatureScore Of(Nature nature, IReadOnlyList<NatureSource> sources) => new(nature, Consistency.Mean(sources.Select(x => x.Score)), sources);
}
