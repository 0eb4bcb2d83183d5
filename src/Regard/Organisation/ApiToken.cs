namespace Regard.Organisation;

/// <summary>Lets a program act as a person. Programs send it as a bearer token.</summary>
public sealed record ApiToken
{
    public const string Prefix = "rgd_";

    public required Id<ApiToken> Id { get; init; }
    public required string Name { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? RevokedAt { get; init; }
}
