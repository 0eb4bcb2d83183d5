using Regard.Customers;
using Regard.Organisation;
namespace Regard.Cases;

/// <summary>Something that a customer said and somebody sees to. It has one owner at every moment.</summary>
public sealed record Case
{
    public const int MostAnger = 3;

    /// <summary>A key that leads to no customer where <see cref="IsKnown"/> is false.</summary>
    public required Id<Customer> CustomerId { get; init; }
    public required Id<Case> Id { get; init; }
    /// <summary>What people say when they talk of it.</summary>
    public required long Number { get; init; }
    public required CaseKind Kind { get; init; }
    public required CaseChannel Channel { get; init; }
    public required CaseState State { get; init; }
    public required Id<Unit> UnitId { get; init; }
    public required Id<Person> OwnerId { get; init; }
    /// <summary>The first owner, answerable until the case is closed.</summary>
    public required Id<Person> SponsorId { get; init; }
    public required bool IsKnown { get; init; }
    public required string Title { get; init; }
    /// <summary>What the customer said, in the customer's words.</summary>
    public required string Words { get; init; }
    /// <summary>How it looks from the customer's side; no complaint closes without it.</summary>
    public required string CustomersView { get; init; }
    /// <summary>What we found out.</summary>
    public required string OurFacts { get; init; }
    public Wish? Wants { get; init; }
    public required Severity Severity { get; init; }
    /// <summary>0 calm to 3 furious.</summary>
    public required int Anger { get; init; }
    public required Fault Fault { get; init; }
    public Cause? Cause { get; init; }
    /// <summary>Which of the seven P it is about, where that is not said by its cause.</summary>
    public MarketingMix? Mix { get; init; }
    /// <summary>The customer's value grade when the case was opened; empty for none.</summary>
    public required string Grade { get; init; }
    public string? ContactName { get; init; }
    public string? ContactEmail { get; init; }
    public string? ContactPhone { get; init; }
    public string? LanguageTag { get; init; }
    /// <summary>The employee that it is about.</summary>
    public Id<Person>? AboutId { get; init; }
    /// <summary>Reported by the one who made the mistake.</summary>
    public required bool IsOwnMistake { get; init; }
    /// <summary>The external body it came through, and its reference there.</summary>
    public string? Body { get; init; }
    public string? BodyReference { get; init; }
    /// <summary>In the press or going round in public.</summary>
    public required bool IsMedia { get; init; }
    /// <summary>Who speaks for us, where the press has taken it up.</summary>
    public Id<Person>? SpokespersonId { get; init; }
    public required bool IsMajor { get; init; }
    public required long RulesNumber { get; init; }
    public required long HandOvers { get; init; }
    public DateTimeOffset? DueAt { get; init; }
    public required DateTimeOffset HeardAt { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public Id<Customer>? MergedIntoCustomer { get; init; }
    public Id<Case>? MergedInto { get; init; }
    /// <summary>Counts changes, so that two people do not overwrite each other.</summary>
    public required long Revision { get; init; }

    public bool IsOpen => State is CaseState.Open or CaseState.Waiting;
    public bool IsLate(DateTimeOffset now) => IsOpen && DueAt < now;
}
