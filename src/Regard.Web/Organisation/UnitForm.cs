using Regard.Organisation;
namespace Regard.Web.Organisation;

/// <summary>What was typed on a unit's page, shown again when it did not go through.</summary>
public sealed record UnitForm
{
    public string? Name { get; init; }
    public Id<Unit>? Parent { get; init; }
    public string? FromDay { get; init; }
    public string? Day { get; init; }
}
