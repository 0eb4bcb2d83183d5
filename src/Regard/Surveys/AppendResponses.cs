using Dapper;
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
        var fresh = new Dictionary<(Id<Customer>, Guid), Judged>();
        foreach (var j in judged.Where(j => j.Accepted is not null)) j.Outcome = Place(j, fresh, facts, s.Now);
        foreach (var wave in fresh.Values.GroupBy(j => j.Checked.Form.Wave.Id)) await Insert(s, wave.Key, facts.Last[wave.Key], [.. wave]);
        if (fresh.Count > 0) await Finish(s, facts, fresh.Values);
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

    static Outcome Place(Judged j, Dictionary<(Id<Customer>, Guid), Judged> fresh, BatchFacts facts, DateTimeOffset now)
    {
        var (accepted, mine, wave) = (j.Accepted!, j.Checked.Answers, j.Checked.Form.Wave.Id);
        if (facts.Given.TryGetValue(j.Key, out var before))
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

    static async Task Insert(Session s, Id<Wave> wave, long number, List<Judged> fresh)
    {
        await using var append = s.Dialect.Append(s.Transaction, "responses", ResponseColumns.All);
        foreach (var j in fresh)
        {
            var (a, packed) = (j.Accepted!, j.Checked.Answers);
            await append.Write(a.CustomerId.Value, a.Id, wave.Value, ++number, a.UnitId.Value, a.Segment, a.Channel.ToString(), j.Checked.Submission.Language.Tag(),
                packed.Ratings, packed.AnswersJson, a.Weight, packed.HasText, j.Checked.Submission.StartedAt, s.Now);
        }
        await append.Complete();
    }

    /// <summary>The numbers are given out, the responses counted; what was saved on the way goes, and invitations are done.</summary>
    static Task Finish(Session s, BatchFacts facts, IReadOnlyCollection<Judged> fresh)
    {
        var values = new DynamicParameters(new { s.Now });
        var statements = new List<string> { ResponseCount.Statement(s, fresh.CountBy(j => (j.Checked.Form.Wave.Id, j.Accepted!.UnitId, j.Accepted.Channel)), values) };
        foreach (var (i, wave) in fresh.GroupBy(j => j.Checked.Form.Wave.Id).Index())
        {
            statements.Add($"update counters set last = @last{i} where name = @counter{i}");
            values.Add($"last{i}", facts.Last[wave.Key] + wave.Count());
            values.Add($"counter{i}", WaveStore.Counter(wave.Key));
        }
        var people = fresh.Where(j => j.Checked.Submission is not SubmitResponse).ToList();
        if (people.Count > 0)
        {
            values.Add("customers", s.Dialect.Keys(people.Select(j => j.Accepted!.CustomerId.Value)));
            values.Add("waves", s.Dialect.Keys(people.Select(j => j.Checked.Form.Wave.Id.Value).Distinct()));
            var these = $"{s.Dialect.Among("customer_id", "customers")} and {s.Dialect.Among("wave_id", "waves")}";
            statements.Add($"delete from answer_drafts where {these}");
            if (people.Any(j => j.Accepted!.Channel == ResponseChannel.PersonalLink))
                statements.Add($"update invitations set submitted_at = @Now, opened_at = coalesce(opened_at, @Now) where {these}");
        }
        return s.Write(string.Join(";\n", statements), values);
    }
}
