using Regard.Indicators;
using Regard.Measures;
using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Listening;

/// <summary>The notes of the units that the caller sees, the newest first, with how often each indicator was named.</summary>
/// <param name="Until">The first day that no longer counts.</param>
public sealed record ListFieldNotes(FieldKind? Kind = null, Id<Unit>? UnitId = null, string? Indicator = null, DateOnly? From = null, DateOnly? Until = null) : Question<FieldLog>
{
    /// <summary>Notes listed at once; and the fewest that a share is told of.</summary>
    public const int Most = 100, Least = 5;
    const int MostNeeds = 50;

    internal override Permission Needs => Permission.SeeCases;

    internal override IEnumerable<Problem> Check()
    {
        if (Until <= From) yield return new(nameof(Until), "The end lies before the beginning.");
    }

    internal override async Task<FieldLog> Run(Session s)
    {
        var tree = await UnitStore.Tree(s, s.Today);
        var seen = tree.InCare(s.Caller, Needs);
        if (UnitId is { } asked && !seen.Contains(asked)) throw new NotFound("There is no such unit in your care.");
        var values = new Dictionary<string, object?> { ["units"] = s.Dialect.Keys((UnitId is { } unit ? tree.Under(unit).Select(u => u.Id).Where(seen.Contains) : seen).Select(u => u.Value)) };
        var indicators = await FieldCodes.Tree(s);
        var which = string.Join(" and ", Conditions(s, indicators, values));
        var notes = await s.Many<FieldNote>($"select {FieldNoteStore.Columns} from {FieldNoteStore.Tables} where {which} order by n.day desc, n.number desc limit {Most}", values);
        var counts = await s.Many<Count>($"select c.indicator_code, c.sign, count(*) as n from field_codes c join field_notes n on n.id = c.note_id where {which} group by c.indicator_code, c.sign", values);
        var needs = await s.Many<NeedHeard>($"""
            select c.indicator_code, c.need, n.number, n.day, u.name as unit_name from field_codes c join field_notes n on n.id = c.note_id join units u on u.id = n.unit_id
            where c.need <> '' and c.sign = '{nameof(FieldSign.Need)}' and {which} order by n.day desc, n.number desc, c.indicator_code limit {MostNeeds}
            """, values);
        return new()
        {
            Total = await s.Value<long>($"select count(*) from field_notes n where {which}", values), Notes = await FieldNoteStore.Whole(s, tree, notes), Needs = needs,
            Named = [.. counts.GroupBy(c => c.IndicatorCode).Select(g => Named(g.Key, g)).OrderByDescending(n => n.Good + n.Bad + n.Needed).ThenBy(n => n.Code, StringComparer.Ordinal)],
            Names = indicators?.Indicators.ToDictionary(i => i.Code, i => i.Names) ?? new Dictionary<string, Text>(),
        };
    }

    IEnumerable<string> Conditions(Session s, IndicatorTree? tree, Dictionary<string, object?> values)
    {
        yield return s.Dialect.Among("n.unit_id", "units");
        if (Kind is { } kind) { values["kind"] = kind.ToString(); yield return "n.kind = @kind"; }
        if (!string.IsNullOrEmpty(Indicator)) yield return $"n.id in (select note_id from field_codes where indicator_code in ({string.Join(", ", Codes(tree, values))}))";
        if (From is { } from) { values["from"] = from; yield return "n.day >= @from"; }
        if (Until is { } until) { values["until"] = until; yield return "n.day < @until"; }
    }

    /// <summary>The indicator asked for and, where it adds up others, those; each as a value.</summary>
    IEnumerable<string> Codes(IndicatorTree? tree, Dictionary<string, object?> values)
    {
        foreach (var (i, code) in (tree?.Leaves.Select(l => l.Code).Where(l => FieldCodes.Upwards(tree, l).Contains(Indicator)) ?? []).Append(Indicator!).Distinct().Index())
        {
            values[$"code{i}"] = code;
            yield return $"@code{i}";
        }
    }

    static IndicatorNamed Named(string code, IEnumerable<Count> counts)
    {
        var by = counts.ToDictionary(c => c.Sign, c => c.N);
        var (good, bad) = (by.GetValueOrDefault(FieldSign.Good), by.GetValueOrDefault(FieldSign.Bad));
        return new(code, good, bad, by.GetValueOrDefault(FieldSign.Need), Figure.Of(Wilson.Share(bad, good + bad), Least));
    }

    sealed record Count
    {
        public required string IndicatorCode { get; init; }
        public required FieldSign Sign { get; init; }
        public required long N { get; init; }
    }
}

public sealed record FieldLog
{
    /// <summary>How many notes fit, whether they are listed or not.</summary>
    public required long Total { get; init; }
    public required IReadOnlyList<FieldNote> Notes { get; init; }
    /// <summary>The most often named first.</summary>
    public required IReadOnlyList<IndicatorNamed> Named { get; init; }
    public required IReadOnlyList<NeedHeard> Needs { get; init; }
    /// <summary>Of all nodes of the published tree.</summary>
    public required IReadOnlyDictionary<string, Text> Names { get; init; }
}

/// <param name="BadShare">Bad among good and bad, 0 to 1.</param>
public sealed record IndicatorNamed(string Code, long Good, long Bad, long Needed, Figure BadShare);

public sealed record NeedHeard
{
    public required string IndicatorCode { get; init; }
    public required string Need { get; init; }
    /// <summary>Of the note.</summary>
    public required long Number { get; init; }
    public required DateOnly Day { get; init; }
    public required string UnitName { get; init; }
}
