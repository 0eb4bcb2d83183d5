using System.Text.Json.Serialization;
using Regard.Customers;
using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Loyalty;

[JsonConverter(typeof(JsonStringEnumConverter<CustomerState>))]
public enum CustomerState
{
    /// <summary>Known, but nothing bought yet.</summary>
    Prospect,
    /// <summary>Bought for the first time within the churn days.</summary>
    New,
    Active,
    /// <summary>Later than this customer's own rhythm lets expect, not lost yet.</summary>
    Overdue,
    Lost,
}

/// <summary>Where a customer stands by the last working out. Money in the smallest unit of the currency.</summary>
public sealed record Standing
{
    public required Id<Customer> CustomerId { get; init; }
    public Id<Unit>? UnitId { get; init; }
    public required string Segment { get; init; }
    public DateOnly? FirstDay { get; init; }
    public DateOnly? LastDay { get; init; }
    /// <summary>Days with at least one purchase.</summary>
    public required long Purchases { get; init; }
    public required long Spent { get; init; }
    /// <summary>Null where no event carries a profit.</summary>
    public long? Profit { get; init; }
    /// <summary>What the grade was taken from.</summary>
    public required double Worth { get; init; }
    /// <summary>Median days between two purchases of this customer; null before the third.</summary>
    public double? RhythmDays { get; init; }
    public required string Grade { get; init; }
    public required CustomerState State { get; init; }
    public DateOnly? LostOn { get; init; }
    /// <summary>Chance that the customer still buys, 0 to 1.</summary>
    public double? Alive { get; init; }
    /// <summary>Purchases expected within the next 52 weeks.</summary>
    public double? Expected { get; init; }
    /// <summary>The next purchase if the customer still buys: the middle day, and the range that holds it with 80 % chance.</summary>
    public DateOnly? NextFrom { get; init; }
    public DateOnly? NextDay { get; init; }
    public DateOnly? NextUntil { get; init; }
    public string? NextCategory { get; init; }
    public double? NextShare { get; init; }
    /// <summary>What the customer is expected to bring yet within the horizon, discounted; a <see cref="CustomerForecast"/> tells its median and interval.</summary>
    public double? Lifetime { get; init; }
    /// <summary>Overall satisfaction as last answered, 0 to 100.</summary>
    public double? Satisfaction { get; init; }
    public DateOnly? SatisfiedOn { get; init; }
    /// <summary>What the customer says of coming back, 0 to 100; never merged with behaviour.</summary>
    public double? StatedLoyalty { get; init; }
    public LoyaltyType? LoyaltyType { get; init; }
    /// <summary>Chance of being lost within the horizon of the risk model, 0 to 1.</summary>
    public double? Risk { get; init; }
    /// <summary>What raises or lowers the risk most, as JSON; <see cref="RiskCause.Read"/> reads it.</summary>
    public string? Reasons { get; init; }
    /// <summary>What is expected to be lost: the risk times what the customer is expected to bring yet (or, without a model, has brought).</summary>
    public double? Stake { get; init; }
    /// <summary>Days since the last purchase.</summary>
    public long? RecencyDays { get; init; }
    /// <summary>Of the twelve months up to the working out: days with a purchase, and what was paid.</summary>
    public long PurchasesYear { get; init; }
    public long SpentYear { get; init; }
}
