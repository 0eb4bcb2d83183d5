namespace Regard.Surveys;

public sealed record Form
{
    public required Id<Form> Id { get; init; }
}
