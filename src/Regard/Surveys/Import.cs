namespace Regard.Surveys;

public sealed record Import
{
    public required Id<Import> Id { get; init; }
}
