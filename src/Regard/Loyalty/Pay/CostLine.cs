using System.Globalization;
using Regard.Files;
using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>One line of the ledger as it comes in.</summary>
/// <param name="Amount">In the smallest unit of the currency.</param>
public sealed record CostLine(Id<Unit> UnitId, CostKind Kind, DateOnly FromDay, DateOnly LastDay, long Amount, string? Text, double? Points = null, long? Customers = null)
{
    public const int LongestText = 200, LongestDays = 3660;

    internal IEnumerable<Problem> Problems()
    {
        if (!Enum.IsDefined(Kind)) yield return new("Kind", "Choose what it was spent for.");
        if (FromDay.Year < 1990 || LastDay.Year > 2100) yield return new("FromDay", "Give the first and the last day that it covers.");
        else if (LastDay < FromDay) yield return new("LastDay", "The last day comes before the first.");
        else if (LastDay.DayNumber - FromDay.DayNumber >= LongestDays) yield return new("LastDay", "Ten years at most in one line.");
        if (Amount <= 0) yield return new("Amount", "The amount is over 0.");
        if (Text?.Length > LongestText) yield return new("Text", "Keep it under {0} characters.", LongestText);
        if ((Points is null) != (Customers is null)) yield return new("Points", "Points and customers belong together: give both, or neither.");
        if (Points is not null && Kind != CostKind.Satisfaction) yield return new("Points", "Points belong to costs of raising satisfaction only.");
        if (Points is { } p && !(p is > 0 and <= 100)) yield return new("Points", "Points are over 0 and 100 at most.");
        if (Customers is <= 0) yield return new("Customers", "The number of customers is over 0.");
    }

    /// <summary>False when the line stands there already.</summary>
    internal async Task<bool> Keep(Session s)
    {
        var id = new Id<Cost>(ImportKeys.Of("cost", string.Create(CultureInfo.InvariantCulture, $"{UnitId}|{Kind}|{FromDay:yyyy-MM-dd}|{LastDay:yyyy-MM-dd}|{Amount}|{Text?.Trim()}|{Points}|{Customers}")));
        return await s.Write("""
            insert into costs (id, unit_id, kind, from_day, last_day, amount, words, points, customers, made_by, made_at)
            values (@id, @UnitId, @kind, @FromDay, @LastDay, @Amount, @words, @Points, @Customers, @Person, @Now)
            on conflict (id) do update set removed_at = null, removed_by = null, made_by = @Person, made_at = @Now where costs.removed_at is not null
            """, new { id, UnitId, kind = Kind.ToString(), FromDay, LastDay, Amount, words = Text?.Trim() ?? "", Points, Customers, s.Caller.Person, s.Now }) > 0;
    }
}
