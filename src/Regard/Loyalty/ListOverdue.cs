using Regard.Customers;
using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>Customers who are later than their own rhythm, the most at stake first.</summary>
public sealed record ListOverdue(Id<Unit>? UnitId = null, string? Grade = null, int Page = 1) : Question<OverdueView>
{
    public const int PageSize = 50;

    internal override Permission Needs => Permission.SeeCustomers;

    internal override async Task<OverdueView> Run(Session s)
    {
        var place = await LoyaltyPlace.Of(s, UnitId);
        var units = s.Dialect.Keys((await UnitStore.Tree(s, s.Today)).Under(place.Unit.Id).Select(u => u.Id.Value));
        var grade = string.IsNullOrEmpty(Grade) ? null : Grade;
        var where = $"s.state = '{nameof(CustomerState.Overdue)}' and {s.Dialect.Among("s.unit_id", "units")} and (@grade is null or s.grade = @grade)";
        var values = new { units, grade, PageSize, skip = (Math.Max(1, Page) - 1) * PageSize };
        var rows = await s.Many<OverdueRow>($"""
            select s.customer_id, c.number, c.name, c.phone, u.name as unit_name, s.grade, s.segment, s.last_day, s.rhythm_days, s.alive, s.next_day, s.next_category, coalesce(s.lifetime, s.worth) as at_stake
            from standings s join customers c on c.customer_id = s.customer_id left join units u on u.id = s.unit_id
            where {where} order by coalesce(s.lifetime, s.worth) desc, s.customer_id limit @PageSize offset @skip
            """, values);
        var seesPeople = (await CustomerSight.Of(s)).SeesNames(place.Unit.Id);
        return new(place, [.. rows.Select(r => r.Shown(seesPeople))],
            await s.Value<long>($"select count(*) from standings s where {where}", values), Math.Max(1, Page));
    }
}

public sealed record OverdueView(LoyaltyPlace Place, IReadOnlyList<OverdueRow> Rows, long Total, int Page);

public sealed record OverdueRow : ListedCustomer
{
    public string? UnitName { get; init; }
    public required string Grade { get; init; }
    public required string Segment { get; init; }
    public required DateOnly LastDay { get; init; }
    public required double RhythmDays { get; init; }
    public double? Alive { get; init; }
    public DateOnly? NextDay { get; init; }
    public string? NextCategory { get; init; }
    /// <summary>Expected lifetime value; where no model could be fitted, what the customer was graded by.</summary>
    public required double AtStake { get; init; }
}
