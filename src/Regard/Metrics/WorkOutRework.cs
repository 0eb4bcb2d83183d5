using Regard.Customers;
using Regard.Organisation;
namespace Regard.Metrics;

/// <summary>Counts, by workshop and month, the work orders whose fault the same vehicle had again within some days; of customers without a vehicle, the same customer.</summary>
/// <param name="Months">How many of the last months; null for those that may have changed since the last time.</param>
public sealed record WorkOutRework(int? Months = null) : Change<int>
{
    const int Longest = 36, Usual = 3;

    internal override Permission Needs => Permission.EditMetrics;
    // By the clock nobody decided anything; what is written says of itself when and how.
    internal override bool Audited => Months is not null;

    internal override async Task<int> Run(Session s)
    {
        await WholeCompany.Demand(s, Needs);
        var days = (await MetricSettings.Of(s)).ReworkDays;
        var written = await s.Value<long>("select count(*) from series_points where series_code = @code", new { code = ReworkSeries.Rework });
        // Until a month's orders had all those days, its rate would be too good.
        var last = new DateOnly(s.Today.AddDays(-days).Year, s.Today.AddDays(-days).Month, 1).AddMonths(-1);
        List<(DateOnly Month, Dictionary<Id<Unit>, Counted> Counts)> counted = [];
        for (var month = last.AddMonths(1 - Math.Clamp(Months ?? (written == 0 ? Longest : Usual), 1, Longest)); month <= last; month = month.AddMonths(1))
            if (Count(await Orders(s, month, days), month.AddMonths(1), days) is { Count: > 0 } counts) counted.Add((month, counts));
        if (counted.Count == 0) return 0;
        IReadOnlyList<Series> all = await Currency.Of(s) is { } currency && counted.Any(c => c.Counts.Values.Any(x => x.Costed > 0)) ? [.. ReworkSeries.Both, ReworkSeries.CostIn(currency)] : ReworkSeries.Both;
        foreach (var series in all) if (await SeriesStore.Find(s, series.Code) is null) await SeriesStore.Put(s, series);
        var book = await PointBook.Open(s, all, counted.SelectMany(c => c.Counts.Keys).Distinct(), counted[0].Month);
        foreach (var (month, counts) in counted)
            foreach (var (unit, (orders, again, cost, costed)) in counts)
            {
                book.Note(ReworkSeries.Rework, new(unit, month, 100.0 * again / orders, orders), "");
                book.Note(ReworkSeries.Ftr, new(unit, month, 100.0 * (orders - again) / orders, orders), "");
                if (costed > 0) book.Note(ReworkSeries.Cost, new(unit, month, (double)new Money(cost, all[^1].UnitOfMeasure).Major, costed), "");
            }
        await book.Write();
        return counted.Count;
    }

    /// <summary>Of the month and of so many days after it, since a fault may come back then; a visit that names a fault is a return too.</summary>
    static Task<List<FaultRow>> Orders(Session s, DateOnly month, int days) => s.Many<FaultRow>($"""
        select customer_id, asset_id, fault, day, unit_id, cost, case when kind = '{nameof(EventKind.WorkOrder)}' then 1 else 0 end as is_order from events
        where kind in ('{nameof(EventKind.WorkOrder)}', '{nameof(EventKind.Visit)}') and fault is not null and day >= @month and day < @until
        order by customer_id, asset_id, fault, day
        """, new { month, until = month.AddMonths(1).AddDays(days) });

    /// <summary>Lines of one fault on one day are one order.</summary>
    static Dictionary<Id<Unit>, Counted> Count(List<FaultRow> rows, DateOnly until, int days)
    {
        var counts = new Dictionary<Id<Unit>, Counted>();
        foreach (var fault in rows.GroupBy(r => (r.CustomerId, r.AssetId, r.Fault)))
        {
            var visits = fault.GroupBy(r => r.Day).OrderBy(g => g.Key).ToList();
            for (var i = 0; i < visits.Count && visits[i].Key < until; i++)
            {
                if (visits[i].FirstOrDefault(r => r is { IsOrder: true, UnitId: not null }) is not { UnitId: { } unit }) continue;
                var again = i + 1 < visits.Count && visits[i + 1].Key.DayNumber - visits[i].Key.DayNumber <= days;
                // What the return costs falls to the workshop that had the fault first; a return that does not say its cost is not one of none.
                var cost = again ? visits[i + 1].Where(r => r.Cost is not null).Sum(r => r.Cost!.Value) : 0;
                var costed = again && visits[i + 1].Any(r => r.Cost is not null);
                var so = counts.GetValueOrDefault(unit);
                counts[unit] = new(so.Orders + 1, so.Again + (again ? 1 : 0), so.Cost + cost, so.Costed + (costed ? 1 : 0));
            }
        }
        return counts;
    }

    /// <param name="Cost">Of the returns that say it, in the smallest unit; Costed counts them.</param>
    readonly record struct Counted(long Orders, long Again, long Cost, long Costed);

    sealed record FaultRow
    {
        public required Id<Customer> CustomerId { get; init; }
        public Id<Asset>? AssetId { get; init; }
        public required string Fault { get; init; }
        public required DateOnly Day { get; init; }
        public Id<Unit>? UnitId { get; init; }
        public long? Cost { get; init; }
        public bool IsOrder { get; init; }
    }
}
