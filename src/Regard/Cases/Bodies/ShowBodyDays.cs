using Regard.Measures;
using Regard.Statistics;
namespace Regard.Cases;

/// <summary>What came by external bodies within a time, and whether they were answered by the day that they set.</summary>
/// <param name="Until">The first day that no longer counts.</param>
public sealed record ShowBodyDays(DateOnly From, DateOnly Until) : Question<IReadOnlyList<BodyDays>>
{
    /// <summary>Of fewer answers no share is told.</summary>
    public const int Least = 10;

    internal override Permission Needs => Permission.SeeCases;

    internal override IEnumerable<Problem> Check()
    {
        if (Until <= From) yield return new(nameof(Until), "The end lies before the beginning.");
    }

    internal override async Task<IReadOnlyList<BodyDays>> Run(Session s)
    {
        var zone = (await Organisation.CalendarStore.All(s)).OfCompany;
        var values = new Dictionary<string, object?> { ["from"] = zone.Midnight(From), ["until"] = zone.Midnight(Until), ["now"] = s.Now };
        var rows = await s.Many<Row>($"""
            select c.body, count(distinct c.id) as heard,
              count(*) filter (where k.outcome = 'Running' and k.due_at >= @now) as due,
              count(*) filter (where k.outcome = 'Met') as met,
              count(*) filter (where k.outcome = 'Missed' or (k.outcome = 'Running' and k.due_at < @now)) as missed,
              count(*) filter (where k.met_at is null and (k.outcome = 'Missed' or (k.outcome = 'Running' and k.due_at < @now))) as late,
              min(case when k.outcome = 'Running' and k.due_at >= @now then k.due_at end) as next_due_at
            from cases c left join case_clocks k on k.customer_id = c.customer_id and k.case_id = c.id and k.kind = 'Statutory'
            where c.body is not null and c.created_at >= @from and c.created_at < @until and c.state <> 'Merged' and {(await CaseSight.Of(s)).Within(s, values)}
            group by c.body order by c.body
            """, values);
        return [.. rows.Select(r => new BodyDays(r.Body, r.Heard, r.Due, r.Met, r.Missed, r.Late, r.NextDueAt, Figure.Of(Wilson.Share(r.Met, r.Met + r.Missed), Least)))];
    }

    sealed record Row
    {
        public required string Body { get; init; }
        public required long Heard { get; init; }
        public required long Due { get; init; }
        public required long Met { get; init; }
        public required long Missed { get; init; }
        public required long Late { get; init; }
        public DateTimeOffset? NextDueAt { get; init; }
    }
}

/// <param name="Due">To be answered, and the day is still to come.</param>
/// <param name="Late">Of the missed ones those that are not answered yet.</param>
/// <param name="InTime">Share of those met among those met or missed, 0 to 1.</param>
public sealed record BodyDays(string Body, long Heard, long Due, long Met, long Missed, long Late, DateTimeOffset? NextDueAt, Figure InTime);
