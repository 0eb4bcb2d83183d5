namespace Regard.Organisation;

/// <summary>A one-time link by which somebody gets a password and a first role.</summary>
public sealed record JoiningLink
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    public required Id<JoiningLink> Id { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public required Role Role { get; init; }
    public required Id<Unit> UnitId { get; init; }
    public required string UnitName { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? AcceptedAt { get; init; }
    public DateTimeOffset? WithdrawnAt { get; init; }

    public bool IsOpen(DateTimeOffset now) => AcceptedAt is null && WithdrawnAt is null && now < ExpiresAt;
}
