using Regard.Customers;
using Regard.Organisation;
namespace Regard.Care;

/// <summary>What was given in a month in the units in care, and what their budgets leave.</summary>
/// <param name="Unit">This unit and those below it; left out, all in care.</param>
/// <param name="Month">Its first day; left out, this month.</param>
public sealed record ShowLedger(Id<Unit>? Unit = null, DateOnly? Month = null) : Question<Ledger>
{
    const int MostShown = 2000;

    internal override Permission Needs => Permission.SeeCases;
    internal override IEnumerable<Problem> Check()
    {
        if (Month is { Day: not 1 }) yield return new(nameof(Month), "A budget begins on the first of a month.");
    }

    internal override async Task<Ledger> Run(Session s)
    {
        var tree = await UnitStore.Tree(s, s.Today);
        var care = tree.InCare(s.Caller, Needs);
        if (Unit is { } asked && !care.Contains(asked)) throw new NotFound("There is no such unit in your care.");
        var units = (Unit is { } top ? tree.Under(top) : tree.All).Where(u => care.Contains(u.Id)).ToList();
        var (month, open) = (Month ?? CareStore.Month(s.Now), tree.InCare(s.Caller, Permission.SeePersonalData));
        var from = new DateTimeOffset(month, default, TimeSpan.Zero);
        var values = new Dictionary<string, object> { ["units"] = s.Dialect.Keys(units.Select(u => u.Id.Value)), ["from"] = from, ["until"] = from.AddMonths(1), ["month"] = month };
        var among = s.Dialect.Among("g.unit_id", "units");
        var given = $"{among} and g.state in ('Granted', 'Delivered') and g.granted_at >= @from and g.granted_at < @until";
        var kinds = await s.Many<KindSum>($"select g.kind, count(*) as count, cast(sum(g.amount) as bigint) as amount from gestures g where {given} group by g.kind order by sum(g.amount) desc, g.kind", values);
        var spent = (await s.Many<UnitSum>($"select g.unit_id, count(*) as count, cast(sum(g.amount) as bigint) as amount from gestures g where {given} group by g.unit_id", values)).ToDictionary(u => u.UnitId);
        var budgets = (await s.Many<Budget>($"select g.unit_id, g.amount, g.from_month from gesture_budgets g where {among} and g.from_month <= @month", values)).GroupBy(b => b.UnitId).ToDictionary(b => b.Key, b => b.MaxBy(x => x.FromMonth)!.Amount);
        var rows = await s.Many<Gesture>($"{CareStore.Select} where {among} and (g.granted_at >= @from and g.granted_at < @until or g.state = 'Awaiting') order by g.asked_at desc, g.id desc limit {MostShown}", values);
        return new()
        {
            Month = month, Currency = await Currency.Of(s), Kinds = kinds, MayEdit = s.Caller.IsInstallation || s.Caller.May(Permission.EditCaseRules),
            Units = [.. units.Select(u => new UnitSpent(u.Id, u.Name, spent.GetValueOrDefault(u.Id)?.Count ?? 0, spent.GetValueOrDefault(u.Id)?.Amount ?? 0, budgets.TryGetValue(u.Id, out var b) ? b : null)).Where(u => u.Count > 0 || u.Budget is not null)],
            Gestures = [.. rows.Select(g => s.Caller.IsInstallation || open.Contains(g.UnitId) ? g : g with { Words = PersonalData.Masked(g.Words)! })],
        };
    }

    sealed record UnitSum
    {
        public required Id<Unit> UnitId { get; init; }
        public required long Count { get; init; }
        public required long Amount { get; init; }
    }

    sealed record Budget
    {
        public required Id<Unit> UnitId { get; init; }
        public required long Amount { get; init; }
        public required DateOnly FromMonth { get; init; }
    }
}

public sealed record Ledger
{
    public required DateOnly Month { get; init; }
    public string? Currency { get; init; }
    public required IReadOnlyList<KindSum> Kinds { get; init; }
    public required IReadOnlyList<UnitSpent> Units { get; init; }
    /// <summary>Those granted in the month and those that wait; the newest first.</summary>
    public required IReadOnlyList<Gesture> Gestures { get; init; }
    public required bool MayEdit { get; init; }
}

public sealed record KindSum
{
    public required GestureKind Kind { get; init; }
    public required long Count { get; init; }
    public required long Amount { get; init; }
}

/// <param name="Budget">Null where none is set.</param>
public sealed record UnitSpent(Id<Unit> UnitId, string Name, long Count, long Spent, long? Budget)
{
    public long? Left => Budget - Spent;
}
