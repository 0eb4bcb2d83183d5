using Regard.Customers;
using Regard.Organisation;
namespace Regard.Surveys;

/// <summary>What the company knows, inside the transaction, of the submissions it is about to keep.</summary>
sealed class BatchFacts
{
    public required DateOnly Today { get; init; }
    public required IReadOnlyDictionary<Id<Wave>, Wave> Waves { get; init; }
    public required IReadOnlyDictionary<(Id<Customer>, Guid), Invitation> Invitations { get; init; }
    public required IReadOnlyDictionary<DateOnly, UnitTree> Trees { get; init; }

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
        return caller.IsInstallation || Trees[wave.TreeDay].PathTo(unit.Id).Any(u => over.Contains(u.Id)) ? unit : throw NoUnit(code);
    }

    public static async Task<BatchFacts> Gather(Session s, IReadOnlyList<Checked> batch)
    {
        var waves = new Dictionary<Id<Wave>, Wave>();
        foreach (var id in batch.Select(b => b.Form.Wave.Id).Distinct().OrderBy(id => id.Value))
        {
            await s.LockResponses(id);
            waves[id] = await s.Wave(id);
        }
        var trees = new Dictionary<DateOnly, UnitTree>();
        if (batch.Any(b => b.Submission is not SubmitByLink))
            foreach (var day in waves.Values.Select(w => w.TreeDay).Distinct()) trees[day] = await UnitStore.Tree(s, day);
        return new() { Today = s.Today, Waves = waves, Trees = trees, Invitations = await Invited(s, batch) };
    }

    static async Task<Dictionary<(Id<Customer>, Guid), Invitation>> Invited(Session s, IReadOnlyList<Checked> batch)
    {
        var links = batch.Select(b => b.Submission).OfType<SubmitByLink>().Select(l => l.Link).OfType<PersonalLink>().ToList();
        if (links.Count == 0) return [];
        return (await s.Many<Invitation>($"""
            select customer_id, id, wave_id, unit_id, segment, secret_hash, linked_at, opened_at, submitted_at from invitations
            where {s.Dialect.Among("customer_id", "customers")}
            """, new { customers = s.Dialect.Keys(links.Select(l => l.CustomerId.Value).Distinct()) }))
            .ToDictionary(i => (i.CustomerId, i.Id.Value));
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
