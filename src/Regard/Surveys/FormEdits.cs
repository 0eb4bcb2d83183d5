namespace Regard.Surveys;

/// <summary>What an editor does to a form, a step at a time. Each gives a new document; a step that does not apply gives the same one.</summary>
public static class FormEdits
{
    public static FormDocument AddPage(this FormDocument d, int at) => d with { Pages = Inserted(d.Pages, Math.Clamp(at, 0, d.Pages.Count), new Page()) };

    public static FormDocument RemovePage(this FormDocument d, int page) => IsPage(d, page) ? d with { Pages = [.. d.Pages.Where((_, p) => p != page)] } : d;

    public static FormDocument MovePage(this FormDocument d, int page, int to) =>
        IsPage(d, page) && IsPage(d, to) ? d with { Pages = Inserted([.. d.Pages.Where((_, p) => p != page)], to, d.Pages[page]) } : d;

    public static FormDocument NamePage(this FormDocument d, int page, Text title) => ChangePage(d, page, p => p with { Title = title.IsEmpty ? null : title });

    public static FormDocument RestorePage(this FormDocument d, int at, Page page) =>
        page.Items.Any(i => d.Find(i.Key) is not null) ? d : d with { Pages = Inserted(d.Pages, Math.Clamp(at, 0, d.Pages.Count), page) };

    /// <summary>Puts an item on a page; its key must be free.</summary>
    public static FormDocument AddItem(this FormDocument d, int page, int at, Item item) =>
        d.Find(item.Key) is not null ? d : ChangePage(d, page, p => p with { Items = Inserted(p.Items, Math.Clamp(at, 0, p.Items.Count), item) });

    public static FormDocument RemoveItem(this FormDocument d, string key) =>
        d with { Pages = [.. d.Pages.Select(p => p.Items.Any(i => i.Key == key) ? p with { Items = [.. p.Items.Where(i => i.Key != key)] } : p)] };

    /// <summary>Puts another item in its place. A new key is followed by the conditions that look at it.</summary>
    public static FormDocument ReplaceItem(this FormDocument d, string key, Item item)
    {
        if (d.Find(key) is not { } old || (item.Key != key && d.Find(item.Key) is not null)) return d;
        var replaced = d with { Pages = [.. d.Pages.Select(p => p with { Items = [.. p.Items.Select(i => i.Key == key ? item : i)] })] };
        var renamed = old.AnswerKeys.Zip(item.AnswerKeys).Where(k => k.First != k.Second).ToDictionary(k => k.First, k => k.Second);
        return item.Key == key || old.GetType() != item.GetType() || renamed.Count == 0 ? replaced : replaced with
        {
            Pages = [.. replaced.Pages.Select(p => p with { Items = [.. p.Items.Select(i => i.ShowIf is null ? i : i with { ShowIf = Renamed(i.ShowIf, renamed) })] })],
        };
    }

    /// <summary>One place up or down; over the edge of a page, onto the next one.</summary>
    public static FormDocument MoveItem(this FormDocument d, string key, int by)
    {
        if (Place(d, key) is not var (page, at) || d.Find(key) is not { } item) return d;
        var to = at + Math.Sign(by);
        if (to >= 0 && to < d.Pages[page].Items.Count) return d.MoveItem(key, page, to);
        var next = page + Math.Sign(by);
        return IsPage(d, next) ? d.MoveItem(key, next, by < 0 ? d.Pages[next].Items.Count : 0) : d;
    }

    /// <summary>To a place on a page.</summary>
    public static FormDocument MoveItem(this FormDocument d, string key, int page, int at) =>
        d.Find(key) is { } item && IsPage(d, page) ? d.RemoveItem(key).AddItem(page, at, item) : d;

    /// <summary>A copy just below, under keys of its own.</summary>
    public static FormDocument DuplicateItem(this FormDocument d, string key)
    {
        if (Place(d, key) is not var (page, at) || d.Find(key) is not { } item) return d;
        var copy = item with { Key = d.FreeKey(item.Key) };
        if (copy is SingleItem { Segment: true } single) copy = single with { Segment = false };
        if (copy is BatteryItem battery)
        {
            var taken = TakenKeys(d);
            var rows = new List<BatteryRow>();
            foreach (var row in battery.Rows)
            {
                var free = Free(row.Key, k => taken.Contains(k) || Enum.GetValues<Part>().Any(part => taken.Contains(new BatteryRow { Key = k }.SlotKey(part))));
                taken.Add(free);
                rows.Add(row with { Key = free });
            }
            copy = battery with { Key = copy.Key, Rows = rows };
        }
        return d.AddItem(page, at + 1, copy);
    }

    /// <summary>The page and place of an item, counted from 0.</summary>
    public static (int Page, int At)? Place(this FormDocument d, string key)
    {
        for (var p = 0; p < d.Pages.Count; p++)
            for (var i = 0; i < d.Pages[p].Items.Count; i++) if (d.Pages[p].Items[i].Key == key) return (p, i);
        return null;
    }

    /// <summary>A key nothing has yet, close to the wish: Q becomes Q1, Q1 becomes Q2.</summary>
    public static string FreeKey(this FormDocument d, string wish)
    {
        var taken = TakenKeys(d);
        return Free(wish, taken.Contains);
    }

    static string Free(string wish, Func<string, bool> isTaken)
    {
        var stem = wish.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        if (stem.Length > FormRules.LongestKey - 5) stem = stem[..(FormRules.LongestKey - 5)];
        for (var n = 1; ; n++) if (!isTaken($"{stem}{n}")) return $"{stem}{n}";
    }

    static HashSet<string> TakenKeys(FormDocument d) => d.Items
        .SelectMany(i => i is BatteryItem b ? [i.Key, .. i.AnswerKeys, .. b.Rows.Select(r => r.Key)] : new[] { i.Key }.Concat(i.AnswerKeys))
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    static ShowIf Renamed(ShowIf when, Dictionary<string, string> renamed)
    {
        return when with { All = Each(when.All), Any = Each(when.Any) };
        IReadOnlyList<Condition>? Each(IReadOnlyList<Condition>? conditions) =>
            conditions is null ? null : [.. conditions.Select(c => renamed.TryGetValue(c.Item, out var now) ? c with { Item = now } : c)];
    }

    static bool IsPage(FormDocument d, int page) => page >= 0 && page < d.Pages.Count;

    static FormDocument ChangePage(FormDocument d, int page, Func<Page, Page> change) =>
        IsPage(d, page) ? d with { Pages = [.. d.Pages.Select((p, i) => i == page ? change(p) : p)] } : d;

    static List<T> Inserted<T>(IReadOnlyList<T> list, int at, T one) => [.. list.Take(at), one, .. list.Skip(at)];
}
