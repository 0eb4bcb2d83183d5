namespace Regard.Indicators;

/// <summary>A new version to work on: a copy of another, or an index with nothing under it.</summary>
public sealed record DraftIndicatorTree(string Name, Id<IndicatorTree>? BasedOn = null) : Change<Id<IndicatorTree>>
{
    public const int LongestName = 100;

    internal override Permission Needs => Permission.EditIndicators;
    internal override string Subject => Name;

    internal override IEnumerable<Problem> Check() => NameProblems(Name);

    internal static IEnumerable<Problem> NameProblems(string name)
    {
        if (string.IsNullOrWhiteSpace(name)) yield return new(nameof(Name), "Give the tree a name.");
        else if (name.Trim().Length > LongestName) yield return new(nameof(Name), "Keep the name within {0} characters.", LongestName);
    }

    internal override async Task<Id<IndicatorTree>> Run(Session s) =>
        await IndicatorTreeStore.Add(s, Name, BasedOn, BasedOn is { } id ? (await IndicatorTreeStore.Tree(s, id)).Indicators : [JustTheIndex]);

    static Indicator JustTheIndex => new()
    {
        Code = "CSI", Position = 0, Weight = 1, Direction = Direction.HigherIsBetter, Names = Text.Of("Customer satisfaction index", "客户满意度指数", "客戶滿意度指數"),
    };
}
