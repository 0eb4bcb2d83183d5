using Regard.Surveys;
namespace Regard.Measures;

/// <summary>All numbers of a wave that the caller may see, a row each, to take elsewhere.</summary>
public sealed record ListResults(Id<Wave> WaveId) : Question<ResultsView>
{
    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<ResultsView> Run(Session s)
    {
        var wave = await MeasuredWaveStore.Load(s, WaveId);
        var units = new Sight(s, wave).All.ToList();
        if (units.Count == 0) throw new NotFound("There is no such wave.");
        var figures = await FigureStore.Of(s, wave, wave.Measures.All);
        return new()
        {
            Wave = WaveLabel.Of(wave.Wave), FormVersion = wave.FormNumber, TreeVersion = wave.TreeNumber, Fingerprint = wave.Wave.Fingerprint,
            Rows = [.. from unit in units from measure in wave.Measures.All select new ResultRow(UnitLabel.Of(unit), measure, figures[unit.Id, measure])],
        };
    }
}

public sealed record ResultsView
{
    public required WaveLabel Wave { get; init; }
    public required long FormVersion { get; init; }
    public required long TreeVersion { get; init; }
    public string? Fingerprint { get; init; }
    public required IReadOnlyList<ResultRow> Rows { get; init; }
}

public sealed record ResultRow(UnitLabel Unit, Measure Measure, Figure Figure);
