using Regard.Indicators;
namespace Regard.Surveys;

/// <summary>Brings a file of answers that was made elsewhere: publishes a tree of indicators and a form whose keys are its columns.</summary>
public sealed record DraftFormFromColumns(string Name, IReadOnlyList<ColumnUsed> Columns, Scale Scale) : Change<FormForColumns>
{
    internal override Permission Needs => Permission.EditForms;
    internal override string Subject => Name;

    internal override IEnumerable<Problem> Check()
    {
        foreach (var problem in StartForm.NameProblems(Name)) yield return problem;
        if (Scale.From < 0 || Scale.From >= Scale.To || Scale.To - Scale.From > Scale.LongestSpan)
            yield return new(nameof(Scale), "A scale runs from 0 or more up to a larger number, over at most {0} steps.", Scale.LongestSpan);
        if (!Columns.Any(c => c.Use == ColumnUse.Perceived)) yield return new(nameof(Columns), "Choose at least one column with perceived ratings: the index is made of them.");
        if (Columns.Count(c => c.Use == ColumnUse.Segment) > 1) yield return new(nameof(Columns), "Only one column can tell segments apart.");
        for (var i = 0; i < Columns.Count; i++)
        {
            var column = Columns[i];
            if (column.Use == ColumnUse.Ignore) continue;
            if (string.IsNullOrWhiteSpace(column.Name)) yield return new($"Columns[{i}]", "This column has no name. Name it in the file, or leave it out.");
            else if (Columns.Take(i).Any(other => other.Use != ColumnUse.Ignore && other.Name == column.Name)) yield return new($"Columns[{i}]", "The column {0} is there twice.", column.Name);
            if (column.Use == ColumnUse.Segment && column.Values.Distinct().Count() is < 2 or > FormRules.MostOptions)
                yield return new($"Columns[{i}]", "The segments in {0} must be from 2 to {1} different values.", column.Name, FormRules.MostOptions);
        }
    }

    internal override async Task<FormForColumns> Run(Session s)
    {
        if (!s.Caller.May(Permission.EditIndicators)) throw new Refused(Words.Of("Your role does not include this."), forbidden: true);
        var made = new FormFromColumns(Name, Columns, Scale, s.Caller.Language);
        if (FormRules.Problems(made.Document) is { Count: > 0 } problems) throw new Invalid(problems);
        if (IndicatorRules.Problems(made.Indicators) is { Count: > 0 } wrong) throw new Invalid(wrong);
        var tree = await IndicatorTreeStore.Add(s, Name, null, made.Indicators);
        await IndicatorTreeStore.Publish(s, tree);
        var form = await FormStore.Add(s, Name, made.Document);
        return new() { FormId = form, FormVersionId = await FormStore.AddVersion(s, form, 1, made.Document), TreeId = tree, Keys = made.Keys };
    }
}

/// <summary>What was made, ready for a wave, and under which key each column is imported.</summary>
public sealed record FormForColumns
{
    public required Id<Form> FormId { get; init; }
    public required Id<FormVersion> FormVersionId { get; init; }
    public required Id<IndicatorTree> TreeId { get; init; }
    public required IReadOnlyDictionary<string, string> Keys { get; init; }
}
