using Regard.Organisation;
using Regard.Work;
namespace Regard.Listening;

/// <summary>Something is done about what was said: a task that leads back to the note.</summary>
public sealed record AskFieldAction(long Number, string Words, Id<Person> OwnerId, DateOnly DueOn) : Change<Done>
{
    internal override Permission Needs => Permission.HearCases;
    internal override string Subject => $"{Number} {OwnerId}";

    internal override IEnumerable<Problem> Check()
    {
        if (string.IsNullOrWhiteSpace(Words)) yield return new(nameof(Words), "Say what is to be done.");
        else if (Words.Length > AddWorkItem.LongestTitle) yield return new(nameof(Words), "At most {0} characters.", AddWorkItem.LongestTitle);
    }

    internal override async Task<Done> Run(Session s)
    {
        var note = await FieldNoteStore.Find(s, Number, Needs);
        var calendar = await CalendarStore.Of(s, note.UnitId);
        if (DueOn < calendar.DayOf(s.Now)) throw new Invalid(nameof(DueOn), "The day is over already.");
        await Hands.DemandOver(s, OwnerId, note.UnitId);
        var id = Id<FieldAction>.New(s.Now);
        await s.Write("insert into field_actions (id, note_id, words, asked_by, asked_at) values (@id, @note, @words, @Person, @Now)", new { id, note = note.Id, words = Words.Trim(), s.Caller.Person, s.Now });
        await new PutWorkItem(WorkKind.FieldAction, id.Value, Text.OneFor(s.Caller.Language, Words.Trim()), $"/field-log/{Number}", note.UnitId, OwnerId, DueOn) { Calendar = calendar }.Run(s);
        return default;
    }
}
