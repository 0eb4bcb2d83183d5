using Regard.Cases;
namespace Regard.Listening;

/// <summary>Says anew what a note tells of the indicators, and of which of the seven P.</summary>
public sealed record CodeFieldNote(long Number, IReadOnlyList<FieldCode> Codes, MarketingMix? Mix = null) : Change<Done>
{
    internal override Permission Needs => Permission.HearCases;
    internal override string Subject => $"{Number}";
    internal override IEnumerable<Problem> Check() => FieldCodes.Problems(Codes);

    internal override async Task<Done> Run(Session s)
    {
        var note = await FieldNoteStore.Find(s, Number, Needs);
        await s.Write("delete from field_codes where note_id = @Id", new { note.Id });
        await FieldCodes.Write(s, note.Id, Codes);
        await s.Write("update field_notes set mix = @mix where id = @Id", new { mix = Mix?.ToString(), note.Id });
        return default;
    }
}
