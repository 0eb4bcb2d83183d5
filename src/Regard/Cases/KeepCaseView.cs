using System.Text.Json;
using Regard.Organisation;
namespace Regard.Cases;

/// <summary>Keeps a filter under a name; one that had this name gives way to it.</summary>
public sealed record KeepCaseView(string Name, CaseFilter Filter) : Change<Id<CaseView>>
{
    public const int LongestName = 60, Most = 30;

    internal override Permission Needs => Permission.SignedIn;
    internal override string Subject => Name;

    internal override IEnumerable<Problem> Check()
    {
        if (string.IsNullOrWhiteSpace(Name)) yield return new(nameof(Name), "Give the view a name.");
        else if (Name.Length > LongestName) yield return new(nameof(Name), "At most {0} characters.", LongestName);
        foreach (var problem in Filter.Problems()) yield return problem;
    }

    internal override async Task<Id<CaseView>> Run(Session s)
    {
        var (me, id, name) = (PersonStore.Me(s), Id<CaseView>.New(s.Now), Name.Trim());
        await s.Write("delete from case_views where person_id = @me and name = @name", new { me, name });
        if (await s.Value<long>("select count(*) from case_views where person_id = @me", new { me }) >= Most) throw new Refused(Words.Of("You keep {0} views already. Remove one first.", Most));
        await s.Write("insert into case_views (id, person_id, name, filter, made_at) values (@id, @me, @name, @filter, @Now)", new { id, me, name, filter = JsonSerializer.Serialize(Filter), s.Now });
        return id;
    }
}
