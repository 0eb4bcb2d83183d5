using System.Text.Json.Serialization;
using Regard.Customers;
using Regard.Organisation;
namespace Regard.Loyalty;

[JsonConverter(typeof(JsonStringEnumConverter<ReviewsShown>))]
public enum ReviewsShown
{
    Open, Overdue, Done,
    /// <summary>Those who came back after a loss that is looked into.</summary>
    Returned,
    /// <summary>All other lost customers: whoever wants may look into them.</summary>
    Others,
}

/// <summary>Losses to be looked into and looked into, and why customers left.</summary>
public sealed record ListReviews(Id<Unit>? UnitId = null, string? Grade = null, ReviewsShown Show = ReviewsShown.Open, int Page = 1) : Question<ReviewsView>
{
    public const int PageSize = 50;

    internal override Permission Needs => Permission.SeeCustomers;

    internal override async Task<ReviewsView> Run(Session s)
    {
        var place = await LoyaltyPlace.Of(s, UnitId);
        var units = s.Dialect.Keys((await UnitStore.Tree(s, s.Today)).Under(place.Unit.Id).Select(u => u.Id.Value));
        var grade = string.IsNullOrEmpty(Grade) ? null : Grade;
        var values = new { units, grade, s.Today, PageSize, skip = (Math.Max(1, Page) - 1) * PageSize };
        var counts = await s.Many<Counts>($"""
            select count(case when {LostReview.Open} then 1 end) as open, count(case when {LostReview.Open} and r.due_on < @Today then 1 end) as overdue,
              count(case when r.finding > 0 then 1 end) as done, count(r.returned_on) as returned, count(r.repurchased_on) as repurchased, count(r.retained_on) as retained, count(r.lost_again_on) as lost_again
            from lost_reviews r where {s.Dialect.Among("r.unit_id", "units")} and (@grade is null or r.grade = @grade)
            """, values);
        var rows = await s.Many<ReviewRow>($"{Select(s)} order by {Order} limit @PageSize offset @skip", values);
        var seesPeople = (await CustomerSight.Of(s)).SeesNames(place.Unit.Id);
        return new()
        {
            Place = place, Page = Math.Max(1, Page), Today = s.Today, Counts = counts[0], Reasons = await LossReasonCounts.Of(s, units),
            Rows = [.. rows.Select(r => r.Shown(seesPeople))],
            Total = Show switch
            {
                ReviewsShown.Open => counts[0].Open, ReviewsShown.Overdue => counts[0].Overdue, ReviewsShown.Done => counts[0].Done, ReviewsShown.Returned => counts[0].Returned,
                _ => await s.Value<long>($"select count(*) from ({Select(s)}) x", values),
            },
        };
    }

    string Select(Session s) => Show == ReviewsShown.Others
        ? $"""
            select s.customer_id, s.lost_on, c.number, c.name, c.phone, u.name as unit_name, s.grade, s.segment, s.last_day, s.spent
            from standings s join customers c on c.customer_id = s.customer_id left join units u on u.id = s.unit_id left join lost_reviews r on r.customer_id = s.customer_id and r.lost_on = s.lost_on
            where s.lost_on is not null and r.customer_id is null and {s.Dialect.Among("s.unit_id", "units")} and (@grade is null or s.grade = @grade)
            """
        : $"""
            select r.customer_id, r.lost_on, c.number, c.name, c.phone, u.name as unit_name, r.grade, r.segment, s.last_day, s.spent, r.due_on, f.reason, f.written_at, p.name as written_by, r.returned_on, r.repurchased_on, r.retained_on, r.lost_again_on
            from lost_reviews r join customers c on c.customer_id = r.customer_id left join standings s on s.customer_id = r.customer_id left join units u on u.id = r.unit_id
              left join review_findings f on f.customer_id = r.customer_id and f.lost_on = r.lost_on and f.number = r.finding left join people p on p.id = f.written_by
            where {s.Dialect.Among("r.unit_id", "units")} and (@grade is null or r.grade = @grade) and {Condition}
            """;

    string Condition => Show switch
    {
        ReviewsShown.Open => LostReview.Open,
        ReviewsShown.Overdue => $"{LostReview.Open} and r.due_on < @Today",
        ReviewsShown.Done => "r.finding > 0",
        _ => "r.returned_on is not null",
    };

    string Order => Show switch
    {
        ReviewsShown.Others => "s.lost_on desc, s.spent desc, s.customer_id",
        ReviewsShown.Open or ReviewsShown.Overdue => "r.due_on, r.grade, r.customer_id",
        ReviewsShown.Done => "f.written_at desc, r.customer_id",
        _ => "r.returned_on desc, r.customer_id",
    };

    public sealed record Counts
    {
        public required long Open { get; init; }
        public required long Overdue { get; init; }
        public required long Done { get; init; }
        public required long Returned { get; init; }
        public required long Repurchased { get; init; }
        public required long Retained { get; init; }
        public required long LostAgain { get; init; }
    }
}

public sealed record ReviewsView
{
    public required LoyaltyPlace Place { get; init; }
    public required DateOnly Today { get; init; }
    public required ListReviews.Counts Counts { get; init; }
    public required IReadOnlyList<ReviewRow> Rows { get; init; }
    public required long Total { get; init; }
    public required int Page { get; init; }
    public required LossReasonCounts Reasons { get; init; }
}

public sealed record ReviewRow : ListedCustomer
{
    public required DateOnly LostOn { get; init; }
    public string? UnitName { get; init; }
    public required string Grade { get; init; }
    public required string Segment { get; init; }
    public DateOnly? LastDay { get; init; }
    public long? Spent { get; init; }
    public DateOnly? DueOn { get; init; }
    public LossReason? Reason { get; init; }
    public DateTimeOffset? WrittenAt { get; init; }
    public string? WrittenBy { get; init; }
    public DateOnly? ReturnedOn { get; init; }
    public DateOnly? RepurchasedOn { get; init; }
    public DateOnly? RetainedOn { get; init; }
    public DateOnly? LostAgainOn { get; init; }
}
