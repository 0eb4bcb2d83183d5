using Regard.Organisation;
using Regard.Statistics;
using Regard.Surveys;
namespace Regard.Measures;

static class CellStore
{
    sealed record Row
    {
        public required Id<Unit> UnitId { get; init; }
        public required string Segment { get; init; }
        public required byte[] Moments { get; init; }
    }

    sealed record Count
    {
        public required Id<Unit> UnitId { get; init; }
        public required long Respondents { get; init; }
    }

    public static async Task<List<Cell>> Read(Session s, Id<Wave> wave) =>
        [.. (await s.Many<Row>("select unit_id, segment, moments from cells where wave_id = @wave", new { wave })).Select(ToCell)];

    public static async Task<List<Cell>> Read(Session s, Id<Wave> wave, IReadOnlyList<Id<Unit>> units) =>
        [.. (await s.Many<Row>($"select unit_id, segment, moments from cells where wave_id = @wave and {s.Dialect.Among("unit_id", "units")}", Keys(s, wave, units))).Select(ToCell)];

    sealed record Sum
    {
        public required Id<Unit> UnitId { get; init; }
        public required byte[] Moments { get; init; }
    }

    /// <summary>Of some units with all below them; nothing of a unit without answers. Of a frozen wave the sums are kept.</summary>
    public static async Task<Dictionary<Id<Unit>, Moments>> Whole(Session s, MeasuredWave wave, IReadOnlyList<Id<Unit>> units)
    {
        var known = wave.Wave.FrozenAt is null ? [] : (await s.Many<Sum>($"select unit_id, moments from summed_cells where wave_id = @wave and {s.Dialect.Among("unit_id", "units")}", Keys(s, wave.Wave.Id, units)))
            .ToDictionary(r => r.UnitId, r => Moments.FromBytes(r.Moments));
        var others = units.Where(u => !known.ContainsKey(u)).ToList();
        if (others.Count == 0) return known;
        var cells = (await Read(s, wave.Wave.Id, [.. others.SelectMany(wave.Units.Under).Select(u => u.Id).Distinct()])).ToLookup(c => c.Key.Unit, c => c.Moments);
        foreach (var unit in others)
            if (wave.Units.Under(unit).SelectMany(u => cells[u.Id]).ToList() is { Count: > 0 } parts) known[unit] = Moments.Sum(wave.Measures.Slots, parts);
        return known;
    }

    public static async Task KeepSums(Session s, Id<Wave> wave, IReadOnlyDictionary<Id<Unit>, Moments> sums)
    {
        await using var rows = s.Dialect.Append(s.Transaction, "summed_cells", "wave_id", "unit_id", "moments");
        foreach (var (unit, sum) in sums) await rows.Write(wave.Value, unit.Value, sum.ToBytes());
        await rows.Complete();
    }

    /// <summary>How many answered in each unit itself.</summary>
    public static async Task<Dictionary<Id<Unit>, long>> Respondents(Session s, Id<Wave> wave) =>
        (await s.Many<Count>("select unit_id, cast(sum(respondents) as bigint) as respondents from cells where wave_id = @wave group by unit_id", new { wave })).ToDictionary(c => c.UnitId, c => c.Respondents);

    /// <summary>Adds newly folded rows to the cells they belong to. Touches those units only, in two statements and one append.</summary>
    public static async Task Add(Session s, Id<Wave> wave, IEnumerable<Cell> cells)
    {
        var added = cells.ToList();
        IReadOnlyList<Id<Unit>> units = [.. added.Select(c => c.Key.Unit).Distinct()];
        if (units.Count == 0) return;
        var sums = (await Read(s, wave, units)).ToDictionary(c => c.Key, c => c.Moments);
        foreach (var (key, moments) in added) sums[key] = sums.TryGetValue(key, out var before) ? before.Add(moments) : moments;
        await s.Write($"delete from cells where wave_id = @wave and {s.Dialect.Among("unit_id", "units")}", Keys(s, wave, units));
        await using var rows = s.Dialect.Append(s.Transaction, "cells", "wave_id", "unit_id", "segment", "respondents", "moments");
        foreach (var (key, sum) in sums) await rows.Write(wave.Value, key.Unit.Value, key.Segment, sum.Respondents, sum.ToBytes());
        await rows.Complete();
    }

    static Dictionary<string, object> Keys(Session s, Id<Wave> wave, IReadOnlyList<Id<Unit>> units) => new() { ["wave"] = wave, ["units"] = s.Dialect.Keys(units.Select(u => u.Value)) };

    static Cell ToCell(Row row) => new(new(row.UnitId, row.Segment), Moments.FromBytes(row.Moments));
}
