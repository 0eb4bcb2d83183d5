using Regard.Customers;
using Regard.Files;
using Regard.Organisation;
namespace Regard.Cases;

/// <summary>Whoever took a call says what it was for. Complaints, repairs and orders become cases that they own.</summary>
public sealed record RecordCall(Id<Call> Id, CallPurpose Purpose, string Words) : Change<CallRecorded>
{
    /// <summary>The unit it is about; that of the call, if left out.</summary>
    public Id<Unit>? UnitId { get; init; }
    public string? ContactName { get; init; }
    public Severity Severity { get; init; } = Severity.Minor;
    public int Anger { get; init; }
    public Wish? Wants { get; init; }

    internal override Permission Needs => Permission.HearCases;
    internal override string Subject => $"{Id} {Purpose}";

    internal override IEnumerable<Problem> Check()
    {
        if (!Enum.IsDefined(Purpose)) yield return new(nameof(Purpose), "Say what the call was for.");
        foreach (var problem in Heard(default, default, "").Check()) yield return problem;
    }

    internal override async Task<CallRecorded> Run(Session s)
    {
        var call = await CallStore.Seen(s, Id);
        if (call.IsRecorded) throw new Refused("This call is recorded already.");
        if (call.AgentId is { } agent && agent != PersonStore.Me(s)) throw new Refused("{0} took this call and records it.", call.AgentName);
        var customer = call.CustomerId is { } id ? await Known(s, id) : null;
        var opened = Purpose.Opens() is null ? null : await (Heard(call.UnitId, customer?.CustomerId, call.FromNumber) with { HeardAt = call.StartedAt }).Run(s);
        if (customer is not null) await Remember(s, call, customer.CustomerId);
        await s.Write("""
            update calls set purpose = @purpose, words = @words, case_number = @number, agent_id = coalesce(agent_id, @Person), answered_at = coalesce(answered_at, started_at), recorded_by = @Person, recorded_at = @Now where id = @Id
            """, new { purpose = Purpose.ToString(), words = Words.Trim(), number = opened?.Number, s.Caller.Person, s.Now, Id });
        return new(opened?.Number, opened?.Receipt);
    }

    HearCase Heard(Id<Unit> unit, Id<Customer>? customer, string number) => new()
    {
        Key = new(ImportKeys.Of("case of call", $"call {Id}")), Kind = Purpose.Opens() ?? CaseKind.Question, Channel = CaseChannel.Phone, UnitId = UnitId ?? unit, Words = Words, CustomerId = customer,
        ContactName = ContactName, ContactPhone = number.Length > 0 ? number : null, Severity = Severity, Anger = Anger, Wants = Wants,
    };

    static async Task<Customer?> Known(Session s, Id<Customer> id)
    {
        try { return await (await CustomerSight.Of(s)).Find(s, await Merging.Goer(s, id)); }
        catch (NotFound) { return null; }
    }

    /// <summary>That the customer called belongs to the customer's story.</summary>
    Task Remember(Session s, Call call, Id<Customer> customer) => s.Write("""
        insert into events (customer_id, id, kind, day, unit_id, words, created_at) values (@customer, @id, 'Call', @day, @UnitId, @words, @Now) on conflict (customer_id, id) do nothing
        """, new { customer, id = new Id<CustomerEvent>(ImportKeys.Of("event of call", $"call {Id}")), day = DateOnly.FromDateTime(call.StartedAt.UtcDateTime), call.UnitId, words = Words.Trim(), s.Now });
}

/// <param name="CaseNumber">The case that it became; null for none.</param>
public sealed record CallRecorded(long? CaseNumber, string? Receipt);
