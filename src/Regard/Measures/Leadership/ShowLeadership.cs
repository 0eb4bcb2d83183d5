using System.Text.Json.Serialization;
using Regard.Organisation;
using Regard.Statistics;
using Regard.Surveys;
namespace Regard.Measures;

/// <summary>What those who are led say of the four traits of their leader: shown to the leader and to the nearest superior, from five raters on, never by rater.</summary>
/// <remarks>Of closed waves only: while answers come in, one could see by the difference what the last rater said.</remarks>
/// <param name="WaveId">The newest when left out.</param>
public sealed record ShowLeadership(Id<Wave>? WaveId = null) : Question<LeadershipView>
{
    const int Waves = 24, Course = 4;

    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<LeadershipView> Run(Session s)
    {
        var waves = await s.Many<Wave>($"""
            select {MeasuredWaveStore.Columns} from waves where closed_at is not null and form_version_id in (select id from form_versions where {Traits.AboutLeaders}) order by closed_at desc limit {Waves}
            """);
        var asked = WaveId is null ? waves.FirstOrDefault() : waves.Find(w => w.Id == WaveId) ?? throw new NotFound("There is no such wave.");
        if (asked is null) return new();
        var wave = await MeasuredWaveStore.Load(s, asked);
        var leaders = (await s.Many<Leading>("""
            select r.unit_id, r.person_id, p.name from roles_held r join people p on p.id = r.person_id
            where r.role in ('Manager', 'Executive') and r.from_day <= @Today and (r.until_day is null or r.until_day > @Today) order by p.name
            """, new { s.Today })).ToLookup(r => r.UnitId);
        bool Leads(Id<Unit> unit) => leaders[unit].Any(l => l.PersonId == s.Caller.Person);
        // Who leads nothing of one's own is led from the nearest unit above that somebody leads.
        bool IsSuperior(Unit unit) => wave.Units.PathTo(unit.Id).SkipLast(1).LastOrDefault(u => leaders[u.Id].Any()) is { } above && Leads(above.Id);
        var shown = wave.Units.Asked.Where(u => leaders[u.Id].Any() && (s.Caller.IsInstallation || Leads(u.Id) || IsSuperior(u))).ToList();
        var past = new List<(MeasuredWave Wave, Dictionary<Id<Unit>, CellMeans> Own)>();
        foreach (var one in waves.Where(w => w.ProgrammeId == asked.ProgrammeId && w.Number <= asked.Number).OrderBy(w => w.Number).TakeLast(Course))
        {
            var then = one.Id == asked.Id ? wave : await MeasuredWaveStore.Load(s, one);
            past.Add((then, (await CellStore.Read(s, one.Id, [.. shown.Select(u => u.Id)])).GroupBy(c => c.Key.Unit).ToDictionary(g => g.Key, g => then.Measures.Read(Moments.Sum(then.Measures.Slots, [.. g.Select(c => c.Moments)])))));
        }
        return new()
        {
            Wave = WaveLabel.Of(asked), Waves = [.. waves.Select(WaveLabel.Of)], Minimum = wave.Minimum,
            Leaders = [.. shown.Select(u => new LeaderShown(UnitLabel.Of(u), [.. leaders[u.Id].Select(l => l.Name)], Leads(u.Id), [.. past.Select(p => Told(p.Wave, u.Id, p.Own.GetValueOrDefault(u.Id)))]))
                .Where(l => l.IsMe || l.Course[^1].Whole.Withheld != Withheld.Unmeasured)],
        };
    }

    /// <summary>By those who answered of the unit itself; nothing is added up over leaders, so nothing can be taken off.</summary>
    static TraitsTold Told(MeasuredWave wave, Id<Unit> unit, CellMeans? own)
    {
        int[] Slots(Func<Trait, bool> which) => [.. wave.Form.Slots.Where(x => wave.Form.Find(x.ItemKey)!.Tells is { } trait && which(trait)).Select(x => x.Index)];
        Figure Of(int[] slots) => own is null || slots.Length == 0 ? Figure.Without(Withheld.Unmeasured) : Figure.Of(own.Scores.MeanOf(slots), wave.Minimum);
        return new(WaveLabel.Of(wave.Wave), [.. Traits.OfLeaders.Select(t => new TraitTold(t, Of(Slots(x => x == t))))], Of(Slots(Traits.OfLeaders.Contains)));
    }

    sealed record Leading
    {
        public required Id<Unit> UnitId { get; init; }
        public required Id<Person> PersonId { get; init; }
        public required string Name { get; init; }
    }
}

public sealed record LeadershipView
{
    /// <summary>Null when no wave that is closed asked for it.</summary>
    public WaveLabel? Wave { get; init; }
    public IReadOnlyList<WaveLabel> Waves { get; init; } = [];
    /// <summary>The fewest raters that are shown.</summary>
    public long Minimum { get; init; } = Programme.SmallestMinimum;
    /// <summary>The caller, and those whose nearest superior the caller is.</summary>
    public IReadOnlyList<LeaderShown> Leaders { get; init; } = [];
}

/// <param name="Names">Who leads the unit today.</param>
/// <param name="Course">The oldest wave first; the last is the one asked for.</param>
public sealed record LeaderShown(UnitLabel Unit, IReadOnlyList<string> Names, bool IsMe, IReadOnlyList<TraitsTold> Course);

/// <param name="Whole">Mean of all questions.</param>
public sealed record TraitsTold(WaveLabel Wave, IReadOnlyList<TraitTold> Traits, Figure Whole);

/// <param name="Figure">Mean score, 0 to 100.</param>
public sealed record TraitTold([property: JsonConverter(typeof(JsonStringEnumConverter<Trait>))] Trait Trait, Figure Figure);
