namespace Regard.Cases;

/// <summary>Accepts or declines a case that was offered. Whoever accepts owns it from then on.</summary>
/// <param name="Words">Why not, when it is declined.</param>
public sealed record AnswerOffer(long Number, bool Accepts, string? Words = null) : Change<Done>
{
    internal override Permission Needs => Permission.SignedIn;
    internal override string Subject => $"{Number} {(Accepts ? "accepted" : "declined")}";
    internal override IEnumerable<Problem> Check() => Accepts ? CaseTexts.Optional(nameof(Words), Words) : CaseTexts.Needed(nameof(Words), Words, "Say why you cannot take it.");

    internal override async Task<Done> Run(Session s)
    {
        var (c, _) = await CaseStore.Held(s, Number);
        CaseStore.DemandOpen(c);
        var offer = await CaseOffers.MustBeOpen(s, c);
        if (offer.ToId != s.Caller.Person) throw new Refused(Regard.Words.Of("It is offered to {0}, not to you.", offer.ToName), forbidden: true);
        if (Accepts) await TakeOver(s, c, offer);
        await CaseOffers.Answer(s, c, offer, Accepts ? OfferAnswer.Accepted : OfferAnswer.Declined, CaseTexts.Plain(Words));
        return default;
    }

    static async Task TakeOver(Session s, Case c, HandOverOffer offer)
    {
        if (offer.NeedsApproval && offer.ApprovedAt is null) throw new Refused("A manager has to agree to this hand-over first.");
        await CaseOffers.DemandFit(s, c, offer.ToId, nameof(Number));
        var taken = c with { OwnerId = offer.ToId, HandOvers = c.HandOvers + 1 };
        await CaseOwners.Note(s, taken, OwnedHow.TakenOver, offer.FromId, offer.Why);
        await CaseStore.Change(s, c, taken);
    }
}
