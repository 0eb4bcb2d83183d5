using Regard.Work;
namespace Regard.Cases;

/// <summary>A manager agrees to a hand-over, or does not: a case that was handed on more than once goes no further without.</summary>
/// <param name="Words">Why not, when the manager does not agree.</param>
public sealed record ApproveOffer(long Number, bool Agrees = true, string? Words = null) : Change<Done>
{
    internal override Permission Needs => Permission.ManageCases;
    internal override string Subject => $"{Number} {(Agrees ? "agreed" : "not agreed")}";
    internal override IEnumerable<Problem> Check() => Agrees ? CaseTexts.Optional(nameof(Words), Words) : CaseTexts.Needed(nameof(Words), Words, "Say why you do not agree.");

    internal override async Task<Done> Run(Session s)
    {
        var c = await CaseStore.Managed(s, Number);
        var offer = await CaseOffers.MustBeOpen(s, c);
        if (!offer.NeedsApproval) throw new Refused("This hand-over needs nobody's consent.");
        if (offer.ApprovedAt is not null) throw new Refused("A manager has agreed to it already.");
        if (s.Caller.Person is { } me && (me == offer.FromId || me == offer.ToId)) throw new Refused(Regard.Words.Of("Somebody other than who gives and who takes the case has to agree."), forbidden: true);
        if (Agrees)
        {
            await s.Write("update case_handovers set approved_by = @Person, approved_at = @Now where customer_id = @CustomerId and case_id = @Id and answered_at is null", new { s.Caller.Person, s.Now, c.CustomerId, c.Id });
            await CaseWork.Settle(s, WorkKind.Approval, offer.Id.Value);
        }
        else await CaseOffers.Answer(s, c, offer, OfferAnswer.Declined, CaseTexts.Plain(Words));
        return default;
    }
}
