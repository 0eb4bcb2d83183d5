namespace Regard.Cases;

/// <summary>Two cases are one matter: the first is told under the other from now on. Nothing is moved, so it can be undone.</summary>
public sealed record MergeCases(long Merged, long GoesOn) : Change<Done>
{
    internal override Permission Needs => Permission.SignedIn;
    internal override string Subject => $"{Merged} {GoesOn}";

    internal override async Task<Done> Run(Session s)
    {
        if (Merged == GoesOn) throw new Refused("A case cannot be merged into itself.");
        // In the order of their numbers, so that two who merge at once wait for one another and not for ever.
        var first = await CaseStore.InHand(s, Math.Min(Merged, GoesOn));
        var second = await CaseStore.InHand(s, Math.Max(Merged, GoesOn));
        var (c, into) = Merged < GoesOn ? (first, second) : (second, first);
        if (await CaseOffers.Open(s, c) is not null) throw new Refused("Case No. {0} is offered to somebody. Take that back first.", Merged);
        if ((await CaseTasks.Open(s, c)).Any(t => t.HoldsUp)) throw new Refused("Other departments work on case No. {0}. Wait for them or take that back first.", Merged);
        await s.Write("""
            insert into case_merges (customer_id, case_id, number, into_customer_id, into_case_id, merged_by, merged_at)
            select @CustomerId, @Id, coalesce(max(number), 0) + 1, @intoCustomer, @intoCase, @Person, @Now from case_merges where customer_id = @CustomerId and case_id = @Id
            """, new { c.CustomerId, c.Id, intoCustomer = into.CustomerId, intoCase = into.Id, s.Caller.Person, s.Now });
        await CaseCallBacks.Settle(s, c);
        await CaseEscalations.Settle(s, c);
        var merged = await CasePauses.End(s, c) with { State = CaseState.Merged, ClosedAt = s.Now, MergedIntoCustomer = into.CustomerId, MergedInto = into.Id };
        await CaseStore.Change(s, c, await CaseClockStore.Change(s, merged, clocks => clocks.Voided(s.Now)));
        return default;
    }
}
