using Regard.Customers;
using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>Customers who were dissatisfied when asked last and have not bought since, for longer than they should: those who go without a word. The most at stake first.</summary>
public sealed record ListSilent(Id<Unit>? UnitId = null, string? Grade = null, int Page = 1) : Question<SilentView>
{
    public const int PageSize = 50;
    /// <summary>Below the middle of the scale, 0 to 100.</summary>
    public const double Dissatisfied = 50;
    /// <summary>For a file: all of them.</summary>
    public const int AllPages = 0;

    internal override Permission Needs => Permission.SeeCustomers;

    internal override async Task<SilentView> Run(Session s)
    {
        var place = await LoyaltyPlace.Of(s, UnitId);
        var rule = await LoyaltyStore.ChurnRule(s);
        if (place.Working is not { } working || rule is null) return new(place, [], 0, 1);
        var units = s.Dialect.Keys((await UnitStore.Tree(s, s.Today)).Under(place.Unit.Id).Select(u => u.Id.Value));
        var grade = string.IsNullOrEmpty(Grade) ? null : Grade;
        var candidates = await s.Many<Candidate>($"""
            select customer_id, segment, last_day, satisfied_on, rhythm_days, coalesce(lifetime, worth) as at_stake from standings
            where satisfaction < @Dissatisfied and satisfied_on is not null and purchases > 0 and last_day <= satisfied_on and {s.Dialect.Among("unit_id", "units")} and (@grade is null or grade = @grade)
            """, new { units, grade, Dissatisfied });
        var silent = candidates.Where(c => c.Since(working.AsOf) >= c.Patience(rule)).OrderByDescending(c => c.AtStake).ThenBy(c => c.CustomerId.Value).ToList();
        var page = Page == AllPages ? silent : silent.Skip((Math.Max(1, Page) - 1) * PageSize).Take(PageSize).ToList();
        return new(place, await Rows(s, page, working.AsOf, rule, (await CustomerSight.Of(s)).SeesNames(place.Unit.Id)), silent.Count, Math.Max(1, Page));
    }

    static async Task<IReadOnlyList<SilentRow>> Rows(Session s, List<Candidate> page, DateOnly asOf, ChurnRule rule, bool seesPeople)
    {
        var rows = new Dictionary<Id<Customer>, SilentRow>();
        foreach (var some in page.Chunk(500))
            foreach (var row in await s.Many<SilentRow>($"""
                select s.customer_id, c.number, c.name, c.phone, u.name as unit_name, s.grade, s.segment, s.state, s.last_day, s.satisfaction, s.satisfied_on, s.alive
                from standings s join customers c on c.customer_id = s.customer_id left join units u on u.id = s.unit_id where {s.Dialect.Among("s.customer_id", "some")}
                """, new { some = s.Dialect.Keys(some.Select(c => c.CustomerId.Value)) })) rows[row.CustomerId] = row;
        return [.. page.Select(c => rows[c.CustomerId].Shown(seesPeople) with { Days = c.Since(asOf), Patience = c.Patience(rule), AtStake = c.AtStake })];
    }

    sealed record Candidate
    {
        public required Id<Customer> CustomerId { get; init; }
        public required string Segment { get; init; }
        public required DateOnly LastDay { get; init; }
        public required DateOnly SatisfiedOn { get; init; }
        public double? RhythmDays { get; init; }
        public required double AtStake { get; init; }

        /// <summary>Days since the answer without a purchase.</summary>
        public int Since(DateOnly asOf) => asOf.DayNumber - SatisfiedOn.DayNumber;
        /// <summary>Their own rhythm; without one the days of the churn rule.</summary>
        public int Patience(ChurnRule rule) => RhythmDays is { } rhythm ? (int)Math.Ceiling(rhythm) : rule.DaysOf(Segment);
    }
}

public sealed record SilentView(LoyaltyPlace Place, IReadOnlyList<SilentRow> Rows, long Total, int Page);

public sealed record SilentRow : ListedCustomer
{
    public string? UnitName { get; init; }
    public required string Grade { get; init; }
    public required string Segment { get; init; }
    public required CustomerState State { get; init; }
    public required DateOnly LastDay { get; init; }
    /// <summary>As last answered, 0 to 100.</summary>
    public required double Satisfaction { get; init; }
    public required DateOnly SatisfiedOn { get; init; }
    public double? Alive { get; init; }
    /// <summary>Days since the answer without a purchase.</summary>
    public int Days { get; init; }
    /// <summary>Days within which a purchase was to be expected.</summary>
    public int Patience { get; init; }
    /// <summary>Expected lifetime value; where no model could be fitted, what the customer was graded by.</summary>
    public double AtStake { get; init; }
}
