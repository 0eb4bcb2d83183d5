using Dapper;
using Regard.Customers;
using Regard.Organisation;
namespace Regard.Surveys;

/// <summary>What the company knows, inside the transaction, of the submissions it is about to keep.</summary>
sealed class BatchFacts
{
    public required DateOnly Today { get; init; }
    public required IReadOnlyDictionary<Id<Wave>, Wave> Waves { get; init; }
    /// <summary>The number of the response that came last in each wave.</summary>
    public required IReadOnlyDictionary<Id<Wave>, long> Last { get; init; }
    public required IReadOnlyDictionary<(Id<Customer>, Guid), Invitation> Invitations { get; init; }
    public required IReadOnlyDictionary<DateOnly, UnitTree> Trees { get; init; }
    /// <summary>The responses that these customers have given already.</summary>
    public required IReadOnlyDictionary<(Id<Customer>, Guid), Response> Given { get; init; }

    public Wave Wave(AnsweringForm form) => Waves[form.Wave.Id];

    /// <summary>Why the wave takes no answers now; null when it does.</summary>
    public Refused? Closed(AnsweringForm form) =>
        Wave(form).WhyNoAnswers(Today) is { } why ? new Refused(why)
        : Wave(form).FormVersionId != form.Version.Id ? new Refused("This survey was changed meanwhile. Please load the page again.")
        : null;

    public Unit Unit(Wave wave, string code) => Trees[wave.TreeDay].FindCode(code) ?? throw NoUnit(code);

    static Invalid NoUnit(string code) => new("UnitCode", "There is no unit {0}.", code);

    /// <summary>A unit about which the caller may send answers in.</summary>
    public Unit UnitInCare(Caller caller, Wave wave, string code)
    {
        var unit = Unit(wave, code);
        var over = caller.Over(Permission.DoFieldwork);
        var tree = Trees[wave.TreeDay];
        var inCare = unit.Kind == UnitKind.Competitor ? tree.Roots.All(r => over.Contains(r.Id)) : tree.PathTo(unit.Id).Any(u => over.Contains(u.Id));
        return caller.IsInstallation || inCare ? unit : throw NoUnit(code);
    }

    /// <summary>Everything in one round trip: while it lasts, nobody else's answers to these waves are kept. By customer alone: two lists at once would have the index tried with every pair of them.</summary>
    public static async Task<BatchFacts> Gather(Session s, IReadOnlyList<Checked> batch)
    {
        var waves = batch.Select(b => b.Form.Wave.Id).Distinct().OrderBy(id => id.Value).ToList();
        await using var rows = await s.Several($"""
            insert into counters (name, last) values {string.Join(", ", waves.Select((_, i) => $"(@c{i}, 0)"))}
            on conflict (name) do update set last = counters.last returning name, last;
            select {WaveStore.Columns} from waves where {s.Dialect.Among("id", "waves")};
            {UnitStore.Rows};
            select customer_id, id, wave_id, unit_id, segment, secret_hash, linked_at, opened_at, submitted_at from invitations
            where {s.Dialect.Among("customer_id", "invited")};
            select customer_id, id, wave_id, unit_id, segment, ratings, answers, submitted_at from responses
            where {s.Dialect.Among("customer_id", "customers")}
            """, Values(s, batch, waves));
        var last = (await rows.Next<Counter>()).ToDictionary(c => c.Name, c => c.Last);
        var found = (await rows.Next<Wave>()).ToDictionary(w => w.Id);
        var tree = await UnitStore.Trees(rows);
        return new()
        {
            Today = s.Today, Waves = found, Last = waves.ToDictionary(id => id, id => last[WaveStore.Counter(id)]),
            Trees = found.Values.Select(w => w.TreeDay).Distinct().ToDictionary(day => day, tree),
            Invitations = (await rows.Next<Invitation>()).ToDictionary(i => (i.CustomerId, i.Id.Value)),
            Given = (await rows.Next<Response>()).ToDictionary(r => (r.CustomerId, r.Id.Value)),
        };
    }

    static DynamicParameters Values(Session s, IReadOnlyList<Checked> batch, IReadOnlyList<Id<Wave>> waves)
    {
        var customers = batch.Where(b => b.Submission.Customer is not null).Select(b => b.Submission.Customer!.Value.Value).Distinct().ToList();
        var invited = batch.Select(b => b.Submission).OfType<SubmitByLink>().Select(l => l.Customer).OfType<Id<Customer>>().Select(id => id.Value).Distinct();
        var values = new DynamicParameters(new { waves = s.Dialect.Keys(waves.Select(w => w.Value)), customers = s.Dialect.Keys(customers), invited = s.Dialect.Keys(invited) });
        foreach (var (i, wave) in waves.Index()) values.Add($"c{i}", WaveStore.Counter(wave));
        return values;
    }

    sealed record Counter
    {
        public required string Name { get; init; }
        public required long Last { get; init; }
    }
}

/// <summary>A submission in order: under which key, about which unit.</summary>
sealed record Accepted
{
    public required Id<Customer> CustomerId { get; init; }
    public required Guid Id { get; init; }
    public required Id<Unit> UnitId { get; init; }
    public required ResponseChannel Channel { get; init; }
    public string Segment { get; init; } = "";
    public double Weight { get; init; } = 1;
}
