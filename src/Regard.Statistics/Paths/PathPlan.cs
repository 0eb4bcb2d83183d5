namespace Regard.Statistics;

/// <summary>A model as the solver walks it: items side by side by construct, constructs by number, targets in an order in which sources come first.</summary>
sealed class PathPlan
{
    public readonly PathModel Model;
    public readonly int Items, Constructs;
    /// <summary>Where a construct's items begin; one more at the end.</summary>
    public readonly int[] First;
    public readonly bool[] Formative;
    /// <summary>Sources of a construct, and the number of each such path in the model.</summary>
    public readonly int[][] Sources, PathOf, Targets;
    /// <summary>Constructs: first those without sources, then every one after its sources.</summary>
    public readonly int[] Order;
    public readonly (int From, int To)[] Paths;
    /// <summary>Pairs that a way leads between.</summary>
    public readonly (int From, int To)[] Effects;
    /// <summary>Pairs of reflective constructs.</summary>
    public readonly (int A, int B)[] Pairs;
    /// <summary>The construct of an item.</summary>
    public readonly int[] Owners;
    public readonly int MostSources, LargestBlock;

    public PathPlan(PathModel model)
    {
        Model = model;
        (Items, Constructs) = (model.Items.Count, model.Constructs.Count);
        First = new int[Constructs + 1];
        for (var k = 0; k < Constructs; k++) First[k + 1] = First[k] + model.Constructs[k].Items.Count;
        Owners = [.. Enumerable.Range(0, Constructs).SelectMany(k => Enumerable.Repeat(k, Size(k)))];
        Formative = [.. model.Constructs.Select(c => c.Mode == OuterMode.B && c.Items.Count > 1)];
        var number = model.Constructs.Select((c, k) => (c.Name, k)).ToDictionary(c => c.Name, c => c.k);
        Paths = [.. model.Paths.Select(p => (number[p.From], number[p.To]))];
        var all = Enumerable.Range(0, Constructs).ToArray();
        PathOf = [.. all.Select(k => Enumerable.Range(0, Paths.Length).Where(i => Paths[i].To == k).ToArray())];
        Sources = [.. PathOf.Select(paths => paths.Select(i => Paths[i].From).ToArray())];
        Targets = [.. all.Select(k => Paths.Where(p => p.From == k).Select(p => p.To).ToArray())];
        Order = Sorted();
        var reached = Reached();
        Effects = [.. all.SelectMany(j => Order.Where(k => reached[j, k]).Select(k => (j, k)))];
        Pairs = [.. all.SelectMany(a => all.Where(b => b > a && !Formative[a] && !Formative[b]).Select(b => (a, b)))];
        MostSources = Sources.Max(s => s.Length);
        LargestBlock = all.Max(Size);
    }

    public int Size(int construct) => First[construct + 1] - First[construct];

    bool[,] Reached()
    {
        var reached = new bool[Constructs, Constructs];
        foreach (var to in Order)
            foreach (var source in Sources[to])
                for (var from = 0; from < Constructs; from++) reached[from, to] |= from == source || reached[from, source];
        return reached;
    }

    int[] Sorted()
    {
        var order = new List<int>();
        void Put(int k)
        {
            if (order.Contains(k)) return;
            foreach (var source in Sources[k]) Put(source);
            order.Add(k);
        }
        for (var k = 0; k < Constructs; k++)
            if (Sources[k].Length == 0) order.Add(k);
        for (var k = 0; k < Constructs; k++) Put(k);
        return [.. order];
    }
}
