using Regard.Organisation;
namespace Regard.Cases;

/// <summary>A manager gives a case to somebody without asking: only where its owner has left, is away, may no longer handle cases or is the one it is about.</summary>
public sealed record GiveCase(long Number, Id<Person> To, string Why) : Change<Done>
{
    internal override Permission Needs => Permission.ManageCases;
    internal override string Subject => $"{Number} {To}";
    internal override IEnumerable<Problem> Check() => CaseTexts.Needed(nameof(Why), Why, "Say why you give it to somebody.");

    internal override async Task<Done> Run(Session s)
    {
        var c = await CaseStore.Managed(s, Number);
        var owner = await PersonStore.Find(s, c.OwnerId);
        if (!await IsOutOfReach(s, c, owner)) throw new Refused("{0} is here and owns it. Offer it to somebody instead; it changes hands when that is accepted.", owner.Name);
        await CaseOffers.DemandFit(s, c, To, nameof(To));
        await CaseStore.Change(s, c, await CaseOwners.Give(s, c, To, Why.Trim()));
        return default;
    }

    static async Task<bool> IsOutOfReach(Session s, Case c, Person owner) =>
        owner.LeftAt is not null || (c.AboutId == owner.Id && !c.IsOwnMistake) || (await AbsenceStore.Today(s)).IsAway(owner.Id) || !(await PersonStore.AsCaller(s, owner)).May(Permission.HandleCases);
}
