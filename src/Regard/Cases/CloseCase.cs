using Regard.Care;
namespace Regard.Cases;

/// <summary>The case is done. Refused with everything that is still missing.</summary>
/// <param name="Words">How it ended, as the customer may read it.</param>
public sealed record CloseCase(long Number, CloseReason Reason, string Words) : Change<Done>
{
    /// <summary>How the customer told us.</summary>
    public CaseChannel? Channel { get; init; }
    /// <summary>What is done so that it does not happen again, or why nothing is.</summary>
    public string? Improvement { get; init; }

    internal override Permission Needs => Permission.SignedIn;
    internal override string Subject => $"{Number} {Reason}";
    internal override IEnumerable<Problem> Check() => [.. CaseTexts.Needed(nameof(Words), Words, "Say how it ended."), .. CaseTexts.Optional(nameof(Improvement), Improvement)];

    internal override async Task<Done> Run(Session s)
    {
        var c = await CaseStore.InHand(s, Number, isOpen: false);
        if (c.State == CaseState.Closed) throw new Refused("This case is closed already.");
        CaseStore.DemandOpen(c);
        var missing = CaseClosing.Missing(c, this, [.. await CaseTasks.Open(s, c)], await CaseOffers.Open(s, c), await CaseProposals.Last(s, c), await new AwaitingConsent(c).Run(s), await Major(s, c)).ToList();
        if (missing.Count > 0) throw new Invalid(missing);
        await s.Write("""
            insert into case_closures (customer_id, case_id, number, reason, channel, words, improvement, closed_by, closed_at)
            select @CustomerId, @Id, coalesce(max(number), 0) + 1, @reason, @channel, @words, @improvement, @Person, @Now from case_closures where customer_id = @CustomerId and case_id = @Id
            """, new { c.CustomerId, c.Id, reason = Reason.ToString(), channel = Channel?.ToString(), words = Words.Trim(), improvement = CaseTexts.Plain(Improvement) ?? "", s.Caller.Person, s.Now });
        await CaseCallBacks.Settle(s, c);
        await CaseEscalations.Settle(s, c);
        var closed = await CasePauses.End(s, c) with { State = CaseState.Closed, ClosedAt = s.Now };
        await CaseStore.Change(s, c, await CaseClockStore.Change(s, closed, clocks => Reason == CloseReason.Spam ? clocks.Voided(s.Now) : clocks.AllMet(s.Now)));
        return default;
    }

    static async Task<(bool Reviewed, bool Told)> Major(Session s, Case c) => !c.IsMajor ? (true, true) : (
        await s.Value<long>("select count(*) from case_reviews where customer_id = @CustomerId and case_id = @Id", new { c.CustomerId, c.Id }) > 0,
        await s.Value<long>("select count(*) from case_tasks where customer_id = @CustomerId and case_id = @Id and kind = 'Broadcast' and withdrawn_at is null", new { c.CustomerId, c.Id }) > 0);
}
