namespace Regard.Cases;

/// <summary>What we offer the customer to put it right.</summary>
public sealed record MakeProposal(long Number, string Words) : Change<long>
{
    internal override Permission Needs => Permission.SignedIn;
    internal override string Subject => $"{Number}";
    internal override IEnumerable<Problem> Check() => CaseTexts.Needed(nameof(Words), Words, "Say what you offer.");

    internal override async Task<long> Run(Session s)
    {
        var c = await CaseStore.InHand(s, Number);
        if (await CaseProposals.Last(s, c) is { AnsweredAt: null }) throw new Refused("The customer has not answered the last proposal. Note the answer first.");
        var number = await s.Value<long>("""
            insert into case_proposals (customer_id, case_id, number, words, made_by, made_at)
            select @CustomerId, @Id, coalesce(max(number), 0) + 1, @words, @Person, @Now from case_proposals where customer_id = @CustomerId and case_id = @Id
            returning number
            """, new { c.CustomerId, c.Id, words = Words.Trim(), s.Caller.Person, s.Now });
        await CaseStore.Change(s, c, await CaseClockStore.Change(s, c, clocks => clocks.Met(s.Now, ClockKind.Acknowledge, ClockKind.FirstAction)));
        return number;
    }
}
