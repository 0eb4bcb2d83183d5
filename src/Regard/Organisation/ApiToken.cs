namespace Regard.Organisation;

public sealed record ApiToken
{
    public required Id<ApiToken> Id { get; init; }
}
