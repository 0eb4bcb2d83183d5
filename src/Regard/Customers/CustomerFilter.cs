using System.Text.Json.Serialization;
using Regard.Loyalty;
using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Customers;

[JsonConverter(typeof(JsonStringEnumConverter<CustomerSort>))]
public enum CustomerSort
{
    /// <summary>Those worth most first.</summary>
    Worth,
    LastPurchase,
    /// <summary>Those expected soonest first.</summary>
    NextPurchase,
    /// <summary>Those added last first: the only order that also holds customers without a purchase and those since the last working out.</summary>
    Newest,
}

/// <summary>Which customers are asked for; what is left out does not narrow.</summary>
public sealed record CustomerFilter
{
    /// <summary>Name, initials, phone, plate, serial, external id or number. Who may not see personal data finds by number only.</summary>
    public string? Query { get; init; }
    public Id<Unit>? Unit { get; init; }
    public string? Grade { get; init; }
    public string? Segment { get; init; }
    public CustomerState? State { get; init; }
    public LoyaltyType? LoyaltyType { get; init; }
    /// <summary>Suppliers and partners instead of customers.</summary>
    public bool Suppliers { get; init; }
    /// <summary>Who belong to this saved segment.</summary>
    public Id<SavedSegment>? Saved { get; init; }
    (string Sql, Dictionary<string, object> Values)? SavedCondition { get; init; }

    [JsonIgnore] public bool IsEmpty => Query is null && Unit is null && Grade is null && Segment is null && State is null && LoyaltyType is null && Saved is null && !Suppliers;

    /// <summary>Asks of the standing, not of the customer alone.</summary>
    internal bool AsksStanding => Grade is not null || State is not null || LoyaltyType is not null || Saved is not null;

    internal IEnumerable<Problem> Problems()
    {
        if (Query?.Length > 200) yield return new(nameof(Query), "At most {0} characters.", 200);
        if (Grade is not null && !GradeRule.Grades.Contains(Grade)) yield return new(nameof(Grade), "The grades are A, B, C and D.");
    }

    /// <summary>With the rule of the saved segment looked up, ready for <see cref="Conditions"/>.</summary>
    internal async Task<CustomerFilter> Resolved(Session s)
    {
        if (Saved is not { } segment) return this;
        var values = new Dictionary<string, object>();
        return this with { SavedCondition = (await SegmentConditions.OfSaved(s, segment, values), values) };
    }

    /// <summary>Conditions on the customer "c" and its standing "g"; the segment of whichever of them is named.</summary>
    internal IEnumerable<string> Conditions(Dictionary<string, object> values, string segmentOf = "c")
    {
        if (Grade is not null) { values["grade"] = Grade; yield return "g.grade = @grade"; }
        if (Segment is not null) { values["segment"] = Segment; yield return $"{segmentOf}.segment = @segment"; }
        if (State is { } state) { values["state"] = state.ToString(); yield return "g.state = @state"; }
        if (LoyaltyType is { } type) { values["type"] = type.ToString(); yield return "g.loyalty_type = @type"; }
        if (SavedCondition is var (sql, bound))
        {
            foreach (var (name, value) in bound) values[name] = value;
            yield return sql;
        }
    }

    /// <summary>Not what was typed, which may be a name or a number.</summary>
    internal string Subject => string.Join(' ', new[] { Query is null ? null : "query", Unit?.ToString(), Grade, Segment, State?.ToString(), LoyaltyType?.ToString(), Saved?.ToString(), Suppliers ? "suppliers" : null }.OfType<string>());
}
