namespace Regard.Surveys;

/// <summary>Takes a form out of the list. Its versions, waves and answers stay.</summary>
public sealed record ArchiveForm(Id<Form> Id) : Change<Done>
{
    internal override Permission Needs => Permission.EditForms;
    internal override string Subject => Id.ToString();

    internal override async Task<Done> Run(Session s)
    {
        (await FormStore.Form(s, Id)).MustBeInUse();
        await s.Write("update forms set archived_at = @Now where id = @Id", new { Id, s.Now });
        return default;
    }
}

/// <summary>Puts an archived form back into the list.</summary>
public sealed record RestoreForm(Id<Form> Id) : Change<Done>
{
    internal override Permission Needs => Permission.EditForms;
    internal override string Subject => Id.ToString();

    internal override async Task<Done> Run(Session s)
    {
        await FormStore.Form(s, Id);
        await s.Write("update forms set archived_at = null where id = @Id", new { Id });
        return default;
    }
}
