namespace Regard.Cases;

/// <summary>The matter is in the press or goes round in public: the tasks of the crisis path are given out at once.</summary>
public sealed record FlagMedia(long Number) : Change<Done>
{
    internal override Permission Needs => Permission.SignedIn;
    internal override string Subject => $"{Number}";

    internal override async Task<Done> Run(Session s)
    {
        var c = await CaseStore.InHand(s, Number);
        if (c.IsMedia) throw new Refused("It is known already that this is in public.");
        var rules = await CaseStore.Rules(s, c.RulesNumber);
        await CaseCrisis.Begin(s, c, rules);
        await CaseStore.Change(s, c, c with { IsMedia = true });
        return default;
    }
}
