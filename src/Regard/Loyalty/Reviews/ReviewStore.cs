using Regard.Customers;
using Regard.Organisation;
namespace Regard.Loyalty;

static class ReviewStore
{
    public static async Task<LostReview?> Find(Session s, Id<Customer> customer, DateOnly lostOn) =>
        await s.Maybe<LostReview>($"select {LostReview.Columns} from lost_reviews r where r.customer_id = @customer and r.lost_on = @lostOn", new { customer, lostOn });

    /// <summary>The loss, if it is one and in the caller's care; a review only where somebody looked or has to look into it.</summary>
    public static async Task<Loss> InCare(Session s, Id<Customer> customer, DateOnly lostOn, Permission permission)
    {
        var missing = Words.Of("There is no such loss of a customer in your care.");
        var review = await Find(s, customer, lostOn);
        var standing = await s.Maybe<LossRow>("select unit_id, segment from standings where customer_id = @customer and lost_on = @lostOn", new { customer, lostOn });
        if (review is null && standing is null) throw new NotFound(missing);
        var unit = review is null ? standing!.UnitId : review.UnitId;
        var tree = await UnitStore.Tree(s, s.Today);
        var care = tree.InCare(s.Caller, permission);
        if (!(unit is { } id ? care.Contains(id) : tree.Roots.All(r => care.Contains(r.Id)))) throw new NotFound(missing);
        return new(customer, lostOn, unit, review?.Segment ?? standing!.Segment, review);
    }

    /// <summary>The grade held at the beginning of the quarter of the loss, as the churn charts count it.</summary>
    public static async Task<string> GradeAt(Session s, Id<Customer> customer, DateOnly lostOn) =>
        (await s.Many<string>("select grade from grades_held where customer_id = @customer and from_day < @begin order by from_day desc limit 1", new { customer, begin = Quarters.Begin(lostOn) })).FirstOrDefault(GradeRule.Ungraded);

    public static Task<List<LossFinding>> Findings(Session s, Id<Customer> customer, DateOnly lostOn) => s.Many<LossFinding>("""
        select f.number, f.reason, f.words, f.todo, p.name as written_by, f.written_at from review_findings f left join people p on p.id = f.written_by
        where f.customer_id = @customer and f.lost_on = @lostOn order by f.number desc
        """, new { customer, lostOn });

    sealed record LossRow
    {
        public Id<Unit>? UnitId { get; init; }
        public required string Segment { get; init; }
    }
}

/// <param name="Review">Null before anybody has looked into it.</param>
sealed record Loss(Id<Customer> CustomerId, DateOnly LostOn, Id<Unit>? UnitId, string Segment, LostReview? Review);
