using System.Text.RegularExpressions;
namespace Regard.Indicators;

/// <summary>What a set of indicators must obey before it can be an index.</summary>
public static partial class IndicatorRules
{
    public const int MostIndicators = 300;
    public const int LongestCode = 50;
    const double WeightTolerance = 1e-6;

    /// <summary>A letter of any script, then letters, digits and underscores.</summary>
    [GeneratedRegex(@"^\p{L}[\p{L}\p{Nd}_]*$")] private static partial Regex CodePattern { get; }

    public static bool IsCode(string code) => code.Length <= LongestCode && CodePattern.IsMatch(code);

    /// <summary>What would make a draft impossible to keep: codes are what everything else refers to.</summary>
    public static IEnumerable<Problem> DraftProblems(IReadOnlyList<Indicator> all)
    {
        if (all.Count > MostIndicators) yield return new("indicators", "A tree holds at most {0} indicators.", MostIndicators);
        for (var i = 0; i < all.Count; i++)
        {
            var code = all[i].Code;
            if (!IsCode(code)) yield return new($"indicators[{i}].code", "A code starts with a letter and goes on with letters, digits and underscores, at most {0} of them.", LongestCode);
            else if (all.Take(i).Any(other => string.Equals(other.Code, code, StringComparison.OrdinalIgnoreCase)))
                yield return new($"indicators[{i}].code", "The code {0} is used twice.", code);
            if (!double.IsFinite(all[i].Weight) || all[i].Weight < 0) yield return new($"indicators[{i}].weight", "A weight is a number from 0 to 1.");
        }
    }

    /// <summary>Everything that keeps it from being published.</summary>
    public static IReadOnlyList<Problem> Problems(IReadOnlyList<Indicator> all)
    {
        var problems = DraftProblems(all).ToList();
        var codes = all.Select(i => i.Code).ToHashSet();
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].Names.IsEmpty) problems.Add(new($"indicators[{i}].names", "Give {0} a name.", all[i].Code));
            if (all[i].ParentCode is { } parent && !codes.Contains(parent)) problems.Add(new($"indicators[{i}].parentCode", "{0} stands under {1}, which does not exist.", all[i].Code, parent));
        }
        if (problems.Count > 0) return problems;
        if (InCircle(all) is { } circle) return [new("indicators", "These stand under one another in a circle: {0}.", string.Join(" → ", circle))];
        var roots = all.Where(i => i.ParentCode is null).ToList();
        if (roots.Count != 1) return [roots.Count == 0 ? new("indicators", "The tree needs an index at its top.") : new("indicators", "Only one index can stand at the top; here are {0}: {1}.", roots.Count, string.Join(", ", roots.Select(r => r.Code)))];
        if (all.Count == 1) return [new("indicators", "Put at least one indicator under the index.")];
        return [.. all.Where(i => i.ParentCode is not null).GroupBy(i => i.ParentCode!).Select(g => (Parent: g.Key, Sum: g.Sum(i => i.Weight)))
            .Where(g => Math.Abs(g.Sum - 1) > WeightTolerance)
            .Select(g => new Problem($"weights.{g.Parent}", "The weights under {0} sum to {1}, not to 1.", g.Parent, Math.Round(g.Sum, 6)))];
    }

    /// <summary>Parents before children, siblings by position; positions counted anew from 0.</summary>
    public static IReadOnlyList<Indicator> InOrder(IReadOnlyList<Indicator> all)
    {
        var ordered = new List<Indicator>();
        Add(null);
        return ordered.Count == all.Count ? ordered : all;

        void Add(string? parent)
        {
            var position = 0;
            foreach (var child in all.Where(i => i.ParentCode == parent).OrderBy(i => i.Position).ToList())
            {
                ordered.Add(child with { Position = position++ });
                Add(child.Code);
            }
        }
    }

    static List<string>? InCircle(IReadOnlyList<Indicator> all)
    {
        var parents = all.ToDictionary(i => i.Code, i => i.ParentCode);
        foreach (var start in parents.Keys)
        {
            var path = new List<string>();
            for (var at = start; at is not null; at = parents[at])
            {
                if (path.IndexOf(at) is >= 0 and var from) return [.. path[from..], at];
                path.Add(at);
            }
        }
        return null;
    }
}
