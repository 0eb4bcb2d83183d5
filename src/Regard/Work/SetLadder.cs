namespace Regard.Work;

/// <summary>From now on tasks of a kind are told upwards like this; those put before keep the ladder they were put under.</summary>
public sealed record SetLadder(WorkKind Kind, IReadOnlyList<LadderLevel> Levels) : Change<long>
{
    internal override Permission Needs => Permission.EditCaseRules;
    internal override string Subject => Kind.ToString();

    internal override IEnumerable<Problem> Check() => Enum.IsDefined(Kind) ? Ladder.Problems(Kind, Levels) : [new("Kind", "There is no such kind of task.")];

    /// <returns>The version.</returns>
    internal override async Task<long> Run(Session s)
    {
        var version = await s.NextNumber($"ladder:{Kind}");
        await s.Write("insert into ladders (kind, version, document, set_at, set_by) values (@kind, @version, @Document, @Now, @Person)",
            new { kind = Kind.ToString(), version, new Ladder(Kind, version, Levels).Document, s.Now, s.Caller.Person });
        return version;
    }
}
