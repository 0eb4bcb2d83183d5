using Regard.Indicators;
using Regard.Surveys;
namespace Regard.Measures;

/// <summary>Each node of the tree as weights over the ratings of a form.</summary>
/// <remarks>
/// A node is the weighted mean of the nodes below it that are asked, their weights shared out anew to sum to 1; where none
/// below it is asked, the plain mean of the ratings that name the node itself. Two sides are compared over the nodes below that
/// are asked both ways; where none is, and ratings of a side name the node itself, as a whole.
/// </remarks>
sealed class NodeWeights(IReadOnlyList<Slot> slots, IReadOnlyList<Indicator> tree)
{
    readonly Dictionary<string, Indicator> nodes = tree.ToDictionary(i => i.Code);
    readonly ILookup<string?, Indicator> below = tree.OrderBy(i => i.Position).ToLookup(i => i.ParentCode);
    readonly Dictionary<(string, Part, Part?), double[]?> known = [];

    public bool IsLeaf(string code) => !below[code].Any();

    /// <summary>The nodes under this one with nothing below them, each with what it weighs in it; the node itself when it has nothing below.</summary>
    public IEnumerable<(string Code, double Weight)> Leaves(string code) => IsLeaf(code) ? [(code, 1)] :
        from child in below[code]
        from leaf in Leaves(child.Code)
        select (leaf.Code, child.Weight * leaf.Weight);

    /// <summary>True when a high answer is bad: worded the other way round, or effort, or of an indicator where lower is better.</summary>
    public bool Turned(Slot slot) => slot.Part switch
    {
        Part.Perceived or Part.Expected => slot.Reversed != LowerIsBetter(slot.Indicator),
        Part.Effort => !slot.Reversed,
        _ => slot.Reversed,
    };

    /// <summary>Weights of the slots of one side; null when nothing under the node is asked. With another side: only of what is asked both ways.</summary>
    public double[]? Of(string code, Part part, Part? alsoAsked = null)
    {
        if (!known.TryGetValue((code, part, alsoAsked), out var found)) known[(code, part, alsoAsked)] = found = Worked(code, part, alsoAsked);
        return found;
    }

    /// <summary>The five service dimensions, each with its importance where all five have one; null when the tree or the form lacks one.</summary>
    public IReadOnlyList<(double[] Perceived, double[]? Importance)>? Rater
    {
        get
        {
            var perceived = RaterSet.Dimensions.Select(c => Of(c, Part.Perceived)).ToList();
            if (perceived.Any(p => p is null)) return null;
            var importance = RaterSet.Dimensions.Select(c => Of(c, Part.Importance)).ToList();
            var weighted = importance.All(i => i is not null);
            return [.. perceived.Zip(importance, (p, i) => (p!, weighted ? i : null))];
        }
    }

    bool LowerIsBetter(string? code) => code is not null && nodes.TryGetValue(code, out var node) && node.Direction == Direction.LowerIsBetter;

    double[]? Worked(string code, Part part, Part? alsoAsked)
    {
        var parts = below[code].Select(child => (child.Weight, Slots: Of(child.Code, part, alsoAsked))).Where(p => p.Slots is not null && p.Weight > 0).ToList();
        if (parts.Count == 0) return alsoAsked is { } other ? AsWhole(code, part, other) : OfOwn(code, part);
        var total = parts.Sum(p => p.Weight);
        var sum = new double[slots.Count];
        foreach (var (weight, of) in parts)
            for (var i = 0; i < sum.Length; i++) sum[i] += weight / total * of![i];
        return sum;
    }

    // Compared as a whole when ratings of one side at least name the node itself: those of one indicator say nothing of another.
    double[]? AsWhole(string code, Part part, Part other) =>
        (OfOwn(code, part) ?? OfOwn(code, other)) is null || Of(code, other) is null ? null : Of(code, part);

    double[]? OfOwn(string code, Part part)
    {
        var own = slots.Where(s => s.Indicator == code && s.Part == part).ToList();
        if (own.Count == 0) return null;
        var plain = new double[slots.Count];
        foreach (var slot in own) plain[slot.Index] = 1.0 / own.Count;
        return plain;
    }
}
