namespace Regard.Indicators;

/// <summary>One version with its indicators: how the index is made is no secret to those it is about.</summary>
public sealed record ShowIndicatorTree(Id<IndicatorTree> Id) : Question<IndicatorTree>
{
    internal override Permission Needs => Permission.SignedIn;
    internal override Task<IndicatorTree> Run(Session s) => IndicatorTreeStore.Tree(s, Id);
}
