namespace Regard.Customers;

/// <summary>Somebody whom a customer named, on the way to a first purchase.</summary>
public sealed record ReferralLead
{
    public required Id<ReferralLead> Id { get; init; }
    /// <summary>Who named the lead.</summary>
    public required CustomerLabel Referrer { get; init; }
    public required string Name { get; init; }
    public string? Contact { get; init; }
    public required DateTimeOffset NotedAt { get; init; }
    public string? NotedBy { get; init; }
    /// <summary>Who the lead turned out to be; null as long as that is open.</summary>
    public CustomerLabel? Customer { get; init; }
    /// <summary>The first purchase since the lead was noted; null for none yet.</summary>
    public DateOnly? FirstPurchase { get; init; }
    /// <summary>Paid since, less returns, in the smallest unit of the currency.</summary>
    public long Spent { get; init; }
}
