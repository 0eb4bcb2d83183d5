using Regard.Customers;
using Regard.Organisation;
namespace Regard.Cases;

/// <summary>One case with its whole story.</summary>
public sealed record ShowCase(long Number) : Question<CaseWhole>
{
    internal override Permission Needs => Permission.SignedIn;

    internal override async Task<CaseWhole> Run(Session s)
    {
        var c = await CaseStore.Seen(s, Number);
        var sight = await CaseSight.Of(s);
        var key = new { c.CustomerId, c.Id, c.UnitId, c.OwnerId, c.SponsorId, c.AboutId, c.SpokespersonId };
        await using var rows = await s.Several("""
            select kind, round, started_at, minutes, round_the_clock, due_at, left_minutes, met_at, missed_at, outcome from case_clocks where customer_id = @CustomerId and case_id = @Id order by due_at, kind, round;
            select p.name as owner_name, o.how, o.why, o.from_at, o.until_at, g.name as given_by from case_owners o join people p on p.id = o.owner_id left join people g on g.id = o.given_by where o.customer_id = @CustomerId and o.case_id = @Id order by o.number;
            select h.number, h.from_id, f.name as from_name, h.to_id, t.name as to_name, h.why, h.asked_at, h.needs_approval, h.approved_at, h.answer, h.answer_words, h.answered_at
              from case_handovers h join people f on f.id = h.from_id join people t on t.id = h.to_id where h.customer_id = @CustomerId and h.case_id = @Id order by h.number;
            select d.step, d.channel, d.words, p.name as done_by, d.done_at from case_steps d left join people p on p.id = d.done_by where d.customer_id = @CustomerId and d.case_id = @Id order by d.number;
            select n.id, n.kind, n.channel, n.subject, n.words, n.party, n.written_by, p.name as writer_name, n.written_at from case_notes n left join people p on p.id = n.written_by where n.customer_id = @CustomerId and n.case_id = @Id order by n.written_at, n.id;
            select f.id, f.note_id, f.name, f.type, f.size, f.scan, p.name as added_by, f.added_at from case_files f left join people p on p.id = f.added_by where f.customer_id = @CustomerId and f.case_id = @Id and f.removed_at is null order by f.added_at, f.id;
            select t.id, t.kind, t.unit_id, u.name as unit_name, t.owner_id, p.name as owner_name, t.words, t.due_at, t.asked_at, t.answer, t.done_at, t.withdrawn_at
              from case_tasks t join units u on u.id = t.unit_id join people p on p.id = t.owner_id where t.customer_id = @CustomerId and t.case_id = @Id order by t.asked_at, t.id;
            select o.number, o.words, p.name as made_by, o.made_at, o.is_accepted, o.channel, o.answer, o.answered_at from case_proposals o left join people p on p.id = o.made_by where o.customer_id = @CustomerId and o.case_id = @Id order by o.number;
            select k.reason, k.channel, k.words, k.improvement, p.name as closed_by, k.closed_at, k.reopened_at, k.reopened_because from case_closures k left join people p on p.id = k.closed_by where k.customer_id = @CustomerId and k.case_id = @Id order by k.number;
            select e.number, e.id, u.name as unit_name, e.to_id, p.name as to_name, e.words, e.asked_at, e.due_at from case_escalations e join units u on u.id = e.unit_id join people p on p.id = e.to_id where e.customer_id = @CustomerId and e.case_id = @Id order by e.number;
            select r.words, p.name as written_by, r.written_at from case_reviews r left join people p on p.id = r.written_by where r.customer_id = @CustomerId and r.case_id = @Id order by r.number;
            select asked from case_pauses where customer_id = @CustomerId and case_id = @Id and until_at is null;
            select id, name from people where id = @OwnerId or id = @SponsorId or id = @AboutId or id = @SpokespersonId;
            select n.number from case_numbers n where n.case_id in (select m.case_id from case_merges m where m.into_customer_id = @CustomerId and m.into_case_id = @Id and m.undone_at is null) order by n.number
            """, key);
        var whole = new CaseWhole
        {
            Clocks = await rows.Next<CaseClock>(), Owners = await rows.Next<OwnerHeld>(), Offers = await rows.Next<HandOverOffer>(), Steps = await rows.Next<StepDone>(), Notes = await rows.Next<CaseNote>(),
            Files = await rows.Next<CaseFile>(), Tasks = await rows.Next<CaseTask>(), Proposals = await rows.Next<Proposal>(), Closures = await rows.Next<Closure>(),
            Escalations = await rows.Next<CaseEscalation>(), Reviews = await rows.Next<CaseReview>(), Asked = (await rows.Next<string>()).FirstOrDefault(),
            Case = c, UnitName = sight.Tree.Find(c.UnitId)?.Name ?? "", OwnerName = "", SponsorName = "", Merged = [], Now = s.Now, SeesPersonalData = sight.SeesNames(c),
            MayHandle = sight.Handles(c), MayManage = sight.Manages(c),
        };
        var names = (await rows.Next<Named>()).ToDictionary(p => p.Id, p => p.Name);
        whole = whole with
        {
            OwnerName = names[c.OwnerId], SponsorName = names[c.SponsorId], AboutName = c.AboutId is { } about ? names.GetValueOrDefault(about) : null, SpokespersonName = c.SpokespersonId is { } speaker ? names.GetValueOrDefault(speaker) : null, Merged = await rows.Next<long>(),
            MergedIntoNumber = c.MergedInto is { } into ? await s.Maybe<long?>("select number from case_numbers where case_id = @into", new { into }) : null,
        };
        whole = whole with { SeesPersonalData = whole.SeesPersonalData || (IsAsked(whole, s.Caller.Person) && s.Caller.May(Permission.SeePersonalData)) };
        return whole.SeesPersonalData ? whole : CaseMasking.Masked(whole, s.Caller.Person);
    }

    /// <summary>Who is asked to take it over, to help with it or to answer the customer has to read it.</summary>
    static bool IsAsked(CaseWhole c, Id<Person>? me) =>
        me is { } person && (c.Case.SpokespersonId == person || c.OpenOffer?.ToId == person || c.Tasks.Any(t => t.OwnerId == person && t.Kind != CaseTaskKind.Broadcast) || c.Escalations.Any(e => e.ToId == person));

    sealed record Named
    {
        public required Id<Person> Id { get; init; }
        public required string Name { get; init; }
    }
}
