using Regard.Customers;
using Regard.Organisation;
namespace Regard.Cases;

/// <summary>The cases of a customer and of all merged into it, as far as they show to the caller. For the customer's story.</summary>
sealed record CasesOfCustomers(IReadOnlyList<Id<Customer>> Customers) : Question<IReadOnlyList<CustomersCase>>
{
    internal override Permission Needs => Permission.SignedIn;

    internal override async Task<IReadOnlyList<CustomersCase>> Run(Session s)
    {
        var sight = await CaseSight.Of(s);
        var values = new Dictionary<string, object?> { ["keys"] = s.Dialect.Keys(Customers.Select(c => c.Value)) };
        var cases = await s.Many<Case>($"select {CaseStore.Columns} from cases c where {s.Dialect.Among("c.customer_id", "keys")} and {sight.Within(s, values)}", values);
        return [.. cases.Select(c => new CustomersCase(c.Id, c.Number, DateOnly.FromDateTime(c.HeardAt.UtcDateTime), c.Kind, c.State, sight.SeesNames(c) ? c.Title : PersonalData.Masked(c.Title)!, c.UnitId))];
    }
}

sealed record CustomersCase(Id<Case> Id, long Number, DateOnly Day, CaseKind Kind, CaseState State, string Title, Id<Unit> UnitId);
