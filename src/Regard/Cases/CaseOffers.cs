using Regard.Organisation;
using Regard.Work;
namespace Regard.Cases;

/// <summary>Cases offered to somebody and not answered yet; of a case at most one.</summary>
static class CaseOffers
{
    public static Task<HandOverOffer?> Open(Session s, Case c) => s.Maybe<HandOverOffer>("""
        select h.number, h.id, h.from_id, f.name as from_name, h.to_id, t.name as to_name, h.why, h.asked_at, h.needs_approval, h.approved_at, h.answer, h.answer_words, h.answered_at
        from case_handovers h join people f on f.id = h.from_id join people t on t.id = h.to_id where h.customer_id = @CustomerId and h.case_id = @Id and h.answered_at is null
        """, new { c.CustomerId, c.Id });

    public static async Task<HandOverOffer> MustBeOpen(Session s, Case c) => await Open(s, c) ?? throw new Refused("Nothing is offered any more: somebody has answered it or taken it back.");

    public static async Task Answer(Session s, Case c, HandOverOffer offer, OfferAnswer answer, string? words)
    {
        await s.Write("update case_handovers set answer = @answer, answer_words = @words, answered_at = @Now where customer_id = @CustomerId and case_id = @Id and answered_at is null",
            new { answer = answer.ToString(), words, s.Now, c.CustomerId, c.Id });
        await CaseWork.Settle(s, WorkKind.CaseOffer, offer.Id.Value);
        if (offer.NeedsApproval) await CaseWork.Settle(s, WorkKind.Approval, offer.Id.Value);
    }

    /// <summary>What was offered is so no longer, for another reason.</summary>
    public static async Task Fall(Session s, Case c)
    {
        if (await Open(s, c) is { } offer) await Answer(s, c, offer, OfferAnswer.Withdrawn, null);
    }

    /// <summary>Refuses, naming the field, somebody who cannot own the case.</summary>
    public static async Task DemandFit(Session s, Case c, Id<Person> to, string field)
    {
        var person = await PersonStore.Find(s, to);
        if (person.LeftAt is not null) throw new Invalid(field, "{0} works here no longer.", person.Name);
        if (to == c.OwnerId) throw to == s.Caller.Person ? new Invalid(field, "It is yours already.") : new Invalid(field, "{0} owns it already.", person.Name);
        if (to == c.AboutId && !c.IsOwnMistake) throw new Invalid(field, "The case is about {0}, so somebody else handles it.", person.Name);
        if (!(await PersonStore.AsCaller(s, person)).May(Permission.HandleCases)) throw new Invalid(field, "{0} has no role that handles cases.", person.Name);
    }
}
