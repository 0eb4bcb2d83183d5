namespace Regard.Care;

/// <summary>Puts something into the catalogue of remedies.</summary>
public sealed record AddRemedy(GestureKind Kind, Text Name, long? Cost) : Change<Id<Remedy>>
{
    const int LongestName = 200;

    internal override Permission Needs => Permission.EditCaseRules;
    internal override string Subject => $"{Kind} {Cost}";

    internal override IEnumerable<Problem> Check()
    {
        if (Name.Count == 0 || Name.Values.All(string.IsNullOrWhiteSpace)) yield return new(nameof(Name), "Give it a name.");
        if (Name.Values.Any(n => n.Length > LongestName)) yield return new(nameof(Name), "At most {0} characters.", LongestName);
        if (Cost is < 0 or > AuthorityRules.Most) yield return new(nameof(Cost), "Amounts lie between zero and a billion.");
    }

    internal override async Task<Id<Remedy>> Run(Session s)
    {
        var id = Id<Remedy>.New(s.Now);
        await s.Write("insert into remedies (id, kind, name, cost, made_by, made_at) values (@id, @kind, @Name, @Cost, @Person, @Now)", new { id, kind = Kind.ToString(), Name, Cost, s.Caller.Person, s.Now });
        return id;
    }
}
