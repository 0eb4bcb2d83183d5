using Regard.Loyalty;
using Regard.Organisation;
using Regard.Standards;
namespace Regard.Customers;

/// <summary>Everything known of one customer, with what was merged into it, as far as the reader may see it.</summary>
public sealed record CustomerView
{
    public required Customer Customer { get; init; }
    public string? UnitName { get; init; }
    public string? Currency { get; init; }
    public required DateOnly Today { get; init; }
    /// <summary>The last working out; null before the first.</summary>
    public DateOnly? WorkedOutAsOf { get; init; }
    /// <summary>Null when nothing was worked out for this customer yet.</summary>
    public Standing? Standing { get; init; }
    /// <summary>What the customer may yet bring, by the models of the last working out; null where none fits.</summary>
    public CustomerForecast? Forecast { get; init; }
    /// <summary>Why the model of purchases, or that of amounts, could not be fitted; null when it was.</summary>
    public string? NoPurchaseModel { get; init; }
    public string? NoSpendModel { get; init; }
    /// <summary>The last word on spending with us; null for none.</summary>
    public WalletSaid? Wallet { get; init; }
    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<GradeHeld> Grades { get; init; }
    public required IReadOnlyList<NextStep> NextSteps { get; init; }
    public required IReadOnlyList<Asset> Assets { get; init; }
    public required IReadOnlyList<Contract> Contracts { get; init; }
    /// <summary>Every purpose and channel.</summary>
    public required IReadOnlyList<ConsentState> Consents { get; init; }
    public required IReadOnlyList<CustomerNote> Notes { get; init; }
    /// <summary>How the customer likes to be served: what holds first, then what was ended; of each the newest first.</summary>
    public required IReadOnlyList<CustomerPreference> Preferences { get; init; }
    /// <summary>Standards with a level of their own for the customer's grade, as they hold for it.</summary>
    public required IReadOnlyList<Standard> ServiceLevels { get; init; }
    /// <summary>The open ones first, by when they are due.</summary>
    public required IReadOnlyList<CustomerPromise> Promises { get; init; }
    public CustomerLabel? Account { get; init; }
    /// <summary>Of an account: its first contacts.</summary>
    public required IReadOnlyList<CustomerLabel> Contacts { get; init; }
    public required long ContactCount { get; init; }
    public required IReadOnlyList<MergedCustomer> Merged { get; init; }
    /// <summary>Pairs with this customer that look like one, not judged yet.</summary>
    public required long Twins { get; init; }
    public required TimelinePage Timeline { get; init; }
    public required bool SeesPersonalData { get; init; }
    public required bool MayEdit { get; init; }
    /// <summary>May promise something to the customer, and note how it likes to be served.</summary>
    public required bool MayServe { get; init; }
    public required DateTimeOffset Now { get; init; }
}

public sealed record GradeHeld
{
    public required DateOnly FromDay { get; init; }
    public required string Grade { get; init; }
}

public sealed record CustomerLabel
{
    public required Id<Customer> CustomerId { get; init; }
    public required long Number { get; init; }
    public string? Name { get; init; }
    public Id<Unit>? UnitId { get; init; }
}

/// <summary>A customer that goes on in another's place.</summary>
public sealed record MergedCustomer
{
    public required Id<Customer> CustomerId { get; init; }
    public required long Number { get; init; }
    public string? Name { get; init; }
    public Id<Unit>? UnitId { get; init; }
    public required Id<Customer> IntoId { get; init; }
    public required long IntoNumber { get; init; }
    public string? IntoName { get; init; }
    public required DateTimeOffset MergedAt { get; init; }
    public string? MergedBy { get; init; }
}
