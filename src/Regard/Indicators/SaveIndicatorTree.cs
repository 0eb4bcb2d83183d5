namespace Regard.Indicators;

/// <summary>Saves a draft over the revision that was seen. Gives the new revision.</summary>
public sealed record SaveIndicatorTree(Id<IndicatorTree> Id, string Name, IReadOnlyList<Indicator> Indicators, long Revision) : Change<long>
{
    internal override Permission Needs => Permission.EditIndicators;
    internal override string Subject => Id.ToString();
    internal override IEnumerable<Problem> Check() => [.. DraftIndicatorTree.NameProblems(Name), .. IndicatorRules.DraftProblems(Indicators)];

    internal override async Task<long> Run(Session s)
    {
        var saved = await s.Write("""
            update indicator_trees set name = @Name, revision = revision + 1, saved_by = @by, saved_at = @Now
            where id = @Id and revision = @Revision and published_at is null
            """, new { Id, Revision, Name = Name.Trim(), by = s.Caller.Person, s.Now });
        if (saved == 0)
        {
            var tree = await IndicatorTreeStore.Tree(s, Id);
            throw tree.IsDraft ? Stale.SavedMeanwhile(tree.SavedBy, tree.SavedAt) : new Refused("Version {0} is published and no longer changes. Start a new draft from it.", tree.Number);
        }
        await IndicatorTreeStore.Put(s, Id, Indicators);
        return Revision + 1;
    }
}
