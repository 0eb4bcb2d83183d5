using MathNet.Numerics.Distributions;
using Regard.Measures;
using Regard.Organisation;
using Regard.Standards;
using Regard.Statistics;
namespace Regard.Metrics;

/// <summary>The four natures of service by unit: timeliness, accuracy and reliability from what customers say and what is measured, consistency from how much the level differs from one encounter to the next.</summary>
public sealed record ShowNatures(Id<Unit>? UnitId = null) : Question<NaturesView>
{
    /// <summary>Encounters of one indicator that a spread needs.</summary>
    const int FewestEncounters = 5;

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
        var groups = encounters.Where(e => below.Contains(e.UnitId)).SelectMany(e => e.Delivered.GroupBy(d => d.IndicatorCode).Select(d => (d.Key, Level: d.Average(x => x.Level))))
            .GroupBy(d => d.Key).Select(g => g.Select(d => d.Level).ToList()).Where(g => g.Count >= FewestEncounters).ToList();
        var (squares, free) = (groups.Sum(g => g.Average() is var mean ? g.Sum(l => (l - mean) * (l - mean)) : 0), groups.Sum(g => g.Count - 1));
        yield return new("encounters", null, free == 0 ? Estimate.Withhold(Withholding.TooFew, 0) : Spread(Math.Sqrt(squares / free), free, groups.Sum(g => g.Count)));
        // The error of a mean of n answers tells how far single answers lie apart.
        yield return new("answers", null, scores.TryGetValue((unit, "index"), out var r) && r is { StandardError: { } error, EffectiveN: { } n } && n > FewestEncounters ? Spread(error * Math.Sqrt(n), n - 1, r.N ?? 0) : Estimate.Withhold(Withholding.Unmeasured, 0));
    }

    /// <summary>100 when all are alike, 0 when half of them are worth 0 and half 100; interval of a standard deviation by chi-square.</summary>
    static Estimate Spread(double deviation, double free, long n)
    {
        double Score(double d) => Math.Clamp(100 - 2 * d, 0, 100);
        double Bound(double p) => deviation * Math.Sqrt(free / ChiSquared.InvCDF(free, p));
        return Estimate.Between(Score(deviation), 2 * deviation / Math.Sqrt(2 * free), Math.Min(Score(deviation), Score(Bound(0.025))), Math.Max(Score(deviation), Score(Bound(0.975))), n);
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
    internal static NatureScore Of(Nature nature, IReadOnlyList<NatureSource> sources)
    {
        var given = sources.Where(x => !x.Score.Withheld).Select(x => x.Score).ToList();
        return new(nature, given.Count == 0 ? Estimate.Withhold(Withholding.Unmeasured, 0)
            : Estimate.Between(given.Average(e => e.Value!.Value), given.Average(e => e.StandardError!.Value), given.Average(e => e.Lower!.Value), given.Average(e => e.Upper!.Value), given.Min(e => e.N)), sources);
    }
}
