using System.Text.Json.Serialization;
using Regard.Organisation;
namespace Regard.Customers;

[JsonConverter(typeof(JsonStringEnumConverter<TimelineKind>))]
public enum TimelineKind { Event, ContractBegan, ContractEnded, Answer, Note, Consent, Grade, Merge, Case, Gesture }

/// <summary>What of a customer's story is asked for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TimelinePart>))]
public enum TimelinePart { Everything, Purchases, Answers, Contracts, Notes, Consents, Grades, Cases }

/// <summary>One thing that happened to a customer, of whatever kind; only what its kind has is filled in.</summary>
public sealed record TimelineEntry
{
    public required DateOnly Day { get; init; }
    public required TimelineKind Kind { get; init; }
    public EventKind? EventKind { get; init; }
    /// <summary>What people wrote: of an event, a note, a consent's source, a contract's end.</summary>
    public string? Text { get; init; }
    /// <summary>Of an event its category, of a contract its kind, of an answer its wave.</summary>
    public string? Name { get; init; }
    /// <summary>In the smallest unit of the currency; of a contract by the year.</summary>
    public long? Amount { get; init; }
    public Id<Unit>? UnitId { get; init; }
    public string? UnitName { get; init; }
    public string? Plate { get; init; }
    public NoteKind? NoteKind { get; init; }
    public Purpose? Purpose { get; init; }
    public Channel? Channel { get; init; }
    public bool? Given { get; init; }
    public string? Grade { get; init; }
    public string? GradeBefore { get; init; }
    /// <summary>Satisfaction, 0 to 100.</summary>
    public double? Score { get; init; }
    public Cases.CaseKind? CaseKind { get; init; }
    public Cases.CaseState? CaseState { get; init; }
    public Care.GestureKind? GestureKind { get; init; }
    /// <summary>Of the customer merged into this one; of a case.</summary>
    public long? Number { get; init; }
    public string? By { get; init; }

    internal Guid Key { get; init; }
}

/// <param name="Next">Ask for this to read on; null at the beginning of the story.</param>
public sealed record TimelinePage(IReadOnlyList<TimelineEntry> Entries, string? Next);
