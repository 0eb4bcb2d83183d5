namespace Regard.Organisation;

public sealed record JoiningLink
{
    public required Id<JoiningLink> Id { get; init; }
}
