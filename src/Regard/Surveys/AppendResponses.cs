using Regard.Customers;
using Regard.Organisation;
namespace Regard.Surveys;

/// <summary>Keeps the submissions of many people in one transaction, each accepted or turned away for itself.</summary>
sealed record AppendResponses(IReadOnlyList<Checked> Batch) : Change<IReadOnlyList<Outcome>>
{
    internal override Permission Needs => Permission.Public;
    internal override bool Audited => false;
    internal override Task<IReadOnlyList<Outcome>> Run(Session s) => Take(s, Batch);

    public static async Task<IReadOnlyList<Outcome>> Take(Session s, IReadOnlyList<Checked> batch)
    {
        var facts = await BatchFacts.Gather(s, batch);
        var judged = batch.Select(b => Judge(b, facts)).ToList();
        var known = await Known(s, judged);
        var fresh = new Dictionary<(Id<Customer>, Guid), Judged>();
        foreach (var j in judged.Where(j => j.Accepted is not null)) j.Outcome = Place(j, known, fresh, facts, s.Now);
        foreach (var wave in fresh.Values.GroupBy(j => j.Checked.Form.Wave.Id)) await Insert(s, wave.Key, [.. wave]);
        await ResponseCount.Add(s, fresh.Values.Select(j => (j.Checked.Form.Wave.Id, j.Accepted!.UnitId, j.Accepted.Channel)));
        await Finish(s, [.. fresh.Values.Where(j => j.Checked.Submission is not SubmitResponse)]);
        return [.. judged.Select(j => j.Outcome!)];
    }

    sealed class Judged(Checked submission)
    {
        public Checked Checked => submission;
        public Accepted? Accepted { get; init; }
        public Outcome? Outcome { get; set; }
        public (Id<Customer>, Guid) Key => (Accepted!.CustomerId, Accepted.Id);
    }

    static Judged Judge(Checked submission, BatchFacts facts)
    {
        try { return new(submission) { Accepted = submission.Submission.Accept(submission, facts) }; }
        catch (Exception e) when (e is Refused or Invalid or NotFound) { return new(submission) { Outcome = new(null, e) }; }
    }

    /// <summary>By customer alone: two lists at once would have the index tried with every pair of them.</summary>
    static async Task<Dictionary<(Id<Customer>, Guid), Response>> Known(Session s, List<Judged> judged)
    {
        var keys = judged.Where(j => j.Accepted is not null).Select(j => j.Accepted!).ToList();
        if (keys.Count == 0) return [];
        return (await s.Many<Response>($"""
            select customer_id, id, wave_id, unit_id, segment, ratings, answers, submitted_at from responses
            where {s.Dialect.Among("customer_id", "customers")}
            """, new { customers = s.Dialect.Keys(keys.Select(k => k.CustomerId.Value)) }))
            .ToDictionary(r => (r.CustomerId, r.Id.Value));
    }

    static Outcome Place(Judged j, Dictionary<(Id<Customer>, Guid), Response> known, Dictionary<(Id<Customer>, Guid), Judged> fresh, BatchFacts facts, DateTimeOffset now)
    {
        var (accepted, mine, wave) = (j.Accepted!, j.Checked.Answers, j.Checked.Form.Wave.Id);
        if (known.TryGetValue(j.Key, out var before))
            return before.SaysTheSame(wave, accepted.UnitId, mine)
                ? new(new() { Key = accepted.Id, SubmittedAt = before.SubmittedAt, CameBefore = true }, null)
                : Used;
        if (fresh.TryGetValue(j.Key, out var beside))
            return beside.Checked.Form.Wave.Id == wave && beside.Accepted!.UnitId == accepted.UnitId && beside.Checked.Answers.SaysTheSame(mine)
                ? new(new() { Key = accepted.Id, SubmittedAt = now, CameBefore = true }, null)
                : Used;
        if (facts.Closed(j.Checked.Form) is { } refused) return new(null, refused);
        fresh[j.Key] = j;
        return new(new() { Key = accepted.Id, SubmittedAt = now }, null);
    }

    static Outcome Used => new(null, new Refused("This survey has been answered already, with other answers. The first ones count."));

    static async Task Insert(Session s, Id<Wave> wave, List<Judged> fresh)
    {
        var number = await s.NextNumber(WaveStore.Counter(wave), fresh.Count) - fresh.Count;
        await using var append = s.Dialect.Append(s.Transaction, "responses", ResponseColumns.All);
        foreach (var j in fresh)
        {
            var (a, packed) = (j.Accepted!, j.Checked.Answers);
            await append.Write(a.CustomerId.Value, a.Id, wave.Value, ++number, a.UnitId.Value, a.Segment, a.Channel.ToString(), j.Checked.Submission.Language.Tag(),
                packed.Ratings, packed.AnswersJson, a.Weight, packed.HasText, j.Checked.Submission.StartedAt, s.Now);
        }
        await append.Complete();
    }

    /// <summary>What was saved on the way goes, and invitations are done.</summary>
    static async Task Finish(Session s, List<Judged> answered)
    {
        if (answered.Count == 0) return;
        var keys = new { s.Now, customers = s.Dialect.Keys(answered.Select(j => j.Accepted!.CustomerId.Value)), waves = s.Dialect.Keys(answered.Select(j => j.Checked.Form.Wave.Id.Value).Distinct()) };
        var these = $"{s.Dialect.Among("customer_id", "customers")} and {s.Dialect.Among("wave_id", "waves")}";
        await s.Write($"delete from answer_drafts where {these}", keys);
        if (answered.Any(j => j.Accepted!.Channel == ResponseChannel.PersonalLink))
            await s.Write($"update invitations set submitted_at = @Now, opened_at = coalesce(opened_at, @Now) where {these}", keys);
    }
}
