using Regard.Customers;
using Regard.Organisation;
namespace Regard.Cases;

/// <summary>Takes down what somebody said. Whoever hears it owns it; what no person heard goes to the contact person of the unit.</summary>
public sealed record HearCase : Change<CaseHeard>
{
    public const int LongestWords = 20_000, LongestTitle = 200, LongestName = 200;
    const int TitleFromWords = 80;

    /// <summary>Made by who sends it, so that what is sent twice is taken once.</summary>
    public Id<Case>? Key { get; init; }
    public CaseKind Kind { get; init; } = CaseKind.Complaint;
    public CaseChannel Channel { get; init; } = CaseChannel.InPerson;
    public required Id<Unit> UnitId { get; init; }
    public required string Words { get; init; }
    /// <summary>Left out, it is the beginning of the words.</summary>
    public string? Title { get; init; }
    public Id<Customer>? CustomerId { get; init; }
    public string? ContactName { get; init; }
    public string? ContactEmail { get; init; }
    public string? ContactPhone { get; init; }
    public string? LanguageTag { get; init; }
    public Severity Severity { get; init; } = Severity.Minor;
    public int Anger { get; init; }
    public Wish? Wants { get; init; }
    public Id<Person>? AboutId { get; init; }
    /// <summary>The one who reports it made the mistake.</summary>
    public bool IsOwnMistake { get; init; }
    public string? Body { get; init; }
    public string? BodyReference { get; init; }
    /// <summary>Set by law or by the external body; left out, as the list of bodies says.</summary>
    public DateTimeOffset? StatutoryDueAt { get; init; }
    public bool IsMedia { get; init; }
    /// <summary>When it was said, if earlier than now: kept on a phone without network.</summary>
    public DateTimeOffset? HeardAt { get; init; }

    /// <summary>By which the customer follows it, where the sender knows it already.</summary>
    internal string? Receipt { get; init; }
    /// <summary>The unit's contact is to own it, whoever found it.</summary>
    internal bool ForContact { get; init; }

    internal override Permission Needs => Permission.HearCases;
    internal override string Subject => $"{Kind} {Channel} {UnitId}";

    internal override IEnumerable<Problem> Check()
    {
        if (string.IsNullOrWhiteSpace(Words)) yield return new(nameof(Words), "Say what it is about.");
        else if (Words.Length > LongestWords) yield return new(nameof(Words), "At most {0} characters.", LongestWords);
        if (Title?.Length > LongestTitle) yield return new(nameof(Title), "At most {0} characters.", LongestTitle);
        foreach (var (field, text) in new[] { (nameof(ContactName), ContactName), (nameof(ContactEmail), ContactEmail), (nameof(ContactPhone), ContactPhone), (nameof(Body), Body), (nameof(BodyReference), BodyReference) })
            if (text?.Length > LongestName) yield return new(field, "At most {0} characters.", LongestName);
        if (Anger is < 0 or > Case.MostAnger) yield return new(nameof(Anger), "Between {0} and {1}.", 0, Case.MostAnger);
        if (Channel == CaseChannel.ExternalBody && string.IsNullOrWhiteSpace(Body)) yield return new(nameof(Body), "Say which body it came from.");
    }

    internal override async Task<CaseHeard> Run(Session s)
    {
        await DemandUnit(s, UnitId);
        if (Key is { } key && await s.Maybe<long?>("select number from case_numbers where case_id = @key", new { key }) is { } already) return new(already, null);
        if (HeardAt > s.Now.AddMinutes(5)) throw new Invalid(nameof(HeardAt), "This moment is yet to come.");
        if (StatutoryDueAt < s.Now) throw new Invalid(nameof(StatutoryDueAt), "This moment is over already.");
        var customer = CustomerId is { } id ? await Known(s, id) : null;
        if (AboutId is { } about) await PersonStore.Find(s, about);
        var owner = ForContact
            ? await CaseOwners.Found(s, UnitId, customer?.CustomerId) ?? throw new Refused(CaseOwners.Nobody)
            : await CaseOwners.Of(s, UnitId, customer?.CustomerId, not: IsOwnMistake ? null : AboutId);
        var (rulesNumber, rules) = await CaseStore.RulesNow(s);
        var (calendar, listed) = (await CalendarStore.Of(s, UnitId), await BodyStore.Named(s, Body));
        var heardAt = HeardAt is { } at && at < s.Now ? at.ToMilliseconds() : s.Now;
        var heard = new Case
        {
            CustomerId = customer?.CustomerId ?? new Id<Customer>(Guid.NewGuid()), Id = Key ?? Id<Case>.New(s.Now), Number = await s.NextNumber("case"), Kind = Kind, Channel = Channel, State = CaseState.Open,
            UnitId = UnitId, OwnerId = owner, SponsorId = owner, IsKnown = customer is not null, Title = CaseTexts.Plain(Title) ?? Beginning(Words), Words = Words.Trim(), CustomersView = "", OurFacts = "", Wants = Wants,
            Severity = Severity, Anger = Anger, Fault = Fault.Unclear, Grade = customer is null ? "" : await Grade(s, customer.CustomerId), ContactName = CaseTexts.Plain(ContactName) ?? customer?.Name,
            ContactEmail = CaseTexts.Plain(ContactEmail) ?? customer?.Email, ContactPhone = CaseTexts.Plain(ContactPhone) ?? customer?.Phone, LanguageTag = CaseTexts.Plain(LanguageTag) ?? customer?.LanguageTag,
            AboutId = IsOwnMistake ? s.Caller.Person : AboutId, IsOwnMistake = IsOwnMistake, Body = listed?.Name ?? CaseTexts.Plain(Body), BodyReference = CaseTexts.Plain(BodyReference), IsMedia = IsMedia, SpokespersonId = IsMedia ? await CaseCrisis.Speaker(s, UnitId, IsOwnMistake ? null : AboutId) ?? owner : null, IsMajor = Severity == Severity.Major,
            RulesNumber = rulesNumber, HandOvers = 0, HeardAt = heardAt, CreatedAt = s.Now, Revision = 1,
        };
        var clocks = CaseClocks.Start(heard, rules, calendar, StatutoryDueAt ?? listed?.DueFrom(heardAt, calendar));
        heard = heard with { DueAt = clocks.DueAt };
        await Write(s, heard);
        await CaseClockStore.Write(s, heard, clocks);
        await CaseWork.Put(s, heard, rules);
        if (Anger == Case.MostAnger) await CaseCallBacks.Put(s, heard, rules);
        if (IsMedia) await CaseCrisis.Begin(s, heard, rules);
        await CaseStore.Reword(s, heard);
        return new(heard.Number, await KeepReceipt(s, heard));
    }

    internal static async Task DemandUnit(Session s, Id<Unit> id)
    {
        var unit = (await UnitStore.Tree(s, s.Today)).Find(id);
        if (unit is null || unit.Kind == UnitKind.Competitor) throw new Invalid(nameof(UnitId), "There is no such unit.");
        if (unit.ClosedOn <= s.Today) throw new Invalid(nameof(UnitId), "{0} is closed.", unit.Name);
    }

    /// <summary>The customer that goes on under this key, if the caller may see it.</summary>
    static async Task<Customer> Known(Session s, Id<Customer> id) => await (await CustomerSight.Of(s)).Find(s, await Merging.Goer(s, id));

    static async Task<string> Grade(Session s, Id<Customer> customer) => await s.Maybe<string>("select grade from standings where customer_id = @customer", new { customer }) ?? "";

    static async Task Write(Session s, Case c)
    {
        await s.Write("insert into case_numbers (number, case_id, customer_id) values (@Number, @Id, @CustomerId)", new { c.Number, c.Id, c.CustomerId });
        await s.Write("""
            insert into cases (customer_id, id, number, kind, channel, state, unit_id, owner_id, sponsor_id, is_known, title, words, customers_view, our_facts, wants, severity, anger, fault, cause, grade, contact_name,
              contact_email, contact_phone, language_tag, about_id, is_own_mistake, body, body_reference, is_media, spokesperson_id, is_major, rules_number, hand_overs, due_at, heard_at, created_at, created_by, revision)
            values (@CustomerId, @Id, @Number, @Kind, @Channel, @State, @UnitId, @OwnerId, @SponsorId, @IsKnown, @Title, @Words, @CustomersView, @OurFacts, @Wants, @Severity, @Anger, @Fault, @Cause, @Grade, @ContactName,
              @ContactEmail, @ContactPhone, @LanguageTag, @AboutId, @IsOwnMistake, @Body, @BodyReference, @IsMedia, @SpokespersonId, @IsMajor, @RulesNumber, @HandOvers, @DueAt, @HeardAt, @CreatedAt, @CreatedBy, @Revision)
            """, CaseStore.Values(c, s.Caller.Person));
        await CaseOwners.Note(s, c, OwnedHow.Heard, s.Caller.Person);
    }

    async Task<string> KeepReceipt(Session s, Case c)
    {
        var code = Receipt ?? ReceiptCode.New();
        await s.Write("insert into case_receipts (hash, customer_id, case_id) values (@hash, @CustomerId, @Id)", new { hash = ReceiptCode.Hash(code), c.CustomerId, c.Id });
        return code;
    }

    static string Beginning(string words)
    {
        var line = words.Trim().ReplaceLineEndings(" ");
        return line.Length <= TitleFromWords ? line : string.Concat(line.AsSpan(0, char.IsHighSurrogate(line[TitleFromWords - 2]) ? TitleFromWords - 2 : TitleFromWords - 1), "…");
    }
}

/// <param name="Receipt">What the customer follows it by; told once. Null when the case was taken before.</param>
public sealed record CaseHeard(long Number, string? Receipt);
