using System.Text.Json.Serialization;
namespace Regard.Organisation;

[JsonConverter(typeof(JsonStringEnumConverter<UnitKind>))]
public enum UnitKind { Group, Company, Region, Store, Department }

/// <summary>A part of the company. Where it stands in the tree is dated apart, in its places.</summary>
public sealed record Unit
{
    public required Id<Unit> Id { get; init; }
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required UnitKind Kind { get; init; }
    public DateOnly? ClosedOn { get; init; }
}

/// <summary>From this day on, the unit stands under that parent (none: it is the root).</summary>
public sealed record UnitPlace
{
    public required Id<Unit> UnitId { get; init; }
    public required DateOnly FromDay { get; init; }
    public Id<Unit>? ParentId { get; init; }
}
