using Regard.Measures;
using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>From which unit customers are looked at, by whom they were worked out last, and what else could be chosen.</summary>
public sealed record LoyaltyPlace
{
    public required UnitLabel Unit { get; init; }
    /// <summary>From the topmost seen down to the unit.</summary>
    public required IReadOnlyList<UnitLabel> Path { get; init; }
    public required IReadOnlyList<UnitLabel> Below { get; init; }
    public required IReadOnlyList<UnitLabel> Tops { get; init; }
    /// <summary>Null before the first working out.</summary>
    public Working? Working { get; init; }
    /// <summary>Somebody asked for another one, and it has not been done yet.</summary>
    public required bool IsAsked { get; init; }
    /// <summary>Null until the first amounts came.</summary>
    public string? Currency { get; init; }

    internal static async Task<LoyaltyPlace> Of(Session s, Id<Unit>? asked)
    {
        var tree = await UnitStore.Tree(s, s.Today);
        var care = tree.InCare(s.Caller, Permission.SeeCustomers);
        List<Unit> tops = [.. tree.All.Where(u => care.Contains(u.Id) && !(tree.ParentOf(u.Id) is { } parent && care.Contains(parent)))];
        var unit = asked is { } id ? tree.Find(id) : tops.FirstOrDefault();
        if (unit is null || !care.Contains(unit.Id)) throw new NotFound("There is no such unit in your care.");
        return new()
        {
            Unit = UnitLabel.Of(unit), Path = [.. tree.PathTo(unit.Id).Where(u => care.Contains(u.Id)).Select(UnitLabel.Of)], Below = [.. tree.ChildrenOf(unit.Id).Select(UnitLabel.Of)], Tops = [.. tops.Select(UnitLabel.Of)],
            Working = await LoyaltyStore.LastWorking(s), Currency = await Customers.Currency.Of(s),
            IsAsked = await AskForWorking.Pending(s) is not null,
        };
    }
}
