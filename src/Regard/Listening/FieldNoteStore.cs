using Regard.Customers;
using Regard.Organisation;
namespace Regard.Listening;

static class FieldNoteStore
{
    public const string Columns = "n.id, n.number, n.kind, n.staff_group, n.day, n.unit_id, u.name as unit_name, n.ours, n.attendees, n.customer_id, n.words, n.mix, p.name as written_by, n.written_at";
    public const string Tables = "field_notes n join units u on u.id = n.unit_id left join people p on p.id = n.written_by";

    static readonly Words missing = Words.Of("There is no such note in the field log.");

    /// <summary>The note without its codes, if the caller holds the permission over its unit.</summary>
    public static async Task<FieldNote> Find(Session s, long number, Permission permission)
    {
        var note = await s.One<FieldNote>($"select {Columns} from {Tables} where n.number = @number", new { number }, missing);
        return (await UnitStore.Tree(s, s.Today)).InCare(s.Caller, permission).Contains(note.UnitId) ? note : throw new NotFound(missing);
    }

    /// <summary>The notes with what they say of indicators; of units whose names the caller may not see, without what was said.</summary>
    public static async Task<IReadOnlyList<FieldNote>> Whole(Session s, UnitTree tree, IReadOnlyCollection<FieldNote> notes)
    {
        if (notes.Count == 0) return [];
        var named = tree.InCare(s.Caller, Permission.SeePersonalData);
        var codes = (await s.Many<Code>($"select note_id, indicator_code, sign, need from field_codes where {s.Dialect.Among("note_id", "notes")} order by indicator_code, sign", new { notes = s.Dialect.Keys(notes.Select(n => n.Id.Value)) })).ToLookup(c => c.NoteId);
        return [.. notes.Select(n => n with
        {
            Codes = [.. codes[n.Id].Select(c => new FieldCode(c.IndicatorCode, c.Sign, c.Need))],
            Words = named.Contains(n.UnitId) ? n.Words : PersonalData.Masked(n.Words)!, CustomerId = named.Contains(n.UnitId) ? n.CustomerId : null,
        })];
    }

    sealed record Code
    {
        public required Id<FieldNote> NoteId { get; init; }
        public required string IndicatorCode { get; init; }
        public required FieldSign Sign { get; init; }
        public required string Need { get; init; }
    }
}
