namespace Regard.Cases;

/// <summary>How it stands with what a customer said, for whoever holds the code.</summary>
public sealed record ShowCaseByReceipt(string Code) : Question<PublicCase>
{
    internal override Permission Needs => Permission.Public;

    internal override async Task<PublicCase> Run(Session s)
    {
        var c = await CaseStore.ByNumber(s, await CaseReceipts.Number(s, Code));
        var key = new { c.CustomerId, c.Id, c.UnitId, c.OwnerId, since = s.Now.AddDays(-AfterCase.OpenDays) };
        await using var rows = await s.Several("""
            select name from units where id = @UnitId;
            select name from people where id = @OwnerId;
            select o.from_at as at, 'TakenOver' as kind, null as words, p.name as who from case_owners o join people p on p.id = o.owner_id where o.customer_id = @CustomerId and o.case_id = @Id and o.number > 1;
            select n.written_at as at, n.kind, n.words, p.name as who from case_notes n left join people p on p.id = n.written_by where n.customer_id = @CustomerId and n.case_id = @Id and n.kind <> 'Internal';
            select o.number, o.words, p.name as made_by, o.made_at, o.is_accepted, o.channel, o.answer, o.answered_at from case_proposals o left join people p on p.id = o.made_by where o.customer_id = @CustomerId and o.case_id = @Id order by o.number;
            select e.asked_at as at, 'AskedForSuperior' as kind, null as words, p.name as who from case_escalations e join people p on p.id = e.to_id where e.customer_id = @CustomerId and e.case_id = @Id;
            select k.reason, k.channel, k.words, k.improvement, p.name as closed_by, k.closed_at, k.reopened_at, k.reopened_because from case_closures k left join people p on p.id = k.closed_by where k.customer_id = @CustomerId and k.case_id = @Id order by k.number;
            select asked from case_pauses where customer_id = @CustomerId and case_id = @Id and until_at is null;
            select due_at from case_clocks where customer_id = @CustomerId and case_id = @Id and kind = 'Resolve' and left_minutes is null and met_at is null and outcome <> 'Void' order by round desc;
            select count(*) from case_surveys where case_id = @Id and secret_hash is not null and submitted_at is null and invited_at > @since
            """, key);
        var (units, owners) = (await rows.Next<string>(), await rows.Next<string>());
        var events = new List<PublicEvent> { new(c.CreatedAt, PublicEventKind.Heard) };
        events.AddRange((await rows.Next<Row>()).Select(r => r.Event));
        events.AddRange((await rows.Next<Row>()).Select(r => r.Event));
        var proposals = await rows.Next<Proposal>();
        events.AddRange(proposals.Select(p => new PublicEvent(p.MadeAt, PublicEventKind.Proposed, p.Words, p.MadeBy)));
        events.AddRange(from p in proposals where p.AnsweredAt is not null select new PublicEvent(p.AnsweredAt!.Value, p.IsAccepted == true ? PublicEventKind.ProposalAccepted : PublicEventKind.ProposalDeclined, p.Answer));
        events.AddRange((await rows.Next<Row>()).Select(r => r.Event));
        var closures = await rows.Next<Closure>();
        events.AddRange(closures.Select(k => new PublicEvent(k.ClosedAt, PublicEventKind.Closed, k.Reason == CloseReason.Spam ? null : k.Words, k.ClosedBy)));
        events.AddRange(from k in closures where k.ReopenedAt is not null select new PublicEvent(k.ReopenedAt!.Value, PublicEventKind.Reopened));
        var (asked, due) = (await rows.Next<string>(), await rows.Next<DateTimeOffset>());
        var waits = await rows.Next<long>();
        return new()
        {
            Number = c.Number, State = c.State, UnitName = units[0], OwnerName = owners[0], Words = c.Words, HeardAt = c.HeardAt, ResolveBy = c.IsOpen && due.Count > 0 ? due[0] : null, Asked = asked.FirstOrDefault(), AsksRating = c.State == CaseState.Closed && waits[0] > 0,
            Proposal = c.IsOpen && proposals is [.., { AnsweredAt: null } last] ? last.Words : null, Events = [.. events.OrderBy(e => e.At)],
        };
    }

    sealed record Row
    {
        public required DateTimeOffset At { get; init; }
        public required string Kind { get; init; }
        public string? Words { get; init; }
        public string? Who { get; init; }

        /// <summary>What was said on the telephone is not written for the customer.</summary>
        public PublicEvent Event => Kind switch
        {
            nameof(CaseNoteKind.Sent) => new(At, PublicEventKind.Said, Words, Who),
            nameof(CaseNoteKind.Received) => new(At, PublicEventKind.Answered, Words),
            nameof(CaseNoteKind.Call) => new(At, PublicEventKind.Called, null, Who),
            _ => new(At, Enum.Parse<PublicEventKind>(Kind), null, Who),
        };
    }
}
