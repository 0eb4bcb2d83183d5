namespace Regard.Surveys;

public sealed record FormVersion
{
    public required Id<FormVersion> Id { get; init; }
}
