using Regard.Customers;
using Regard.Organisation;
namespace Regard.Surveys;

/// <summary>When these customers answered by a link of their own, and how satisfied they were all in all. Other ways of answering tell nobody who answered.</summary>
public sealed record AnswersOfCustomers(IReadOnlyList<Id<Customer>> Customers) : Question<IReadOnlyList<CustomerAnswer>>
{
    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<IReadOnlyList<CustomerAnswer>> Run(Session s)
    {
        var rows = await s.Many<Row>($"""
            select r.id, r.unit_id, r.ratings, r.submitted_at, w.id as wave_id, w.name as wave_name, w.form_version_id, w.closes_on, w.closed_at
            from responses r join waves w on w.id = r.wave_id
            where {s.Dialect.Among("r.customer_id", "keys")} and r.channel = '{nameof(ResponseChannel.PersonalLink)}'
            """, new Dictionary<string, object> { ["keys"] = s.Dialect.Keys(Customers.Select(c => c.Value)) });
        if (rows.Count == 0) return [];
        var answers = new List<CustomerAnswer>();
        await using var units = await s.Several(UnitStore.Rows);
        var trees = await UnitStore.Trees(units);
        foreach (var row in rows)
        {
            var tree = trees(row.ClosedAt is { } at && DateOnly.FromDateTime(at.UtcDateTime) < row.ClosesOn ? DateOnly.FromDateTime(at.UtcDateTime) : row.ClosesOn);
            if (!tree.InCare(s.Caller, Needs).Contains(row.UnitId)) continue;
            var form = await FormStore.Version(s, row.FormVersionId);
            answers.Add(new() { Id = row.Id, Day = DateOnly.FromDateTime(row.SubmittedAt.UtcDateTime), WaveId = row.WaveId, WaveName = row.WaveName, UnitId = row.UnitId, UnitName = tree.Find(row.UnitId)?.Name, Overall = OverallScore.Of(form.Slots, row.Ratings) });
        }
        return answers;
    }

    sealed record Row
    {
        public required Id<Response> Id { get; init; }
        public required Id<Unit> UnitId { get; init; }
        public required byte[] Ratings { get; init; }
        public required DateTimeOffset SubmittedAt { get; init; }
        public required Id<Wave> WaveId { get; init; }
        public required string WaveName { get; init; }
        public required Id<FormVersion> FormVersionId { get; init; }
        public required DateOnly ClosesOn { get; init; }
        public DateTimeOffset? ClosedAt { get; init; }
    }
}

/// <summary>One answered form of a customer.</summary>
public sealed record CustomerAnswer
{
    public required Id<Response> Id { get; init; }
    public required DateOnly Day { get; init; }
    public required Id<Wave> WaveId { get; init; }
    public required string WaveName { get; init; }
    public required Id<Unit> UnitId { get; init; }
    public string? UnitName { get; init; }
    /// <summary>Mean of the ratings of overall satisfaction, 0 to 100; null when none was asked or given.</summary>
    public double? Overall { get; init; }
}
