namespace Regard.Customers.Intake;

/// <summary>What a row of a file of customers says. Null is what it does not say: what is known stays.</summary>
sealed record CustomerSaid
{
    public required long Line { get; init; }
    public required string ExternalId { get; init; }
    public CustomerKind? Kind { get; init; }
    public string? Account { get; init; }
    public string? Name { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public string? LanguageTag { get; init; }
    public Id<Organisation.Unit>? UnitId { get; init; }
    public string? Segment { get; init; }
    public DateOnly? Since { get; init; }

    /// <summary>The customer as this row leaves it.</summary>
    public Customer On(Customer known, Id<Customer>? account) => known with
    {
        Kind = Kind ?? known.Kind, AccountId = account ?? known.AccountId, Name = Name ?? known.Name, Email = Email ?? known.Email, Phone = Phone ?? known.Phone,
        LanguageTag = LanguageTag ?? known.LanguageTag, UnitId = UnitId ?? known.UnitId, Segment = Segment ?? known.Segment, Since = Since ?? known.Since,
    };
}
