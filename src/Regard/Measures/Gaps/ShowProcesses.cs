using Regard.Organisation;
using Regard.Standards;
using Regard.Surveys;
namespace Regard.Measures;

/// <summary>What customers perceive and what is delivered in each stage of their journey, over the indicators that the standards of its steps serve, by the newest frozen wave of customers.</summary>
/// <param name="UnitId">The topmost that the caller may see when left out.</param>
public sealed record ShowProcesses(Id<Unit>? UnitId = null) : Question<ProcessesView>
{
    const int WavesTried = 4;

    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<ProcessesView> Run(Session s)
    {
        var journey = await new ShowBlueprint().Run(s);
        if (await Newest(s) is not { } wave) return new();
        var sight = new Sight(s, wave);
        var unit = sight.Find(UnitId);
        var gaps = new UnitGaps(await GapStore.Read(s, wave, [unit.Id]), unit.Id);
        var (from, until) = await GapStore.Period(s, wave.Wave);
        var leaves = wave.Measures.Leaves(wave.Measures.Top);
        return new()
        {
            At = Standpoint.Of(wave, sight, unit), From = from, Until = until,
            Stages = [.. journey.Blueprint.Stages.Select(stage => stage.Steps.SelectMany(t => journey.Standards[t.Id]).SelectMany(d => d.Indicators).ToHashSet())
                .Select(served => new ProcessLine([.. wave.Indicators.Where(i => served.Contains(i.Code)).Select(i => NodeLabel.Of(wave.Measures, i))], gaps.Line([.. leaves.Where(l => served.Contains(l.Code))])))],
        };
    }

    /// <summary>Null where no wave of customers is frozen.</summary>
    static async Task<MeasuredWave?> Newest(Session s)
    {
        foreach (var programme in (await ProgrammeStore.Asked(s)).Where(p => p.Audience == Audience.Customer))
            foreach (var wave in (await MeasuredWaveStore.Opened(s, programme.Id, WavesTried)).Where(w => w.FrozenAt is not null))
                if (await MeasuredWaveStore.Load(s, wave) is { Measures.Root: not null, Measures.Nodes.Count: > 0 } measured) return measured;
        return null;
    }
}

public sealed record ProcessesView
{
    /// <summary>Null before the first wave of customers is frozen.</summary>
    public Standpoint? At { get; init; }
    /// <summary>What was delivered counts between these days, both included.</summary>
    public DateOnly From { get; init; }
    public DateOnly Until { get; init; }
    /// <summary>In the order of the journey's stages.</summary>
    public IReadOnlyList<ProcessLine> Stages { get; init; } = [];
}

/// <param name="Indicators">That the stage's standards serve and the wave's index has.</param>
/// <param name="Line">Over those, weighted as the index weighs them.</param>
public sealed record ProcessLine(IReadOnlyList<NodeLabel> Indicators, GapLine Line);
