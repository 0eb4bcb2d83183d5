using Regard.Organisation;
namespace Regard.Cases;

/// <summary>The matter is in the press or goes round in public: the tasks of the crisis path are given out at once, and one person speaks for us.</summary>
/// <param name="Spokesperson">Left out, whoever takes what comes to the head of the company.</param>
public sealed record FlagMedia(long Number, Id<Person>? Spokesperson = null) : Change<Done>
{
    internal override Permission Needs => Permission.SignedIn;
    internal override string Subject => $"{Number}";

    internal override async Task<Done> Run(Session s)
    {
        var c = await CaseStore.InHand(s, Number);
        if (c.IsMedia) throw new Refused("It is known already that this is in public.");
        var flagged = c with { IsMedia = true, SpokespersonId = await CaseTasks.Doer(s, c, await CaseCrisis.Top(s, c.UnitId), Spokesperson) };
        await CaseCrisis.Begin(s, flagged, await CaseStore.Rules(s, c.RulesNumber));
        await CaseStore.Change(s, c, flagged);
        return default;
    }
}
