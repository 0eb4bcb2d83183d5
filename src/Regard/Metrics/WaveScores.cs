using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Metrics;

/// <summary>What frozen waves say of units, as the numbers stand in them.</summary>
static class WaveScores
{
    const string columns = "r.unit_id, r.wave_id, w.name as wave, w.closes_on as day, w.programme_id, r.measure, r.value, r.standard_error, r.lower, r.upper, r.n, r.effective_n";

    /// <summary>One measure over the waves of the programme that was asked last, the oldest first.</summary>
    public static async Task<List<WaveScore>> Course(Session s, Audience audience, string measure, IEnumerable<Id<Unit>> units)
    {
        var all = await s.Many<WaveScore>($"""
            select {columns} from results r join waves w on w.id = r.wave_id join programmes p on p.id = w.programme_id
            where p.audience = @audience and r.measure = @measure and r.segment = '' and r.value is not null and w.frozen_at is not null and {s.Dialect.Among("r.unit_id", "units")} order by w.closes_on, w.number
            """, new Dictionary<string, object> { ["audience"] = audience.ToString(), ["measure"] = measure, ["units"] = s.Dialect.Keys(units.Select(u => u.Value)) });
        return all.Count == 0 ? all : [.. all.Where(r => r.ProgrammeId == all[^1].ProgrammeId)];
    }

    /// <summary>One measure of some units in a wave and those of its programme that closed before it, the oldest first.</summary>
    public static Task<List<WaveScore>> Upto(Session s, Id<Wave> wave, string measure, IEnumerable<Id<Unit>> units) => s.Many<WaveScore>($"""
        select {columns} from results r join waves w on w.id = r.wave_id join waves last on last.id = @wave and last.programme_id = w.programme_id and last.closes_on >= w.closes_on
        where r.measure = @measure and r.segment = '' and r.value is not null and w.frozen_at is not null and {s.Dialect.Among("r.unit_id", "units")} order by w.closes_on, w.number, r.unit_id
        """, new Dictionary<string, object> { ["wave"] = wave, ["measure"] = measure, ["units"] = s.Dialect.Keys(units.Select(u => u.Value)) });

    /// <summary>The customers' wave with an index that was closed last; null before the first.</summary>
    public static Task<LastWave?> Last(Session s) => s.Maybe<LastWave>("""
        select w.id, w.name, w.closes_on, w.tree_id from waves w join programmes p on p.id = w.programme_id
        where p.audience = 'Customer' and w.frozen_at is not null and w.id in (select wave_id from results where measure = 'index') order by w.closes_on desc, w.number desc limit 1
        """);

    /// <summary>All numbers of some units in a wave.</summary>
    public static Task<List<WaveScore>> All(Session s, Id<Wave> wave, IEnumerable<Id<Unit>> units) => s.Many<WaveScore>($"""
        select {columns} from results r join waves w on w.id = r.wave_id
        where r.wave_id = @wave and r.segment = '' and r.value is not null and {s.Dialect.Among("r.unit_id", "units")}
        """, new Dictionary<string, object> { ["wave"] = wave, ["units"] = s.Dialect.Keys(units.Select(u => u.Value)) });

    /// <summary>The measures of the wave's indicator tree, the index first, then the dimensions.</summary>
    public static async Task<IReadOnlyList<NamedCode>> Nodes(Session s, LastWave wave)
    {
        var all = await s.Many<Node>("select code, parent_code, names from indicators where tree_id = @TreeId order by position", new { wave.TreeId });
        var parents = all.Select(n => n.ParentCode).ToHashSet();
        return [.. all.OrderBy(n => n.ParentCode is null ? 0 : parents.Contains(n.Code) ? 1 : 2)
            .Select(n => new NamedCode { Code = n.ParentCode is null ? "index" : parents.Contains(n.Code) ? $"dimension:{n.Code}" : $"indicator:{n.Code}", Names = n.Names })];
    }

    sealed record Node
    {
        public required string Code { get; init; }
        public string? ParentCode { get; init; }
        public required Text Names { get; init; }
    }
}

sealed record LastWave
{
    public required Id<Wave> Id { get; init; }
    public required string Name { get; init; }
    public required DateOnly ClosesOn { get; init; }
    public required Id<Indicators.IndicatorTree> TreeId { get; init; }
}

sealed record WaveScore
{
    public required Id<Unit> UnitId { get; init; }
    public required Id<Wave> WaveId { get; init; }
    public required string Wave { get; init; }
    public required DateOnly Day { get; init; }
    public required Id<Programme> ProgrammeId { get; init; }
    public required string Measure { get; init; }
    public required double Value { get; init; }
    public double? StandardError { get; init; }
    public double? Lower { get; init; }
    public double? Upper { get; init; }
    public long? N { get; init; }
    public double? EffectiveN { get; init; }
}
