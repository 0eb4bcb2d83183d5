using Regard.Organisation;
using Regard.Work;
namespace Regard.Cases;

/// <summary>Asks somebody to take the case over. Until that is accepted, its owner is who it was.</summary>
public sealed record OfferCase(long Number, Id<Person> To, string Why) : Change<long>
{
    internal override Permission Needs => Permission.SignedIn;
    internal override string Subject => $"{Number} {To}";
    internal override IEnumerable<Problem> Check() => CaseTexts.Needed(nameof(Why), Why, "Say why you hand it over.");

    internal override async Task<long> Run(Session s)
    {
        var (c, sight) = await CaseStore.Held(s, Number);
        var (isOwner, manages) = (s.Caller.Person == c.OwnerId, sight.Manages(c));
        if (!isOwner && !manages) throw new Refused(Words.Of("Only its owner or a manager of the unit can hand the case over."), forbidden: true);
        CaseStore.DemandOpen(c);
        await CaseOffers.DemandFit(s, c, To, nameof(To));
        if (await CaseOffers.Open(s, c) is { } waiting) throw new Refused("It is offered to {0} already. Take that back first.", waiting.ToName);
        return await Offer(s, c, await CaseStore.Rules(s, c.RulesNumber), agreed: manages && !isOwner);
    }

    /// <param name="agreed">The manager who has to agree is the one who asks.</param>
    async Task<long> Offer(Session s, Case c, CaseRules rules, bool agreed)
    {
        var (id, needsApproval) = (Id<HandOverOffer>.New(s.Now), c.HandOvers + 1 >= rules.HandOverNeedsManager);
        var number = await s.Value<long>("""
            insert into case_handovers (customer_id, case_id, number, id, from_id, to_id, why, asked_by, asked_at, needs_approval, approved_by, approved_at)
            select @CustomerId, @Id, coalesce(max(number), 0) + 1, @offer, @OwnerId, @To, @why, @Person, @Now, @needsApproval, @by, @at from case_handovers where customer_id = @CustomerId and case_id = @Id
            returning number
            """, new { c.CustomerId, c.Id, offer = id, c.OwnerId, To, why = Why.Trim(), s.Caller.Person, s.Now, needsApproval, by = needsApproval && agreed ? s.Caller.Person : null, at = needsApproval && agreed ? s.Now : (DateTimeOffset?)null });
        var due = CaseClock.End(s.Now, CaseRules.AnswerMinutes, false, await CalendarStore.Of(s, c.UnitId));
        await CaseWork.Put(s, WorkKind.CaseOffer, id.Value, CaseWork.Said(Words.Of("Take over case No. {0}?", c.Number)), c, c.UnitId, To, due);
        if (needsApproval && !agreed && await CaseOwners.Found(s, c.UnitId, null, c.OwnerId, To, c.AboutId) is { } head)
            await CaseWork.Put(s, WorkKind.Approval, id.Value, CaseWork.Said(Words.Of("Agree to hand-over {0} of case No. {1}?", c.HandOvers + 1, c.Number)), c, c.UnitId, head, due);
        return number;
    }
}
