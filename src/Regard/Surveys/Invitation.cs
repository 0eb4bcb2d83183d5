namespace Regard.Surveys;

public sealed record Invitation
{
    public required Id<Invitation> Id { get; init; }
}
