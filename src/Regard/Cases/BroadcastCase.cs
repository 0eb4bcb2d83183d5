using Regard.Organisation;
namespace Regard.Cases;

/// <summary>Asks other units to look whether the same can happen there. The case may close before they have answered.</summary>
public sealed record BroadcastCase(long Number, IReadOnlyList<Id<Unit>> Units, string Words) : Change<int>
{
    public const int MostUnits = 500;

    internal override Permission Needs => Permission.ManageCases;
    internal override string Subject => $"{Number}";

    internal override IEnumerable<Problem> Check()
    {
        foreach (var problem in CaseTexts.Needed(nameof(Words), Words, "Say what the others should look for.")) yield return problem;
        if (Units.Count is 0 or > MostUnits) yield return new(nameof(Units), "Choose 1 to {0} units.", MostUnits);
    }

    internal override async Task<int> Run(Session s)
    {
        var c = await CaseStore.Managed(s, Number);
        var rules = await CaseStore.Rules(s, c.RulesNumber);
        foreach (var unit in Units.Distinct())
        {
            await HearCase.DemandUnit(s, unit);
            await CaseTasks.Put(s, c, CaseTaskKind.Broadcast, unit, await CaseTasks.Doer(s, c, unit, null), Words.Trim(), rules.TaskMinutes);
        }
        return Units.Distinct().Count();
    }
}
