using Regard.Organisation;
using Regard.Statistics;
using Regard.Surveys;
namespace Regard.Measures;

/// <summary>One number of a unit over the frozen waves, held against its own usual ups and downs: signal or noise.</summary>
public sealed record ShowControlChart(Id<Wave> WaveId, Id<Unit>? UnitId = null, string? MeasureCode = null) : Question<ControlView>
{
    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<ControlView> Run(Session s)
    {
        var wave = await MeasuredWaveStore.Load(s, WaveId);
        var sight = new Sight(s, wave);
        var (unit, m) = (sight.Find(UnitId), wave.Measures);
        IReadOnlyList<Measure> measures = [.. m.Nodes.Select(n => m.Of(n)).Concat([Measure.Csat, Measure.Nps, Measure.Ces, Measure.Rater, Measure.Delivered]).Where(x => x.Kind != MeasureKind.Indicator && m.All.Contains(x))];
        if (measures.Count == 0) throw new NotFound("The form of this wave measures nothing of its indicator tree.");
        var measure = string.IsNullOrEmpty(MeasureCode) ? measures[0] : Measure.Parse(MeasureCode) is { } asked && measures.Contains(asked) ? asked : throw new NotFound("There is no such number in this wave.");
        var view = new ControlView
        {
            At = Standpoint.Of(wave, sight, unit), Measure = measure, Measures = [.. measures.Select(x => new MeasureLabel(x, m.Nodes.FirstOrDefault(n => m.Of(n) == x)?.Names))],
        };
        return Charted(view, await ListCourse.Of(s, wave.Wave, unit.Id, measure));
    }

    static ControlView Charted(ControlView view, List<CoursePoint> course)
    {
        var given = course.Where(p => p.Figure.Given).ToList();
        if (given.Count < XmrChart.Fewest) return view with { Reason = Words.Of("A control chart needs at least {0} frozen waves; there are {1}.", XmrChart.Fewest, given.Count) };
        double[] values = [.. given.Select(p => p.Figure.Value!.Value)];
        try
        {
            var (chart, smooth) = (XmrChart.Of(values), EwmaChart.Of(values));
            return view with
            {
                Centre = chart.Centre, Sigma = chart.Sigma,
                Points = [.. given.Select((p, i) => new ControlPoint(p.Wave, p.Figure, chart.Points[i].Lower, chart.Points[i].Upper, smooth.Points[i].Value,
                    [.. chart.Points[i].Signals.Concat(i > 0 ? chart.Ranges[i - 1].Signals : []).Distinct()], smooth.Points[i].Signals.Count > 0))],
            };
        }
        catch (DataRefused refused) { return view with { Reason = AnalysisRefusal.Said(refused) }; }
    }
}

public sealed record ControlView
{
    public required Standpoint At { get; init; }
    public required Measure Measure { get; init; }
    public required IReadOnlyList<MeasureLabel> Measures { get; init; }
    /// <summary>Why there is no chart; null when there is.</summary>
    public Words? Reason { get; init; }
    public double Centre { get; init; }
    /// <summary>Of the usual ups and downs from wave to wave.</summary>
    public double Sigma { get; init; }
    public IReadOnlyList<ControlPoint> Points { get; init; } = [];
}

/// <param name="Names">Of the indicator; null for what stands outside the tree.</param>
public sealed record MeasureLabel(Measure Measure, Text? Names);

/// <param name="Lower">Limit: the centre less three sigma.</param>
/// <param name="Upper">Limit: the centre and three sigma.</param>
/// <param name="Smoothed">Exponentially weighted mean of this and the earlier waves.</param>
/// <param name="HasShifted">The smoothed course is outside its own limits: a small lasting change.</param>
public sealed record ControlPoint(WaveLabel Wave, Figure Figure, double Lower, double Upper, double Smoothed, IReadOnlyList<ChartRule> Signals, bool HasShifted);
