using System.Text.Json.Serialization;
using Regard.Customers;
using Regard.Organisation;
namespace Regard.Cases;

[JsonConverter(typeof(JsonStringEnumConverter<CaseSort>))]
public enum CaseSort
{
    /// <summary>What is due first comes first.</summary>
    Due,
    Newest, Oldest,
}

/// <summary>Which cases are asked for; what is left out does not narrow.</summary>
public sealed record CaseFilter
{
    /// <summary>Words said in the case, in Chinese from two signs on; its number; a name, phone or address.</summary>
    public string? Query { get; init; }
    public bool Mine { get; init; }
    /// <summary>Offered to the caller and not answered yet.</summary>
    public bool Offered { get; init; }
    public bool IncludeClosed { get; init; }
    public bool Overdue { get; init; }
    public Id<Unit>? Unit { get; init; }
    public Id<Person>? Owner { get; init; }
    public CaseState? State { get; init; }
    public CaseKind? Kind { get; init; }
    public CaseChannel? Channel { get; init; }
    /// <summary>At least so severe.</summary>
    public Severity? Severity { get; init; }
    public Cause? Cause { get; init; }
    public string? Grade { get; init; }
    public Id<Customer>? Customer { get; init; }

    /// <summary>Whether open ones are asked for, or those that are over; null for both.</summary>
    internal bool? Open => State is { } state ? state is CaseState.Open or CaseState.Waiting : IncludeClosed || Customer is not null ? null : true;

    /// <summary>Names by itself those few among which to look.</summary>
    internal bool IsOfFew => Unit is not null || Owner is not null || Mine || Offered || Customer is not null;

    internal IEnumerable<Problem> Problems()
    {
        if (Query?.Length > 200) yield return new(nameof(Query), "At most {0} characters.", 200);
    }

    /// <summary>Conditions on the case "c".</summary>
    internal IEnumerable<string> Conditions(Session s, Dictionary<string, object?> values)
    {
        // What is late is open: that said too, a planner would think that there are few.
        if (Open is { } open && !(Overdue && open && !IsOfFew)) yield return open ? "c.closed_at is null" : "c.closed_at is not null";
        if (State is { } state) { values["state"] = state.ToString(); yield return "c.state = @state"; }
        if (Overdue) { values["now"] = s.Now; yield return "c.due_at < @now"; }
        if ((Mine || Offered) && s.Caller.Person is not { }) yield return "1 = 0";
        if (Mine && s.Caller.Person is { } me) { values["mine"] = me; yield return "c.owner_id = @mine"; }
        if (Owner is { } owner) { values["owner"] = owner; yield return "c.owner_id = @owner"; }
        if (Kind is { } kind) { values["kind"] = kind.ToString(); yield return "c.kind = @kind"; }
        if (Channel is { } channel) { values["channel"] = channel.ToString(); yield return "c.channel = @channel"; }
        if (Severity is { } severity) { values["severities"] = Enum.GetValues<Severity>().Where(v => v >= severity).Select(v => v.ToString()).ToArray(); yield return s.Dialect.Among("c.severity", "severities"); }
        if (Cause is { } cause) { values["cause"] = cause.ToString(); yield return "c.cause = @cause"; }
        if (Grade is not null) { values["grade"] = Grade; yield return "c.grade = @grade"; }
        if (Customer is { } customer) { values["customer"] = customer; yield return "c.customer_id = @customer"; }
    }

    /// <summary>Not what was typed, which may be a name or a number.</summary>
    internal string Subject => string.Join(' ', new[]
    {
        Query is null ? null : "query", Mine ? "mine" : null, Offered ? "offered" : null, IncludeClosed ? "closed" : null, Overdue ? "overdue" : null,
        Unit?.ToString(), Owner?.ToString(), State?.ToString(), Kind?.ToString(), Channel?.ToString(), Severity?.ToString(), Cause?.ToString(), Grade, Customer?.ToString(),
    }.OfType<string>());
}
