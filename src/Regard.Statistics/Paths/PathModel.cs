namespace Regard.Statistics;

/// <summary>A path model as specified: constructs, their items, and which acts on which. Constructs may come in any order.</summary>
public sealed class PathModel
{
    PathModel(string name, IReadOnlyList<PathConstruct> constructs, IReadOnlyList<PathLink> paths, Scale? scale) =>
        (Name, Constructs, Paths, Scale, Items) = (name, constructs, paths, scale, [.. constructs.SelectMany(c => c.Items)]);

    /// <summary>What the model is called.</summary>
    public string Name { get; }

    /// <summary>In the order given.</summary>
    public IReadOnlyList<PathConstruct> Constructs { get; }

    /// <summary>In the order given.</summary>
    public IReadOnlyList<PathLink> Paths { get; }

    /// <summary>The items of all constructs, construct by construct.</summary>
    public IReadOnlyList<string> Items { get; }

    /// <summary>The answer scale of all items that have none of their own; null when unknown, then there are no scores.</summary>
    public Scale? Scale { get; }

    /// <summary>Items that are answered on a scale of their own.</summary>
    public IReadOnlyDictionary<string, Scale> Scales { get; private init; } = new Dictionary<string, Scale>();

    /// <summary>The wording of items, by item and language tag; may be empty.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Questions { get; private init; } = new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>The scale of an item; null when unknown.</summary>
    public Scale? ScaleOf(string item) => Scales.TryGetValue(item, out var own) ? own : Scale;

    /// <summary>Checks and keeps a model.</summary>
    /// <param name="name">For readers.</param>
    /// <param name="constructs">Two or more.</param>
    /// <param name="paths">One or more; every construct is on one, and none leads back to where it came from.</param>
    /// <param name="scale">Of all items; null when unknown.</param>
    /// <exception cref="DataRefused">The model contradicts itself; the message names the construct or item.</exception>
    public static PathModel Of(string name, IReadOnlyList<PathConstruct> constructs, IReadOnlyList<PathLink> paths, Scale? scale = null)
    {
        if (constructs.Count < 2) throw Refuse("A path model has two constructs or more.");
        var known = new HashSet<string>();
        var owner = new Dictionary<string, string>();
        foreach (var construct in constructs)
        {
            if (!known.Add(construct.Name)) throw Refuse($"The construct {construct.Name} is named twice.", construct.Name);
            if (construct.Items.Count == 0) throw Refuse($"The construct {construct.Name} has no items.", construct.Name);
            foreach (var item in construct.Items)
                if (!owner.TryAdd(item, construct.Name))
                    throw Refuse(owner[item] == construct.Name ? $"{construct.Name} names the item {item} twice." : $"The item {item} belongs to both {owner[item]} and {construct.Name}.", item);
        }
        CheckPaths(constructs, paths, known);
        return new(name, [.. constructs], [.. paths], scale);
    }

    /// <summary>The same model with scales and wording of single items.</summary>
    /// <param name="scales">Items that are answered on a scale of their own.</param>
    /// <param name="questions">Wording by item and language tag.</param>
    public PathModel With(IReadOnlyDictionary<string, Scale> scales, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> questions) =>
        new(Name, Constructs, Paths, Scale) { Scales = scales, Questions = questions };

    static void CheckPaths(IReadOnlyList<PathConstruct> constructs, IReadOnlyList<PathLink> paths, HashSet<string> known)
    {
        var seen = new HashSet<PathLink>();
        foreach (var path in paths)
        {
            foreach (var end in (string[])[path.From, path.To])
                if (!known.Contains(end)) throw Refuse($"The path from {path.From} to {path.To}: there is no construct {end}.", end);
            if (path.From == path.To) throw Refuse($"{path.From} cannot act on itself.", path.From);
            if (!seen.Add(path)) throw Refuse($"The path from {path.From} to {path.To} is given twice.", path.From, path.To);
        }
        foreach (var construct in constructs)
            if (!paths.Any(p => p.From == construct.Name || p.To == construct.Name))
                throw Refuse($"{construct.Name} is on no path: it acts on nothing and nothing acts on it.", construct.Name);
        var targets = paths.ToLookup(p => p.From, p => p.To);
        var done = new HashSet<string>();
        foreach (var construct in constructs) Follow(construct.Name, targets, [], done);
    }

    static void Follow(string from, ILookup<string, string> targets, List<string> way, HashSet<string> done)
    {
        if (way.IndexOf(from) is >= 0 and var start)
            throw Refuse($"The paths go in a circle: {string.Join(" → ", way[start..].Append(from))}.", [.. way[start..]]);
        if (done.Contains(from)) return;
        way.Add(from);
        foreach (var to in targets[from]) Follow(to, targets, way, done);
        way.RemoveAt(way.Count - 1);
        done.Add(from);
    }

    static DataRefused Refuse(string sentence, params IReadOnlyList<string> about) => new(DataFault.BadSpecification, sentence, about);
}
