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
        [.. (await s.Many<Row>($"select unit_id, segment, moments from cells where wave_id = @wave and {s.Dialect.Among("unit_id", "units")}",
            new Dictionary<string, object> { ["wave"] = wave, ["units"] = s.Dialect.Keys(units.Select(u => u.Value)) })).Select(ToCell)];

    /// <summary>How many answered in each unit itself.</summary>
    public static async Task<Dictionary<Id<Unit>, long>> Respondents(Session s, Id<Wave> wave) =>
        (await s.Many<Count>("select unit_id, cast(sum(respondents) as bigint) as respondents from cells where wave_id = @wave group by unit_id", new { wave })).ToDictionary(c => c.UnitId, c => c.Respondents);

    /// <summary>Adds newly folded rows to the cells they belong to.</summary>
    public static async Task Add(Session s, Id<Wave> wave, IEnumerable<Cell> cells)
    {
        var there = (await Read(s, wave)).ToDictionary(c => c.Key, c => c.Moments);
        foreach (var (key, added) in cells)
        {
            var sum = there.TryGetValue(key, out var before) ? before.Add(added) : added;
            await s.Write("""
                insert into cells (wave_id, unit_id, segment, respondents, moments) values (@wave, @Unit, @Segment, @Respondents, @bytes)
                on conflict (wave_id, unit_id, segment) do update set respondents = @Respondents, moments = @bytes
                """, new { wave, key.Unit, key.Segment, sum.Respondents, bytes = sum.ToBytes() });
        }
    }

    static Cell ToCell(Row row) => new(new(row.UnitId, row.Segment), Moments.FromBytes(row.Moments));
}
