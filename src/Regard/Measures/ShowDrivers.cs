using Regard.Indicators;
using Regard.Organisation;
using Regard.Statistics;
using Regard.Surveys;
namespace Regard.Measures;

/// <summary>What drives satisfaction in a unit, and how well each driver does: read from cells, so that a million answers cost what ten thousand do.</summary>
/// <param name="Node">Whose parts are the drivers; the index, so its dimensions, when left out.</param>
public sealed record ShowDrivers(Id<Wave> WaveId, Id<Unit>? UnitId = null, string? Node = null) : Question<DriversView>
{
    const int Resamples = 1000, Seed = 1;

    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<DriversView> Run(Session s)
    {
        var wave = await MeasuredWaveStore.Load(s, WaveId);
        var sight = new Sight(s, wave);
        var (unit, m) = (sight.Find(UnitId), wave.Measures);
        var parents = m.Nodes.Where(n => Parts(m, n).Count > 1).ToList();
        var node = Node is null ? parents.FirstOrDefault() : parents.FirstOrDefault(n => n.Code == Node) ?? throw new NotFound("There is no such indicator in this wave.");
        var view = new DriversView { At = Standpoint.Of(wave, sight, unit), Nodes = [.. parents.Select(n => NodeLabel.Of(m, n))], Node = node is null ? null : NodeLabel.Of(m, node) };
        if (node is null || Outcome(m) is not { } outcome) return view with { Reason = Words.Of("Drivers need a question about overall satisfaction (or recommendation) and at least two indicators beside it.") };
        view = view with { Outcome = outcome.Title, OutcomeMeasure = Measure.Item(outcome.Slot.Key).Code };
        if (await UnitMoments.Of(s, wave, unit) is not { } moments) return view with { Reason = AnalysisRefusal.Withheld };
        try { return Filled(view, m, Parts(m, node), outcome, moments, await Figures(s, wave, Parts(m, node)), unit.Id); }
        catch (DataRefused refused) { return view with { Reason = AnalysisRefusal.Said(refused) }; }
    }

    static List<Indicator> Parts(WaveMeasures m, Indicator node) => [.. m.Below(node).Where(n => m.All.Contains(m.Of(n)))];

    /// <summary>Overall satisfaction; where it is not asked, the recommendation.</summary>
    static AskedSlot? Outcome(WaveMeasures m) => m.Asked.FirstOrDefault(a => a.Slot.Part == Part.Overall) ?? m.Asked.FirstOrDefault(a => a.Slot.Part == Part.Recommendation);

    static Task<WaveFigures> Figures(Session s, MeasuredWave wave, List<Indicator> parts) =>
        FigureStore.Of(s, wave, [.. parts.SelectMany(n => new[] { wave.Measures.Of(n), wave.Measures.Of(n, Aspect.Importance) })]);

    static DriversView Filled(DriversView view, WaveMeasures m, List<Indicator> parts, AskedSlot outcome, Moments moments, WaveFigures figures, Id<Unit> unit)
    {
        IReadOnlyList<Measure> measures = [.. parts.Select(n => m.Of(n)), Measure.Item(outcome.Slot.Key)];
        var analysis = DriverAnalysis.Fit(m.Covariances(moments, measures), measures[^1].Code, [.. measures.SkipLast(1).Select(x => x.Code)], new() { Resamples = Resamples, Draws = Draws.Seeded(Seed) });
        var performances = parts.Select(n => figures[unit, m.Of(n)]).ToList();
        double importance = analysis.Drivers.Average(d => d.LmgShare.Value ?? 0), performance = performances.Where(f => f.Given).Select(f => f.Value!.Value).DefaultIfEmpty().Average();
        return view with
        {
            N = analysis.Regression.N, Explained = Figure.Of(analysis.R2, 0), ImportanceCross = importance, PerformanceCross = performance,
            Rows = [.. parts.Zip(analysis.Drivers, (node, d) =>
            {
                var (share, done) = (Figure.Of(d.LmgShare, 0), figures[unit, m.Of(node)]);
                return new DriverRow
                {
                    Node = NodeLabel.Of(m, node), Share = share, Slope = Figure.Of(d.Coefficient.Slope, 0), Beta = d.Coefficient.Beta ?? 0, Correlation = Figure.Of(d.Correlation.R, 0), Vif = d.Coefficient.Vif ?? 1,
                    RelativeWeight = Figure.Of(d.RelativeWeightShare, 0), Rank = d.Rank, RankLower = d.RankLower, RankUpper = d.RankUpper,
                    Performance = done, Stated = figures[unit, m.Of(node, Aspect.Importance)],
                    Quadrant = share.Given && done.Given ? ImportancePerformance.Place(share.Value >= importance, done.Value >= performance) : null,
                    IsSure = Clear(share, importance) && Clear(done, performance),
                };
            }).OrderBy(r => r.Rank)],
        };
    }

    static bool Clear(Figure figure, double line) => figure.Given && (figure.Lower > line || figure.Upper < line);
}
