namespace Regard.Standards;

/// <summary>Puts an act of delight into the catalogue, or words it anew.</summary>
/// <param name="Id">Left out for a new one.</param>
public sealed record SaveDelight(Text Names, Id<Delight>? Id = null) : Change<Id<Delight>>
{
    /// <summary>Few enough to be chosen from at a glance.</summary>
    public const int Most = 24, Longest = 120;

    internal override Permission Needs => Permission.EditStandards;
    internal override string Subject => $"{Id}";

    internal override IEnumerable<Problem> Check()
    {
        if (Names.IsEmpty) yield return new(nameof(Names), "Write what may be done for a customer.");
        if (Names.Values.Any(n => n.Length > Longest)) yield return new(nameof(Names), "At most {0} characters.", Longest);
    }

    internal override async Task<Id<Delight>> Run(Session s)
    {
        if (Id is { } known)
        {
            if (await s.Write("update delights set names = @Names, dropped_at = null where id = @known", new { Names, known }) == 0) throw new NotFound("There is no such act of delight.");
            return known;
        }
        if (await s.Value<long>("select count(*) from delights where dropped_at is null") >= Most) throw new Refused("The catalogue holds at most {0} acts. Drop one first.", Most);
        var id = Id<Delight>.New(s.Now);
        await s.Write("insert into delights (id, names, made_by, made_at) values (@id, @Names, @Person, @Now)", new { id, Names, s.Caller.Person, s.Now });
        return id;
    }
}
