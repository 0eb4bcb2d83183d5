using Regard.Organisation;
namespace Regard.Cases;

/// <summary>Asks another department for what a case needs of it, within a time of its own.</summary>
/// <param name="Minutes">Working time; as the rules say, if left out.</param>
public sealed record AskDepartment(long Number, Id<Unit> UnitId, string Words, Id<Person>? Person = null, long? Minutes = null) : Change<Id<CaseTask>>
{
    public const long MostMinutes = 60 * 24 * 90;

    internal override Permission Needs => Permission.SignedIn;
    internal override string Subject => $"{Number} {UnitId}";

    internal override IEnumerable<Problem> Check()
    {
        foreach (var problem in CaseTexts.Needed(nameof(Words), Words, "Say what is to be done.")) yield return problem;
        if (Minutes is < 1 or > MostMinutes) yield return new(nameof(Minutes), "Between {0} and {1}.", 1, MostMinutes);
    }

    internal override async Task<Id<CaseTask>> Run(Session s)
    {
        var c = await CaseStore.InHand(s, Number);
        await HearCase.DemandUnit(s, UnitId);
        var rules = await CaseStore.Rules(s, c.RulesNumber);
        var id = await CaseTasks.Put(s, c, CaseTaskKind.Ask, UnitId, await CaseTasks.Doer(s, c, UnitId, Person), Words.Trim(), Minutes ?? rules.TaskMinutes);
        await CaseStore.Change(s, c, await CaseClockStore.Change(s, c, clocks => clocks.Met(s.Now, ClockKind.FirstAction)));
        return id;
    }
}
