namespace Regard.Surveys;

/// <summary>Saves the draft over the revision that was seen; half-done texts are welcome. Gives the new revision.</summary>
public sealed record SaveFormDraft(Id<Form> Id, FormDocument Document, long Revision) : Change<long>
{
    internal override Permission Needs => Permission.EditForms;
    internal override string Subject => Id.ToString();

    internal override IEnumerable<Problem> Check()
    {
        foreach (var problem in FormRules.KeyProblems(Document)) yield return problem;
        if (FormJson.Write(Document).Length > FormJson.Longest) yield return new(nameof(Document), "The form is too long: at most {0} characters.", FormJson.Longest);
    }

    internal override async Task<long> Run(Session s)
    {
        (await FormStore.Form(s, Id)).MustBeInUse();
        var saved = await s.Write("""
            update form_drafts set previous = document, document = @Document, revision = revision + 1, saved_by = @by, saved_at = @Now
            where form_id = @Id and revision = @Revision
            """, new { Id, Document, Revision, by = s.Caller.Person, s.Now });
        if (saved == 1) return Revision + 1;
        var newer = await FormStore.Draft(s, Id);
        throw Stale.SavedMeanwhile(newer.SavedBy, newer.SavedAt);
    }
}
