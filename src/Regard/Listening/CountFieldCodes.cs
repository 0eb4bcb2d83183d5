using Regard.Organisation;
namespace Regard.Listening;

/// <summary>How many notes of the field log speak of each indicator, and of each node above it: evidence beside what customers answered.</summary>
/// <param name="From">The first day; a year ago, if left out.</param>
public sealed record CountFieldCodes(Id<Unit>? UnitId = null, DateOnly? From = null) : Question<FieldEvidence>
{
    internal override Permission Needs => Permission.SeeCases;

    internal override async Task<FieldEvidence> Run(Session s)
    {
        var tree = await UnitStore.Tree(s, s.Today);
        var seen = tree.InCare(s.Caller, Needs);
        if (UnitId is { } asked && !seen.Contains(asked)) throw new NotFound("There is no such unit in your care.");
        var from = From ?? s.Today.AddYears(-1);
        var codes = await s.Many<Row>($"""
            select c.note_id, c.indicator_code, c.sign from field_codes c join field_notes n on n.id = c.note_id where n.day >= @from and {s.Dialect.Among("n.unit_id", "units")}
            """, new Dictionary<string, object?> { ["from"] = from, ["units"] = s.Dialect.Keys((UnitId is { } unit ? tree.Under(unit).Select(u => u.Id).Where(seen.Contains) : seen).Select(u => u.Value)) });
        var indicators = await FieldCodes.Tree(s);
        return new(from,
        [
            .. from row in codes
               from node in FieldCodes.Upwards(indicators, row.IndicatorCode)
               group row by node into g
               select new NodeHeard(g.Key, g.Select(r => r.NoteId).Distinct().Count(), g.Count(r => r.Sign == FieldSign.Good), g.Count(r => r.Sign == FieldSign.Bad), g.Count(r => r.Sign == FieldSign.Need)),
        ]);
    }

    sealed record Row
    {
        public required Id<FieldNote> NoteId { get; init; }
        public required string IndicatorCode { get; init; }
        public required FieldSign Sign { get; init; }
    }
}

public sealed record FieldEvidence(DateOnly From, IReadOnlyList<NodeHeard> Nodes)
{
    public NodeHeard? Of(string node) => Nodes.FirstOrDefault(n => n.Code == node);
}

/// <param name="Notes">That speak of it, or of what lies below it; each counts once.</param>
/// <param name="Good">Times that something good was said; bad and what is needed likewise.</param>
public sealed record NodeHeard(string Code, int Notes, int Good, int Bad, int Needed);
