using Regard.Customers;
using Regard.Organisation;
namespace Regard.Cases;

/// <summary>A call with what whoever takes it needs to know of the customer.</summary>
public sealed record CallCard
{
    const int EventsShown = 5;

    public required Call Call { get; init; }
    public CustomerView? Customer { get; init; }
    /// <summary>Known by the number, and in nobody's care that the caller has.</summary>
    public bool IsElsewhere { get; init; }
    public required IReadOnlyList<CaseRow> OpenCases { get; init; }
    /// <summary>Customers who share the number, when it is not clear who calls.</summary>
    public required IReadOnlyList<CustomerLabel> Candidates { get; init; }
    public required bool MayRecord { get; init; }
    public required DateTimeOffset Now { get; init; }

    internal static async Task<CallCard> Of(Session s, Call call, CaseSight sight)
    {
        var seen = call.CustomerId is { } id ? await Shown(s, id) : null;
        var cases = seen is null ? [] : (await new ListCases(new() { Customer = seen.Customer.CustomerId }, CaseSort.Newest).Run(s)).Rows.Where(r => r.ClosedAt is null).ToList();
        return new()
        {
            Call = CallStore.SeenBy(call, sight, s.Caller), Customer = seen, IsElsewhere = call.CustomerId is not null && seen is null, OpenCases = cases,
            Candidates = call.CustomerId is null && sight.SeesNames(call.UnitId, call.AgentId ?? default) ? await Sharing(s, call.FromNumber) : [],
            MayRecord = !call.IsRecorded && (call.AgentId is null || call.AgentId == s.Caller.Person), Now = s.Now,
        };
    }

    static async Task<CustomerView?> Shown(Session s, Id<Customer> id)
    {
        if (!s.Caller.May(Permission.SeeCustomers)) return null;
        try { return await new ShowCustomer(id, Size: EventsShown).Run(s); }
        catch (NotFound) { return null; }
    }

    static async Task<IReadOnlyList<CustomerLabel>> Sharing(Session s, string number)
    {
        if (!s.Caller.May(Permission.SeeCustomers)) return [];
        var sight = await CustomerSight.Of(s);
        var labels = new List<CustomerLabel>();
        foreach (var id in await PhoneBook.Find(s, number))
            if (await s.Maybe<CustomerLabel>("select customer_id, number, name, unit_id from customers where customer_id = @id", new { id }) is { } label && sight.Sees(label.UnitId)) labels.Add(label);
        return labels;
    }
}
