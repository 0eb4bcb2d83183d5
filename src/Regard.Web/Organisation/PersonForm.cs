using Regard.Organisation;
namespace Regard.Web.Organisation;

/// <summary>What was typed about a person or a role, shown again when it did not go through.</summary>
public sealed record PersonForm
{
    public string? Name { get; init; }
    public string? Email { get; init; }
    public Role Role { get; init; } = Role.Manager;
    public Id<Unit>? UnitId { get; init; }
    public string? FromDay { get; init; }
}
