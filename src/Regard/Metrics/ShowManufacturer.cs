using Regard.Organisation;
namespace Regard.Metrics;

/// <summary>The items of the manufacturer's score at a unit, the weakest first, each beside what one's own customers say of the indicator it stands for.</summary>
public sealed record ShowManufacturer(Id<Unit>? UnitId = null) : Question<ManufacturerView>
{
    const int Periods = 24;

    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<ManufacturerView> Run(Session s)
    {
        var sight = await MetricSight.Of(s, UnitId);
        var wave = await WaveScores.Last(s);
        var own = wave is null ? [] : (await WaveScores.All(s, wave.Id, [sight.Unit.Id])).ToDictionary(r => r.Measure);
        var names = wave is null ? [] : (await WaveScores.Nodes(s, wave)).ToDictionary(n => n.Code[(n.Code.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        var items = new List<ManufacturerItem>();
        foreach (var series in (await SeriesStore.All(s)).Where(x => x.Kind == SeriesKind.Manufacturer))
        {
            var course = await ListSeries.Course(s, sight, series, Periods);
            var node = series.IndicatorCode is { } code && names.TryGetValue(code, out var found) ? found : null;
            var score = node is null ? null : own.GetValueOrDefault(node.Code);
            items.Add(new(series, course, node?.Names, score is null ? null : new(score.Day, score.Value, score.Lower, score.Upper, score.N, 1)));
        }
        return new()
        {
            Place = sight.Place, Wave = wave?.Name,
            Items = [.. items.OrderBy(i => i.Newest is null).ThenBy(i => i.Worth).ThenBy(i => i.Series.Code, StringComparer.Ordinal)],
            MayEdit = s.Caller.May(Permission.EditMetrics), MayDefine = s.Caller.May(Permission.EditMetrics) && await WholeCompany.Is(s, Permission.EditMetrics),
        };
    }
}

public sealed record ManufacturerView
{
    public required MetricPlace Place { get; init; }
    /// <summary>The wave of one's own customers; null before the first.</summary>
    public string? Wave { get; init; }
    public required IReadOnlyList<ManufacturerItem> Items { get; init; }
    public required bool MayEdit { get; init; }
    public required bool MayDefine { get; init; }
}

/// <param name="Names">Of the indicator it stands for; null when it stands for none.</param>
/// <param name="Own">What one's own customers say of that indicator.</param>
public sealed record ManufacturerItem(Series Series, IReadOnlyList<SeriesValue> Course, Text? Names, SeriesValue? Own)
{
    public SeriesValue? Newest => Course.Count > 0 ? Course[^1] : null;
    /// <summary>Against the value a year before; null where there was none.</summary>
    public double? Change => Newest is { } now && Course.FirstOrDefault(v => v.Day == Series.Granularity.Begin(now.Day.AddYears(-1))) is { } before ? now.Value - before.Value : null;
    /// <summary>By what items of one score are ranked.</summary>
    internal double Worth => Newest is not { } v ? 0 : Series.Level(v.Value) ?? (Series.HigherIsBetter ? v.Value : -v.Value);
}
