using Regard.Organisation;
namespace Regard.Cases;

/// <summary>Says who answers the press about a case from now on.</summary>
public sealed record NameSpokesperson(long Number, Id<Person> Person) : Change<Done>
{
    internal override Permission Needs => Permission.SignedIn;
    internal override string Subject => $"{Number}";

    internal override async Task<Done> Run(Session s)
    {
        var c = await CaseStore.Managed(s, Number);
        if (!c.IsMedia) throw new Refused("Say first that the press has taken it up.");
        await CaseStore.Change(s, c, c with { SpokespersonId = await CaseTasks.Doer(s, c, c.UnitId, Person) });
        return default;
    }
}
