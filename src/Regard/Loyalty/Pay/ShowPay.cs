using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Loyalty;

/// <summary>What it costs to win a customer and to keep one, by the company's own ledger, and how often a customer who stays pays for it.</summary>
public sealed record ShowPay(Id<Unit>? UnitId = null) : Question<PayView>
{
    const int Minimum = 10;

    internal override Permission Needs => Permission.SeeCustomers;

    internal override async Task<PayView> Run(Session s)
    {
        var place = await LoyaltyPlace.Of(s, UnitId);
        var tree = await UnitStore.Tree(s, s.Today);
        List<Id<Unit>> under = [.. tree.Under(place.Unit.Id).Select(u => u.Id)];
        var ledger = await Cost.Of(s, under);
        var churn = (await LoyaltyStore.Documents<ChurnDocument>(s, ChurnDocument.Kind, [place.Unit.Id])).GetValueOrDefault(place.Unit.Id);
        var view = new PayView { Place = place, Ledger = ledger, MayEdit = s.Caller.May(Permission.EditCustomerRules), Tree = [.. tree.Under(place.Unit.Id).Select(Regard.Measures.UnitLabel.Of)] };
        if (churn is null) return view;
        var quarters = PayQuarter.Of(churn, ledger, tree, place.Unit.Id);
        List<PayQuarter> both = [.. quarters.Where(q => q.Spent[CostKind.Acquisition] is not null && q.Spent[CostKind.Retention] is not null)];
        var kept = PerHead(quarters, CostKind.Retention, q => q.Kept);
        return view with
        {
            Quarters = quarters, PerWon = PerHead(quarters, CostKind.Acquisition, q => q.Won), PerKept = kept, PerReturned = PerHead(quarters, CostKind.Recovery, q => q.Returned), QuartersWithBoth = both.Count,
            Ratio = QuarterRatios.Of([.. both.Select(q => (q.Spent[CostKind.Acquisition]!.Value, (double)q.Won))], [.. both.Select(q => (q.Spent[CostKind.Retention]!.Value, (double)q.Kept))]),
            Paybacks = await Paybacks(s, under, kept),
        };
    }

    static Estimate PerHead(IReadOnlyList<PayQuarter> quarters, CostKind kind, Func<PayQuarter, long> heads) =>
        QuarterRatios.PerHead([.. quarters.Where(q => q.Spent[kind] is not null).Select(q => (q.Spent[kind]!.Value, (double)heads(q)))]);

    static async Task<IReadOnlyList<GradePayback>> Paybacks(Session s, List<Id<Unit>> units, Estimate kept)
    {
        var rows = (await s.Many<LifetimeRow>($"""
            select grade, count(*) as customers, sum(lifetime) as total, sum(lifetime * lifetime) as squares from standings
            where lifetime is not null and lost_on is null and grade <> '' and {s.Dialect.Among("unit_id", "units")} group by grade
            """, new { units = s.Dialect.Keys(units.Select(u => u.Value)) })).ToDictionary(r => r.Grade);
        return [.. GradeRule.Grades.Where(rows.ContainsKey).Select(g => (Grade: g, Mean: Mean(rows[g]))).Select(g => new GradePayback(g.Grade, rows[g.Grade].Customers, g.Mean, QuarterRatios.Times(g.Mean, kept)))];
    }

    static Estimate Mean(LifetimeRow row)
    {
        if (row.Customers < Minimum) return Estimate.Withhold(Withholding.TooFew, row.Customers);
        var (n, mean) = (row.Customers, row.Total / row.Customers);
        return Estimate.Of(mean, Math.Sqrt(Math.Max(0, row.Squares / n - mean * mean) / (n - 1)), n - 1, n);
    }

    sealed record LifetimeRow
    {
        public required string Grade { get; init; }
        public required long Customers { get; init; }
        public required double Total { get; init; }
        public required double Squares { get; init; }
    }
}

public sealed record PayView
{
    static readonly Estimate none = Estimate.Withhold(Withholding.Unmeasured, 0);

    public required LoyaltyPlace Place { get; init; }
    /// <summary>Lines of the unit and of all below it, the newest first.</summary>
    public required IReadOnlyList<Cost> Ledger { get; init; }
    /// <summary>The unit and all below it.</summary>
    public required IReadOnlyList<Regard.Measures.UnitLabel> Tree { get; init; }
    public required bool MayEdit { get; init; }
    /// <summary>Whole quarters; empty before the first working out.</summary>
    public IReadOnlyList<PayQuarter> Quarters { get; init; } = [];
    /// <summary>Cost of one customer won, in the smallest unit of the currency; withheld without a ledger, never a default.</summary>
    public Estimate PerWon { get; init; } = none;
    /// <summary>Cost of keeping one customer through a quarter.</summary>
    public Estimate PerKept { get; init; } = none;
    public Estimate PerReturned { get; init; } = none;
    /// <summary>Quarters in which both costs are known.</summary>
    public int QuartersWithBoth { get; init; }
    /// <summary>Cost of one won over cost of one kept through a quarter.</summary>
    public Estimate Ratio { get; init; } = none;
    public IReadOnlyList<GradePayback> Paybacks { get; init; } = [];
}

/// <summary>What a customer of a grade who stays is worth yet, and for how many quarters of keeping a customer that pays.</summary>
/// <param name="Lifetime">Mean of what is expected of each, in the smallest unit of the currency.</param>
/// <param name="Quarters">Withheld without costs.</param>
public sealed record GradePayback(string Grade, long Customers, Estimate Lifetime, Estimate Quarters);
