namespace Regard.Surveys;

/// <summary>Brings back what stood before the last save; once more brings the later text back. Gives the new revision.</summary>
public sealed record UndoFormSave(Id<Form> Id, long Revision) : Change<long>
{
    internal override Permission Needs => Permission.EditForms;
    internal override string Subject => Id.ToString();

    internal override async Task<long> Run(Session s)
    {
        (await FormStore.Form(s, Id)).MustBeInUse();
        var undone = await s.Write("""
            update form_drafts set document = previous, previous = document, revision = revision + 1, saved_by = @by, saved_at = @Now
            where form_id = @Id and revision = @Revision and previous is not null
            """, new { Id, Revision, by = s.Caller.Person, s.Now });
        if (undone == 1) return Revision + 1;
        var draft = await FormStore.Draft(s, Id);
        throw draft.Revision == Revision ? new Refused("There is nothing to undo.") : Stale.SavedMeanwhile(draft.SavedBy, draft.SavedAt);
    }
}
