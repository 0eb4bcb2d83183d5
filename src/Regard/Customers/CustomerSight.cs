using Regard.Organisation;
namespace Regard.Customers;

/// <summary>Whose customers the caller may see, and whose names and numbers, by today's tree.</summary>
sealed class CustomerSight
{
    readonly Scope seen, open;

    CustomerSight(UnitTree tree, Caller caller, Permission needs) =>
        (Tree, seen, open) = (tree, new(tree, caller, needs), new(tree, caller, Permission.SeePersonalData));

    public UnitTree Tree { get; }
    /// <summary>Personal data of at least some customers.</summary>
    public bool SeesAnyNames => open.Units.Count > 0;
    public bool IsWhole => seen.IsWhole;
    public bool Sees(Id<Unit>? unit) => seen.Holds(unit);
    public bool SeesNames(Id<Unit>? unit) => open.Holds(unit);
    public string? UnitName(Id<Unit>? unit) => unit is { } id ? Tree.Find(id)?.Name : null;

    public static async Task<CustomerSight> Of(Session s, Permission needs = Permission.SeeCustomers) => new(await UnitStore.Tree(s, s.Today), s.Caller, needs);

    /// <summary>The customer if in care, whatever has become of it; else there is none.</summary>
    public async Task<Customer> Find(Session s, Id<Customer> id)
    {
        var customer = await s.One<Customer>($"select {CustomerStore.Columns} from customers c where c.customer_id = @id", new { id }, CustomerStore.Missing);
        return Sees(customer.UnitId) ? customer : throw new NotFound(CustomerStore.Missing);
    }

    /// <summary>The condition that a column of units lies in care, under the unit asked for; its values go into the list of the same name.</summary>
    public string Within(Session s, string column, string list, Dictionary<string, object> values, Id<Unit>? asked = null, bool named = false)
    {
        var scope = named ? open : seen;
        if (asked is null && scope.IsWhole) return "1 = 1";
        var units = asked is { } unit ? Tree.Under(unit).Select(u => u.Id).Where(id => scope.Holds(id)) : scope.Units;
        values[list] = s.Dialect.Keys(units.Select(u => u.Value));
        return s.Dialect.Among(column, list);
    }

    /// <summary>The units, when they are few, in which the caller sees names; none when a search need not be narrowed by them.</summary>
    public IReadOnlyList<Id<Unit>> FewNamed(Id<Unit>? asked)
    {
        if (asked is null && open.IsWhole) return [];
        var units = asked is { } unit ? [.. Tree.Under(unit).Select(u => u.Id).Where(id => open.Holds(id))] : open.Units.ToList();
        return units.Count <= Few ? units : [];
    }

    /// <summary>The one unit that customers may be of, when there is only one.</summary>
    public Id<Unit>? Only(Id<Unit>? asked)
    {
        if (asked is null && seen.IsWhole) return null;
        var units = asked is { } unit ? [.. Tree.Under(unit).Select(u => u.Id).Where(id => seen.Holds(id))] : seen.Units.ToList();
        return units is [var one] ? one : null;
    }

    const int Few = 200;

    sealed class Scope(UnitTree tree, Caller caller, Permission needs)
    {
        public HashSet<Id<Unit>> Units { get; } = tree.InCare(caller, needs);
        /// <summary>The whole company: customers of no unit too.</summary>
        public bool IsWhole => caller.IsInstallation || (tree.Roots.Count > 0 && tree.Roots.All(r => Units.Contains(r.Id)));
        public bool Holds(Id<Unit>? unit) => IsWhole || (unit is { } id && Units.Contains(id));
    }
}
