namespace Regard.Surveys;

/// <summary>A questionnaire with its draft and its published versions.</summary>
public sealed record Form
{
    public required Id<Form> Id { get; init; }
    public required string Name { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ArchivedAt { get; init; }

    public void MustBeInUse()
    {
        if (ArchivedAt is not null) throw new Refused("{0} is archived. Restore it first.", Name);
    }
}
