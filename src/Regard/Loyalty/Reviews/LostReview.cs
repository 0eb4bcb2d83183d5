using Regard.Customers;
using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>A customer lost whose loss is looked into.</summary>
public sealed record LostReview
{
    /// <summary>Days within which the loss of an A customer is looked into.</summary>
    public const int DueDays = 10;
    /// <summary>Months that a customer who came back must stay to count as kept.</summary>
    public const int MonthsToStay = 12;

    public required Id<Customer> CustomerId { get; init; }
    public required DateOnly LostOn { get; init; }
    public required Id<LostReview> Id { get; init; }
    public Id<Unit>? UnitId { get; init; }
    public required string Segment { get; init; }
    /// <summary>Held at the beginning of the quarter of the loss.</summary>
    public required string Grade { get; init; }
    /// <summary>Null where somebody looks into it of one's own accord.</summary>
    public DateOnly? DueOn { get; init; }
    public required DateTimeOffset FoundAt { get; init; }
    /// <summary>Number of the finding that holds; 0 for none yet.</summary>
    public required long Finding { get; init; }
    public DateOnly? ReturnedOn { get; init; }
    /// <summary>First purchase after the loss; a contract alone is a return and no purchase.</summary>
    public DateOnly? RepurchasedOn { get; init; }
    /// <summary>Twelve months after the return, when not lost again until then.</summary>
    public DateOnly? RetainedOn { get; init; }
    public DateOnly? LostAgainOn { get; init; }
    /// <summary>By rules that changed later the customer is not lost.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    public bool IsOpen => Finding == 0 && ReturnedOn is null && WithdrawnAt is null;
    public bool IsOverdue(DateOnly today) => IsOpen && DueOn < today;

    internal const string Columns = "r.customer_id, r.lost_on, r.id, r.unit_id, r.segment, r.grade, r.due_on, r.found_at, r.finding, r.returned_on, r.repurchased_on, r.retained_on, r.lost_again_on, r.withdrawn_at";
    internal const string Open = "r.finding = 0 and r.returned_on is null and r.withdrawn_at is null";
}

/// <summary>What somebody found out about a loss; the newest holds.</summary>
public sealed record LossFinding
{
    public required long Number { get; init; }
    public required LossReason Reason { get; init; }
    public required string Words { get; init; }
    /// <summary>What is to be done about it.</summary>
    public required string Todo { get; init; }
    public string? WrittenBy { get; init; }
    public required DateTimeOffset WrittenAt { get; init; }
}
