namespace Regard.Indicators;

/// <summary>From now on waves can compute with this version, and nobody can change it.</summary>
public sealed record PublishIndicatorTree(Id<IndicatorTree> Id, long Revision) : Change<Done>
{
    internal override Permission Needs => Permission.EditIndicators;
    internal override string Subject => Id.ToString();

    internal override async Task<Done> Run(Session s)
    {
        var tree = await IndicatorTreeStore.Tree(s, Id);
        if (!tree.IsDraft) throw new Refused("Version {0} is published already.", tree.Number);
        if (tree.Revision != Revision) throw Stale.SavedMeanwhile(tree.SavedBy, tree.SavedAt);
        var problems = IndicatorRules.Problems(tree.Indicators);
        if (problems.Count > 0) throw new Invalid(problems);
        await IndicatorTreeStore.Publish(s, Id);
        return default;
    }
}
