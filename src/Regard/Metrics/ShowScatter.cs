using Regard.Measures;
using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Metrics;

/// <summary>A measured series against what customers say, store by store: speed by the clock against speed as felt, staff turnover against satisfaction.</summary>
/// <param name="Code">The series; null for the first one that is measured in stores.</param>
/// <param name="MeasureCode">Of the customers' last wave; null for responsiveness where it is asked, else the index.</param>
public sealed record ShowScatter(string? Code = null, string? MeasureCode = null, Id<Unit>? UnitId = null) : Question<ScatterView>
{
    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<ScatterView> Run(Session s)
    {
        var sight = await MetricSight.Of(s, UnitId);
        IReadOnlyList<Series> all = [.. (await SeriesStore.All(s)).Where(x => x.Kind is not (SeriesKind.Outside or SeriesKind.Competitor))];
        var series = string.IsNullOrEmpty(Code) ? all.FirstOrDefault(x => x.IndicatorCode?.StartsWith("RES", StringComparison.Ordinal) == true) ?? all.FirstOrDefault() : await SeriesStore.One(s, Code);
        var wave = await WaveScores.Last(s);
        var view = new ScatterView { Place = sight.Place, Series = series, Choices = all, Wave = wave?.Name };
        if (series is null || wave is null) return view;
        var leaves = sight.Tree.Under(sight.Unit.Id).Where(u => sight.Tree.IsLeaf(u.Id)).ToList();
        var scores = await WaveScores.All(s, wave.Id, leaves.Select(u => u.Id));
        IReadOnlyList<NamedCode> measures = [.. (await WaveScores.Nodes(s, wave)).Where(n => scores.Any(r => r.Measure == n.Code))];
        var measure = measures.Any(m => m.Code == MeasureCode) ? MeasureCode! : (measures.FirstOrDefault(m => m.Code == "dimension:RES") ?? measures.FirstOrDefault())?.Code ?? "index";
        // What was measured in the year before the wave closed.
        async Task<ILookup<Id<Unit>, SeriesPoint>> Year(Series of) => (await SeriesStore.Points(s, of.Code, leaves.Select(u => u.Id), wave.ClosesOn.AddYears(-1))).Where(p => p.Day <= wave.ClosesOn).ToLookup(p => p.UnitId);
        var points = await Year(series);
        var said = scores.Where(r => r.Measure == measure).ToDictionary(r => r.UnitId);
        var drivers = new List<MeasuredDriver>();
        foreach (var one in all)
        {
            var year = await Year(one);
            drivers.Add(new(one, LaggedLink.OverUnits([.. leaves.Where(u => said.ContainsKey(u.Id) && year[u.Id].Any()).Select(u => (year[u.Id].Average(p => p.Value), said[u.Id].Value))]).Correlation));
        }
        IReadOnlyList<ScatterPoint> shown = [.. leaves.Where(u => said.ContainsKey(u.Id) && points[u.Id].Any())
            .Select(u => new ScatterPoint(UnitLabel.Of(u), points[u.Id].Average(p => p.Value), points[u.Id].Count(), said[u.Id].Value, said[u.Id].Lower, said[u.Id].Upper, said[u.Id].N ?? 0))];
        var (correlation, slope) = LaggedLink.OverUnits([.. shown.Select(p => (p.Measured, p.Said))]);
        return view with { Measures = measures, Measure = measure, Points = shown, Correlation = correlation, Slope = slope, Drivers = [.. drivers.OrderByDescending(d => Math.Abs(d.Correlation.Value ?? 0))] };
    }
}

public sealed record ScatterView
{
    public required MetricPlace Place { get; init; }
    public Series? Series { get; init; }
    public required IReadOnlyList<Series> Choices { get; init; }
    public string? Wave { get; init; }
    public IReadOnlyList<NamedCode> Measures { get; init; } = [];
    public string Measure { get; init; } = "index";
    public IReadOnlyList<ScatterPoint> Points { get; init; } = [];
    /// <summary>Over the stores; withheld under five.</summary>
    public Estimate Correlation { get; init; } = Estimate.Withhold(Withholding.Unmeasured, 0);
    /// <summary>Every series against the same measure, the clearest first.</summary>
    public IReadOnlyList<MeasuredDriver> Drivers { get; init; } = [];
    /// <summary>Of what is said on what is measured.</summary>
    public Estimate Slope { get; init; } = Estimate.Withhold(Withholding.Unmeasured, 0);
}

/// <summary>A measured series against what customers say, over stores.</summary>
public sealed record MeasuredDriver(Series Series, Estimate Correlation);

/// <param name="Measured">Mean of the periods in the year before the wave closed.</param>
/// <param name="N">Answers behind what is said.</param>
public sealed record ScatterPoint(UnitLabel Unit, double Measured, int Periods, double Said, double? Lower, double? Upper, long N);
