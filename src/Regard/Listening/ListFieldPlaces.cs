using Regard.Indicators;
using Regard.Organisation;
namespace Regard.Listening;

/// <summary>What a note can be of: the caller's units, and the indicators of the published tree.</summary>
public sealed record ListFieldPlaces : Question<FieldPlaces>
{
    internal override Permission Needs => Permission.HearCases;

    internal override async Task<FieldPlaces> Run(Session s)
    {
        var (tree, indicators) = (await UnitStore.Tree(s, s.Today), await FieldCodes.Tree(s));
        var (hears, sees) = (tree.InCare(s.Caller, Needs), tree.InCare(s.Caller, Permission.SeeCases));
        return new()
        {
            Units = [.. tree.All.Where(u => hears.Contains(u.Id) && u.IsOpenOn(s.Today)).Select(u => new FieldPlace(u.Id, u.Name, tree.PathTo(u.Id).Count(above => hears.Contains(above.Id)) - 1, sees.Contains(u.Id)))],
            Indicators = indicators is null ? [] : [.. indicators.Leaves.Select(leaf => new FieldIndicator(leaf.Code, leaf.Names, Parent(indicators, leaf)?.Names ?? leaf.Names))],
        };
    }

    static Indicator? Parent(IndicatorTree tree, Indicator leaf) => leaf.ParentCode is { } code ? tree.Find(code) : null;
}

public sealed record FieldPlaces
{
    public required IReadOnlyList<FieldPlace> Units { get; init; }
    public required IReadOnlyList<FieldIndicator> Indicators { get; init; }
}

/// <param name="Sees">The caller reads the notes of this unit.</param>
public sealed record FieldPlace(Id<Unit> Id, string Name, int Depth, bool Sees);

/// <param name="Dimension">The names of what it is part of.</param>
public sealed record FieldIndicator(string Code, Text Names, Text Dimension);
