using Regard.Organisation;
namespace Regard.Customers.Intake;

/// <summary>Where a file comes in: the units in its sender's care, and today.</summary>
sealed class IntakePlace
{
    /// <summary>Somewhere on Earth it is this many hours later than in UTC.</summary>
    const int HoursAhead = 14;

    readonly HashSet<Id<Unit>> care;

    IntakePlace(UnitTree tree, HashSet<Id<Unit>> care, Session s)
    {
        this.care = care;
        CaresForAll = tree.Roots.All(r => care.Contains(r.Id));
        Units = new(tree.All.Where(u => care.Contains(u.Id)).ToDictionary(u => u.Code, u => new KnownUnit(u.Id.Value), StringComparer.Ordinal));
        (Now, Language, Latest) = (s.Now, s.Caller.Language, DateOnly.FromDateTime(s.Now.UtcDateTime.AddHours(HoursAhead)));
    }

    public static async Task<IntakePlace> Of(Session s)
    {
        var tree = await UnitStore.Tree(s, s.Today);
        return new(tree, tree.InCare(s.Caller, Permission.EditCustomers), s);
    }

    public CellTable<KnownUnit> Units { get; }
    public bool CaresForAll { get; }
    public DateTimeOffset Now { get; }
    public Language Language { get; }
    /// <summary>The last day that is not in the future anywhere.</summary>
    public DateOnly Latest { get; }

    /// <summary>Customers without a unit are in the care of those who care for all.</summary>
    public bool InCare(Id<Unit>? unit) => unit is { } u ? care.Contains(u) : CaresForAll;
}

/// <param name="Key">The id, boxed once.</param>
sealed record KnownUnit(object Key)
{
    public Id<Unit> Id => new((Guid)Key);
}
