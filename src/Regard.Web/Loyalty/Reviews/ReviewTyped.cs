using Regard.Customers;
using Regard.Loyalty;
namespace Regard.Web.Loyalty.Reviews;

/// <summary>What was typed into a review.</summary>
public sealed record ReviewTyped
{
    public string? Reason { get; init; }
    public string? Text { get; init; }
    public string? Todo { get; init; }

    public WriteReview To(Id<Customer> customer, DateOnly lostOn) => new(customer, lostOn, Enum.TryParse<LossReason>(Reason, out var reason) ? reason : null, Text, Todo);
}
