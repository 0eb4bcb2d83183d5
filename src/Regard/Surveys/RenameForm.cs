namespace Regard.Surveys;

/// <summary>The name by which the company speaks of the form; respondents see its title.</summary>
public sealed record RenameForm(Id<Form> Id, string Name) : Change<Done>
{
    internal override Permission Needs => Permission.EditForms;
    internal override string Subject => Id.ToString();
    internal override IEnumerable<Problem> Check() => StartForm.NameProblems(Name);

    internal override async Task<Done> Run(Session s)
    {
        await FormStore.Form(s, Id);
        await s.Write("update forms set name = @name where id = @Id", new { Id, name = Name.Trim() });
        return default;
    }
}
