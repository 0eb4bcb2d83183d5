namespace Regard.Surveys;

/// <summary>A new form, from a template.</summary>
public sealed record StartForm(string Name, string Template = FormTemplate.Empty) : Change<Id<Form>>
{
    public const int LongestName = 100;

    internal override Permission Needs => Permission.EditForms;
    internal override string Subject => Name;

    internal override IEnumerable<Problem> Check()
    {
        foreach (var problem in NameProblems(Name)) yield return problem;
        if (!FormTemplate.All.Contains(Template)) yield return new(nameof(Template), "There is no template {0}.", Template);
    }

    internal static IEnumerable<Problem> NameProblems(string name)
    {
        if (string.IsNullOrWhiteSpace(name)) yield return new(nameof(Name), "Give the form a name.");
        else if (name.Trim().Length > LongestName) yield return new(nameof(Name), "Keep the name within {0} characters.", LongestName);
    }

    internal override Task<Id<Form>> Run(Session s)
    {
        var document = FormTemplate.Read(Template);
        return FormStore.Add(s, Name, Template != FormTemplate.Empty ? document : document with
        {
            Title = Text.OneFor(s.Caller.Language, Name.Trim()), Languages = [s.Caller.Language.Tag()],
        });
    }
}
