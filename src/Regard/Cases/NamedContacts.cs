using Regard.Organisation;
namespace Regard.Cases;

/// <summary>Who is named for a unit or a customer, and who stands in with the same power.</summary>
static class NamedContacts
{
    public static IEnumerable<Problem> Check(Id<Person>? person, Id<Person>? backup)
    {
        if (backup is null) yield break;
        if (person is null) yield return new("Person", "Name the contact before the one who stands in.");
        else if (backup == person) yield return new("Backup", "Somebody else has to stand in.");
    }

    public static async Task DemandFit(Session s, Id<Person>? person, Id<Person>? backup)
    {
        foreach (var (field, id) in new[] { ("Person", person), ("Backup", backup) })
        {
            if (id is not { } named) continue;
            var found = await PersonStore.Find(s, named);
            if (found.LeftAt is not null) throw new Invalid(field, "{0} works here no longer.", found.Name);
            if (!(await PersonStore.AsCaller(s, found)).May(Permission.HandleCases)) throw new Invalid(field, "{0} has no role that handles cases.", found.Name);
        }
    }
}
