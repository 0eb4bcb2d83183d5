namespace Regard.Surveys;

/// <summary>A new form from JSON, as <see cref="ExportForm"/> writes it.</summary>
public sealed record ImportForm(string Name, string Json) : Change<Id<Form>>
{
    internal override Permission Needs => Permission.EditForms;
    internal override string Subject => Name;
    internal override IEnumerable<Problem> Check() => StartForm.NameProblems(Name);

    internal override Task<Id<Form>> Run(Session s)
    {
        var document = FormJson.Read(Json);
        return FormRules.KeyProblems(document).ToList() is { Count: > 0 } problems ? throw new Invalid(problems) : FormStore.Add(s, Name, document);
    }
}

/// <summary>The draft as JSON, or a published version by its number.</summary>
public sealed record ExportForm(Id<Form> Id, long? Version = null) : Question<string>
{
    internal override Permission Needs => Permission.SeeSurveys;

    internal override async Task<string> Run(Session s) => FormJson.WriteIndented(Version is not { } number
        ? (await FormStore.Draft(s, Id)).Document
        : (await s.One<FormVersion>("select id, form_id, number, hash, document, published_at from form_versions where form_id = @Id and number = @number",
            new { Id, number }, Words.Of("There is no such version of a form."))).Document);
}
