namespace Regard.Cases;

/// <summary>Takes back that a case was offered.</summary>
public sealed record WithdrawOffer(long Number) : Change<Done>
{
    internal override Permission Needs => Permission.SignedIn;
    internal override string Subject => Number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    internal override async Task<Done> Run(Session s)
    {
        var (c, sight) = await CaseStore.Held(s, Number);
        if (s.Caller.Person != c.OwnerId && !sight.Manages(c)) throw new Refused(Words.Of("Only its owner or a manager of the unit can take the offer back."), forbidden: true);
        await CaseOffers.Answer(s, c, await CaseOffers.MustBeOpen(s, c), OfferAnswer.Withdrawn, null);
        return default;
    }
}
