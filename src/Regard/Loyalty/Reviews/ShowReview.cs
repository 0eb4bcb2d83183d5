using Regard.Customers;
using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Loyalty;

/// <summary>What is known of a lost customer, and what was found out about the loss.</summary>
public sealed record ShowReview(Id<Customer> CustomerId, DateOnly LostOn) : Question<ReviewView>
{
    const int MostEvents = 30, MostAnswers = 10;

    internal override Permission Needs => Permission.SeeCustomers;

    internal override async Task<ReviewView> Run(Session s)
    {
        var loss = await ReviewStore.InCare(s, CustomerId, LostOn, Permission.SeeCustomers);
        var seesPeople = (await CustomerSight.Of(s)).SeesNames(loss.UnitId);
        var findings = await ReviewStore.Findings(s, CustomerId, LostOn);
        var who = await s.One<LostCustomer>("select customer_id, number, name, phone from customers where customer_id = @CustomerId", new { CustomerId }, Words.Of("There is no such customer."));
        var keys = s.Dialect.Keys(await WithMergedAndContacts(s));
        var events = await s.Many<LostEvent>($"select kind, day, amount, category, words from events where {s.Dialect.Among("customer_id", "keys")} order by day desc limit @MostEvents", Values(keys));
        return new()
        {
            Customer = who.Shown(seesPeople),
            UnitName = loss.UnitId is { } unit ? (await UnitStore.Tree(s, s.Today)).Find(unit)?.Name : null, LostOn = LostOn, Segment = loss.Segment, Today = s.Today,
            Grade = loss.Review?.Grade ?? await ReviewStore.GradeAt(s, CustomerId, LostOn), Review = loss.Review, Findings = seesPeople ? findings : [.. findings.Select(f => f with { Words = PersonalData.Masked(f.Words) ?? "", Todo = PersonalData.Masked(f.Todo) ?? "" })],
            Grades = await s.Many<GradeHeld>("select from_day, grade from grades_held where customer_id = @CustomerId order by from_day desc", new { CustomerId }),
            Events = seesPeople ? events : [.. events.Select(e => e with { Words = PersonalData.Masked(e.Words) })],
            Answers = await Answers(s, keys), Currency = await Currency.Of(s),
            Standing = await s.Maybe<LostStanding>("select last_day, purchases, spent, lifetime, risk, reasons from standings where customer_id = @CustomerId", new { CustomerId }),
            MayWrite = s.Caller.May(Permission.EditCustomers),
        };
    }

    static Dictionary<string, object> Values(System.Collections.IEnumerable keys) => new() { ["keys"] = keys, ["MostEvents"] = MostEvents, ["MostAnswers"] = MostAnswers };

    async Task<HashSet<Guid>> WithMergedAndContacts(Session s)
    {
        HashSet<Guid> all = [CustomerId.Value], newest = [CustomerId.Value];
        while (newest.Count > 0)
        {
            newest = [.. (await s.Many<Id<Customer>>($"select customer_id from customers where {s.Dialect.Among("merged_into", "newest")} or {s.Dialect.Among("account_id", "newest")}", new { newest = s.Dialect.Keys(newest) })).Select(c => c.Value).Where(all.Add)];
        }
        return all;
    }

    static async Task<IReadOnlyList<LostAnswer>> Answers(Session s, System.Collections.IEnumerable keys) => [.. (await s.Many<AnswerRow>($"""
        select w.name as wave, v.document, r.submitted_at, r.ratings from responses r join waves w on w.id = r.wave_id join form_versions v on v.id = w.form_version_id
        where {s.Dialect.Among("r.customer_id", "keys")} order by r.submitted_at desc limit @MostAnswers
        """, Values(keys))).Select(r => (r.Wave, Said: LoyaltySlots.Of(r.Document).Read(DateOnly.FromDateTime(r.SubmittedAt.UtcDateTime), r.Ratings))).Select(r => new LostAnswer(r.Wave, r.Said.Day, r.Said.Satisfaction, r.Said.StatedLoyalty))];

    sealed record AnswerRow
    {
        public required string Wave { get; init; }
        public required FormDocument Document { get; init; }
        public required DateTimeOffset SubmittedAt { get; init; }
        public required byte[] Ratings { get; init; }
    }
}

public sealed record ReviewView
{
    public required LostCustomer Customer { get; init; }
    public string? UnitName { get; init; }
    public required DateOnly LostOn { get; init; }
    public required string Segment { get; init; }
    public required string Grade { get; init; }
    public required DateOnly Today { get; init; }
    /// <summary>Null where nobody has looked into it, and nobody has to.</summary>
    public LostReview? Review { get; init; }
    /// <summary>The newest first; it holds.</summary>
    public required IReadOnlyList<LossFinding> Findings { get; init; }
    public required IReadOnlyList<GradeHeld> Grades { get; init; }
    public required IReadOnlyList<LostEvent> Events { get; init; }
    public required IReadOnlyList<LostAnswer> Answers { get; init; }
    public LostStanding? Standing { get; init; }
    public string? Currency { get; init; }
    public required bool MayWrite { get; init; }
}

/// <summary>Name and phone masked for those who may not see them.</summary>
public sealed record LostCustomer : ListedCustomer;

public sealed record GradeHeld
{
    public required DateOnly FromDay { get; init; }
    public required string Grade { get; init; }
}

public sealed record LostEvent
{
    public required EventKind Kind { get; init; }
    public required DateOnly Day { get; init; }
    public long? Amount { get; init; }
    public string? Category { get; init; }
    public string? Words { get; init; }
}

/// <param name="Satisfaction">0 to 100; null when it was not asked.</param>
/// <param name="StatedLoyalty">0 to 100.</param>
public sealed record LostAnswer(string Wave, DateOnly Day, double? Satisfaction, double? StatedLoyalty);

public sealed record LostStanding
{
    public DateOnly? LastDay { get; init; }
    public required long Purchases { get; init; }
    public required long Spent { get; init; }
    public double? Lifetime { get; init; }
    /// <summary>Chance of being lost, by the last risk model; 0 to 1.</summary>
    public double? Risk { get; init; }
    public string? Reasons { get; init; }
}
