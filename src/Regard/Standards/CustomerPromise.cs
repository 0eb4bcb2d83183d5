using System.Text.Json.Serialization;
using Regard.Customers;
using Regard.Organisation;
namespace Regard.Standards;

/// <summary>What came of a promise to one customer.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PromiseOutcome>))]
public enum PromiseOutcome
{
    Kept,
    /// <summary>Done after it was due: the promise is broken all the same.</summary>
    Late,
    Broken,
}

/// <summary>What somebody here told one customer to count on by a moment.</summary>
public sealed record CustomerPromise
{
    public required Id<Customer> CustomerId { get; init; }
    public required Id<CustomerPromise> Id { get; init; }
    /// <summary>Where it is to be kept.</summary>
    public required Id<Unit> UnitId { get; init; }
    public required string UnitName { get; init; }
    public required string Words { get; init; }
    public string? IndicatorCode { get; init; }
    public required string PromisedBy { get; init; }
    public required DateTimeOffset PromisedAt { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    /// <summary>The day that was said, where it was a day.</summary>
    public DateOnly? DueOn { get; init; }
    public PromiseOutcome? Outcome { get; init; }
    /// <summary>What happened instead.</summary>
    public string? Note { get; init; }
    /// <summary>Of the case that a broken one opened.</summary>
    public long? CaseNumber { get; init; }
    public string? SettledBy { get; init; }
    public DateTimeOffset? SettledAt { get; init; }

    [JsonIgnore] public bool IsOpen => Outcome is null;
    public bool IsOverdue(DateTimeOffset now) => IsOpen && DueAt < now;

    /// <summary>What may yet come of it: before it is due nothing is late, after that nothing is kept.</summary>
    public static IReadOnlyList<PromiseOutcome> Possible(DateTimeOffset dueAt, DateTimeOffset now) => dueAt < now ? [PromiseOutcome.Late, PromiseOutcome.Broken] : [PromiseOutcome.Kept, PromiseOutcome.Broken];

    public static Words Said(PromiseOutcome outcome) => Regard.Words.Of(outcome switch
    {
        PromiseOutcome.Kept => "kept in time",
        PromiseOutcome.Late => "kept late: broken",
        _ => "not kept: broken",
    });
}
