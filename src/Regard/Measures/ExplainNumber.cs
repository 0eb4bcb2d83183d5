using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Measures;

/// <summary>Where a number comes from: its definition, what it is made up of, and which versions it was worked out by.</summary>
public sealed record ExplainNumber(Id<Wave> WaveId, Id<Unit> UnitId, string MeasureCode) : Question<NumberExplained>
{
    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<NumberExplained> Run(Session s)
    {
        var wave = await MeasuredWaveStore.Load(s, WaveId);
        var unit = new Sight(s, wave).Find(UnitId);
        if (Measure.Parse(MeasureCode) is not { } measure || !wave.Measures.All.Contains(measure)) throw new NotFound("There is no such number in this wave.");
        var parts = wave.Measures.Parts(measure).Values.ToList();
        var figures = await FigureStore.Of(s, wave, [measure, .. parts.Select(p => Measure.Item(p.Slot.Slot.Key))]);
        var folded = await s.Maybe<Folded>("select number as rows, folded_at from folds where wave_id = @WaveId", new { WaveId });
        return new()
        {
            Measure = measure, Definition = Definition.Of(measure), Of = Named(wave.Measures, measure),
            Wave = WaveLabel.Of(wave.Wave), Unit = UnitLabel.Of(unit), Figure = figures[unit.Id, measure],
            Parts = [.. parts.Select(p => new NumberPart(p.Slot.Slot.Key, p.Slot.Title, p.Slot.Slot.Part, p.Weight, figures[unit.Id, Measure.Item(p.Slot.Slot.Key)]))],
            FormVersionId = wave.Wave.FormVersionId, FormVersion = wave.FormNumber, FormHash = wave.FormHash, TreeVersion = wave.TreeNumber, TreeDay = wave.Wave.TreeDay,
            Fingerprint = wave.Wave.Fingerprint, FrozenAt = wave.Wave.FrozenAt, FoldedAt = folded?.FoldedAt,
            Engine = await s.Maybe<string>("select max(engine) from results where wave_id = @WaveId", new { WaveId }) ?? StatisticsEngine.Version,
        };
    }

    static Text? Named(WaveMeasures m, Measure measure) => measure.Kind switch
    {
        MeasureKind.Item => m.Asked.First(a => a.Slot.Key == measure.Node).Title,
        _ => measure.HasNode ? m.Node(measure.Node)!.Names : null,
    };

    sealed record Folded
    {
        public required DateTimeOffset FoldedAt { get; init; }
    }
}

public sealed record NumberExplained
{
    public required Measure Measure { get; init; }
    public required Definition Definition { get; init; }
    /// <summary>The indicator or question it is a number of; null where the definition says it all.</summary>
    public Text? Of { get; init; }
    public required WaveLabel Wave { get; init; }
    public required UnitLabel Unit { get; init; }
    public required Figure Figure { get; init; }
    public required IReadOnlyList<NumberPart> Parts { get; init; }
    public required Id<FormVersion> FormVersionId { get; init; }
    public required long FormVersion { get; init; }
    public required string FormHash { get; init; }
    public required long TreeVersion { get; init; }
    /// <summary>The day whose tree of units it was added up by.</summary>
    public required DateOnly TreeDay { get; init; }
    /// <summary>Of all it rests on; null until the wave is frozen.</summary>
    public string? Fingerprint { get; init; }
    public DateTimeOffset? FrozenAt { get; init; }
    public DateTimeOffset? FoldedAt { get; init; }
    /// <summary>Version of the statistics library.</summary>
    public required string Engine { get; init; }
}

/// <summary>A rating that a number is made up of.</summary>
/// <param name="Weight">Of its mean score in the number; below zero where it is taken off.</param>
public sealed record NumberPart(string Key, Text Title, Part Part, double Weight, Figure Score);
