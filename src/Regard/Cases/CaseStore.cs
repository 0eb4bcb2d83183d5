using Regard.Customers;
using Regard.Organisation;
namespace Regard.Cases;

static class CaseStore
{
    const string KeyOf = "select customer_id, case_id from case_numbers where number = @number";

    public static Words Missing { get; } = Words.Of("There is no such case.");

    public const string Columns = """
        c.customer_id, c.id, c.number, c.kind, c.channel, c.state, c.unit_id, c.owner_id, c.sponsor_id, c.is_known, c.title, c.words, c.customers_view, c.our_facts, c.wants, c.severity, c.anger,
        c.fault, c.cause, c.mix, c.grade, c.contact_name, c.contact_email, c.contact_phone, c.language_tag, c.about_id, c.is_own_mistake, c.body, c.body_reference, c.is_media, c.spokesperson_id, c.is_major, c.rules_number,
        c.hand_overs, c.due_at, c.heard_at, c.created_at, c.closed_at, c.merged_into_customer, c.merged_into, c.revision
        """;

    public static async Task<Case> ByNumber(Session s, long number)
    {
        var key = await s.One<Key>(KeyOf, new { number }, Missing);
        return await s.One<Case>($"select {Columns} from cases c where c.customer_id = @CustomerId and c.id = @CaseId", key, Missing);
    }

    /// <summary>The case, if it shows to the caller; what was offered to the caller, or asked of the caller, shows too.</summary>
    public static async Task<Case> Seen(Session s, long number)
    {
        var (found, sight) = (await ByNumber(s, number), await CaseSight.Of(s));
        return await Shows(s, found, sight) ? found : throw new NotFound(Missing);
    }

    /// <summary>The case, held until the commit, if it shows to the caller: whoever else changes it waits, and then sees what has become of it.</summary>
    public static async Task<(Case Case, CaseSight Sight)> Held(Session s, long number)
    {
        var (found, sight) = (await Hold(s, number), await CaseSight.Of(s));
        return await Shows(s, found, sight) ? (found, sight) : throw new NotFound(Missing);
    }

    /// <summary>The case, held until the commit, if the caller may work on it.</summary>
    public static async Task<Case> InHand(Session s, long number, bool isOpen = true)
    {
        var (found, sight) = await Held(s, number);
        if (!sight.Handles(found)) throw Beyond;
        if (isOpen) DemandOpen(found);
        return found;
    }

    /// <summary>The case, held until the commit, if the caller manages its unit.</summary>
    public static async Task<Case> Managed(Session s, long number, bool isOpen = true)
    {
        var (found, sight) = await Held(s, number);
        if (!sight.Manages(found)) throw Beyond;
        if (isOpen) DemandOpen(found);
        return found;
    }

    public static Refused Beyond => new(Regard.Words.Of("Your role does not include this."), forbidden: true);

    /// <summary>The case, held until the commit, whoever asks.</summary>
    public static async Task<Case> Hold(Session s, long number)
    {
        for (var again = true; ; again = false)
        {
            var key = await s.One<Key>(KeyOf, new { number }, Missing);
            if (await s.Write("update cases set revision = revision + 1 where customer_id = @CustomerId and id = @CaseId", key) > 0) return await s.One<Case>($"select {Columns} from cases c where c.customer_id = @CustomerId and c.id = @CaseId", key, Missing);
            // It was given to another customer while we waited.
            if (!again) throw new NotFound(Missing);
        }
    }

    static async Task<bool> Shows(Session s, Case c, CaseSight sight) => sight.Sees(c) || (!sight.IsAboutMe(c) && s.Caller.Person is { } me && (c.SpokespersonId == me || await s.Value<long>("""
        select (select count(*) from case_handovers where customer_id = @CustomerId and case_id = @Id and to_id = @me and answered_at is null)
             + (select count(*) from case_tasks where customer_id = @CustomerId and case_id = @Id and owner_id = @me)
             + (select count(*) from case_escalations where customer_id = @CustomerId and case_id = @Id and to_id = @me)
        """, new { c.CustomerId, c.Id, me }) > 0));

    public static void DemandOpen(Case c)
    {
        if (c.State == CaseState.Merged) throw new Refused("This case goes on in another one.");
        if (!c.IsOpen) throw new Refused("This case is closed. Reopen it first.");
    }

    public static async Task<CaseRules> Rules(Session s, long number) => number == 0 ? CaseRules.AsDelivered
        : CaseRules.Read((await s.Maybe<string>("select document from case_rules where number = @number", new { number }))!);

    /// <summary>The rules that hold now; number 0 are those as delivered.</summary>
    public static async Task<(long Number, CaseRules Rules)> RulesNow(Session s)
    {
        var number = await s.Value<long?>("select max(number) from case_rules") ?? 0;
        return (number, await Rules(s, number));
    }

    /// <summary>Brings what a case is found by up to date, after its words, its notes or whose it is have changed.</summary>
    public static async Task Reword(Session s, Case c)
    {
        var notes = await s.Many<string>("select words from case_notes where customer_id = @CustomerId and case_id = @Id order by written_at, id", new { c.CustomerId, c.Id });
        await s.Write("update cases set found_by = @words where customer_id = @CustomerId and id = @Id", new { words = CaseWords.Of(c, notes), c.CustomerId, c.Id });
        if (s.Dialect.IndexCaseWords is { } sql) await s.Write(sql, new { from = c.Number, until = c.Number });
    }

    /// <summary>Writes how a case that is held is now, and keeps its task in step.</summary>
    /// <param name="was">How it was when it was taken in hand.</param>
    public static async Task Change(Session s, Case was, Case c)
    {
        if (was == c) return;
        await s.Write("""
            update cases set kind = @Kind, state = @State, unit_id = @UnitId, owner_id = @OwnerId, is_known = @IsKnown, title = @Title, words = @Words, customers_view = @CustomersView, our_facts = @OurFacts,
              wants = @Wants, severity = @Severity, anger = @Anger, fault = @Fault, cause = @Cause, mix = @Mix, grade = @Grade, contact_name = @ContactName, contact_email = @ContactEmail, contact_phone = @ContactPhone,
              language_tag = @LanguageTag, about_id = @AboutId, is_own_mistake = @IsOwnMistake, body = @Body, body_reference = @BodyReference, is_media = @IsMedia, spokesperson_id = @SpokespersonId, is_major = @IsMajor, hand_overs = @HandOvers,
              due_at = @DueAt, closed_at = @ClosedAt, merged_into_customer = @MergedIntoCustomer, merged_into = @MergedInto
            where customer_id = @CustomerId and id = @Id
            """, Values(c));
        if ((was.UnitId, was.OwnerId) != (c.UnitId, c.OwnerId)) await Reword(s, c);
        await CaseWork.Follow(s, was, c);
    }

    internal static object Values(Case c, Id<Person>? createdBy = null) => new
    {
        c.CustomerId, c.Id, c.Number, Kind = c.Kind.ToString(), Channel = c.Channel.ToString(), State = c.State.ToString(), c.UnitId, c.OwnerId, c.SponsorId, c.IsKnown, c.Title, c.Words, c.CustomersView, c.OurFacts,
        Wants = c.Wants?.ToString(), Severity = c.Severity.ToString(), c.Anger, Fault = c.Fault.ToString(), Cause = c.Cause?.ToString(), Mix = c.Mix?.ToString(), c.Grade, c.ContactName, c.ContactEmail, c.ContactPhone, c.LanguageTag, c.AboutId,
        c.IsOwnMistake, c.Body, c.BodyReference, c.IsMedia, c.SpokespersonId, c.IsMajor, c.RulesNumber, c.HandOvers, c.DueAt, c.HeardAt, c.CreatedAt, CreatedBy = createdBy, c.ClosedAt, c.MergedIntoCustomer, c.MergedInto, c.Revision,
    };

    sealed record Key
    {
        public required Id<Customer> CustomerId { get; init; }
        public required Id<Case> CaseId { get; init; }
    }
}
