using Regard.Indicators;
namespace Regard.Web.Surveys.Editor;

/// <summary>The indicators a question can measure: those of the published trees, the newest first, each code once.</summary>
public sealed record IndicatorChoices(IReadOnlyList<(string Tree, IReadOnlyList<Indicator> Indicators)> Groups)
{
    public bool Any => Groups.Count > 0;
    public bool Knows(string? code) => code is null || Groups.Any(g => g.Indicators.Any(i => i.Code == code));

    public static async Task<IndicatorChoices> For(Office office, Caller me)
    {
        var groups = new List<(string, IReadOnlyList<Indicator>)>();
        var known = new HashSet<string>();
        foreach (var listed in (await office.Do(new ListIndicatorTrees(), me)).Where(t => !t.IsDraft))
        {
            var tree = await office.Do(new ShowIndicatorTree(listed.Id), me);
            var fresh = tree.Indicators.Where(i => known.Add(i.Code)).ToList();
            if (fresh.Count > 0) groups.Add(($"{tree.Name} · {tree.Number}", fresh));
        }
        return new(groups);
    }
}
