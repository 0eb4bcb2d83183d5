using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Loyalty;

/// <summary>Why customers were lost, by grade, the most frequent reason first.</summary>
public sealed record LossReasonCounts
{
    /// <summary>Reviews under which no share is told.</summary>
    public const int Minimum = 10;

    public required IReadOnlyList<LossReasonCount> Reasons { get; init; }
    /// <summary>Reviews of grades none, A to D.</summary>
    public required long[] Reviewed { get; init; }
    public long All => Reviewed.Sum();

    internal static async Task<LossReasonCounts> Of(Session s, System.Collections.IEnumerable units)
    {
        var counts = await s.Many<Row>($"""
            select r.grade, f.reason, count(*) as reviews from lost_reviews r join review_findings f on f.customer_id = r.customer_id and f.lost_on = r.lost_on and f.number = r.finding
            where {s.Dialect.Among("r.unit_id", "units")} group by r.grade, f.reason
            """, new { units });
        long[] ByGrade(IEnumerable<Row> rows) => [rows.Where(r => r.Grade.Length == 0).Sum(r => r.Reviews), .. GradeRule.Grades.Select(g => rows.Where(r => r.Grade == g).Sum(r => r.Reviews))];
        var all = ByGrade(counts);
        return new()
        {
            Reviewed = all,
            Reasons = [.. counts.GroupBy(c => c.Reason).Select(g => (Reason: g.Key, Counts: ByGrade(g))).OrderByDescending(g => g.Counts.Sum()).ThenBy(g => g.Reason)
                .Select(g => new LossReasonCount(g.Reason, g.Counts, Wilson.Share(g.Counts.Sum(), all.Sum()).WithholdUnder(Minimum), [.. g.Counts.Zip(all, (n, of) => Wilson.Share(n, of).WithholdUnder(Minimum))]))],
        };
    }

    sealed record Row
    {
        public required string Grade { get; init; }
        public required LossReason Reason { get; init; }
        public required long Reviews { get; init; }
    }
}

/// <param name="Counts">Of grades none, A to D.</param>
/// <param name="Share">Of all reviews, with its 95 % interval (Wilson).</param>
/// <param name="Shares">Of the reviews of each grade.</param>
public sealed record LossReasonCount(LossReason Reason, long[] Counts, Estimate Share, IReadOnlyList<Estimate> Shares);
