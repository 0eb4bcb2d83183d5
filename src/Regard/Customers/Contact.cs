using Regard.Organisation;
namespace Regard.Customers;

/// <summary>A line of an uploaded sample: whom to ask, about which unit.</summary>
public sealed record Contact
{
    public required string ExternalId { get; init; }
    public string? Name { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public string? LanguageTag { get; init; }
    public required Id<Unit> UnitId { get; init; }
    public string Segment { get; init; } = "";
}
