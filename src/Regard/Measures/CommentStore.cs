using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Measures;

static class CommentStore
{
    const int shown = 20, unitsLookedAtOneByOne = 64;

    sealed record Row
    {
        public required long Number { get; init; }
        public required string Answers { get; init; }
        public required string LanguageTag { get; init; }
    }

    public static async Task<CommentsView> Newest(Session s, MeasuredWave wave, Unit unit)
    {
        var respondents = await CellStore.Respondents(s, wave.Wave.Id);
        var sums = new Dictionary<Id<Unit>, long>();
        if (SmallCells.Hidden(wave.Units, Sum, u => respondents.GetValueOrDefault(u), wave.Minimum).Contains(unit.Id)) return new(Withheld: true, []);
        var texts = wave.Form.Items.OfType<TextItem>().ToList();
        var rows = await Rows(s, wave.Wave.Id, [.. wave.Units.Under(unit.Id).Select(u => u.Id).Where(respondents.ContainsKey)]);
        return new(Withheld: false, [.. rows.SelectMany(r => Said(r, texts)).Take(shown)]);

        long Sum(Id<Unit> id) => sums.TryGetValue(id, out var known) ? known
            : sums[id] = respondents.GetValueOrDefault(id) + wave.Units.ChildrenOf(id).Sum(c => Sum(c.Id));
    }

    // Bounded however many answers there are: the newest of each unit by its index, or of many units from the wave's end backwards.
    static async Task<List<Row>> Rows(Session s, Id<Wave> wave, IReadOnlyList<Id<Unit>> units)
    {
        const string columns = "select number, answers, language_tag from responses where wave_id = @wave and has_text";
        if (units.Count > unitsLookedAtOneByOne)
            return await s.Many<Row>($"{columns} and {s.Dialect.Among("unit_id", "units")} order by number desc limit @shown",
                new Dictionary<string, object> { ["wave"] = wave, ["units"] = s.Dialect.Keys(units.Select(u => u.Value)), ["shown"] = shown });
        var newest = new List<Row>();
        foreach (var unit in units) newest.AddRange(await s.Many<Row>($"{columns} and unit_id = @unit order by number desc limit @shown", new { wave, unit, shown }));
        return [.. newest.OrderByDescending(r => r.Number).Take(shown)];
    }

    static IEnumerable<Comment> Said(Row row, IReadOnlyList<TextItem> texts)
    {
        var answers = Answers.FromJson(row.Answers);
        foreach (var item in texts)
            if (answers.Find(item.Key)?.Said is { } said && !string.IsNullOrWhiteSpace(said)) yield return new(item.Title, said.Trim(), row.LanguageTag);
    }
}
