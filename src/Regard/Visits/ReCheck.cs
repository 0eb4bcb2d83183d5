using Regard.Organisation;
namespace Regard.Visits;

/// <summary>What was not done, looked at again.</summary>
public sealed record ReCheck
{
    public const int LongestWords = 1000;

    /// <summary>1, 2, 3 within the visit.</summary>
    public required long Number { get; init; }
    public required string ItemKey { get; init; }
    public required bool Passed { get; init; }
    public required string Words { get; init; }
    public Id<VisitPhoto>? PhotoId { get; init; }
    public string? CheckedBy { get; init; }
    public required DateTimeOffset CheckedAt { get; init; }
}

static class ReChecks
{
    /// <summary>A unit that audits itself gets this long to put things right.</summary>
    public const int SelfAuditDays = 14;

    public static async Task<IReadOnlyList<ReCheck>> Of(Session s, Id<Visit> visit) => await s.Many<ReCheck>("""
        select r.number, r.item_key, r.passed, r.words, r.photo_id, p.name as checked_by, r.checked_at
        from visit_rechecks r left join people p on p.id = r.checked_by where r.visit_id = @visit order by r.number, r.item_key
        """, new { visit });
}
