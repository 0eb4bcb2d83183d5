namespace Regard.Cases;

/// <summary>A major incident: its clocks are the shortest, and it closes only when it is known what was learnt and the other units are told.</summary>
public sealed record DeclareMajor(long Number) : Change<Done>
{
    internal override Permission Needs => Permission.ManageCases;
    internal override string Subject => $"{Number}";

    internal override async Task<Done> Run(Session s)
    {
        var c = await CaseStore.Managed(s, Number);
        if (c.IsMajor) throw new Refused("This is a major incident already.");
        var major = c with { IsMajor = true, Severity = Severity.Major };
        var rules = await CaseStore.Rules(s, c.RulesNumber);
        await CaseStore.Change(s, c, await CaseClockStore.Change(s, major, clocks => clocks.Retimed(major, rules, s.Now)));
        return default;
    }
}
