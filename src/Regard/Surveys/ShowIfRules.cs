namespace Regard.Surveys;

/// <summary>Conditions must look at questions that come before, or stand on the same page, and never at one another in a circle.</summary>
static class ShowIfRules
{
    public static IEnumerable<Problem> Problems(FormDocument d)
    {
        var places = FormRules.Places(d).ToList();
        var owners = places.SelectMany(at => at.Item.AnswerKeys.Select(key => (key, at))).DistinctBy(x => x.key).ToDictionary(x => x.key, x => x.at);
        foreach (var (item, path, page) in places.Where(p => p.Item.ShowIf is not null))
        {
            var conditions = item.ShowIf!.Conditions.ToList();
            if (conditions.Count == 0) yield return new($"{path}.showIf", "Say when {0} is shown, or show it always.", item.Key);
            foreach (var condition in conditions)
            {
                if (!owners.TryGetValue(condition.Item, out var owner)) yield return new($"{path}.showIf", "{0} is shown depending on {1}, which this form does not ask.", item.Key, condition.Item);
                else if (owner.Page > page) yield return new($"{path}.showIf", "{0} is shown depending on {1}, which is asked only on a later page.", item.Key, condition.Item);
                else if (condition.NeedsValue && OfValue(condition, owner.Item) is { } words) yield return new($"{path}.showIf", words);
            }
        }
        foreach (var (circle, path) in Circles(places, key => owners.TryGetValue(key, out var owner) ? owner.Item : null))
            yield return new($"{path}.showIf", "These questions depend on one another in a circle: {0}.", string.Join(" → ", circle));
    }

    static Words? OfValue(Condition condition, Item about)
    {
        var options = about is SingleItem single ? single.Options : about is MultipleItem multiple ? multiple.Options : null;
        if (condition.Op is Test.AtLeast or Test.AtMost)
            return options is not null || about is TextItem ? Words.Of("{0} is not a number that could be compared.", condition.Item)
                : condition.Value?.AsNumber() is null ? Words.Of("Give the number that {0} is compared with.", condition.Item) : null;
        if (condition.Value is null || condition.Value.IsNotApplicable || condition.Value.Said == "") return Words.Of("Give the answer that {0} is compared with.", condition.Item);
        if (options is not null) return options.Any(o => o.Key == condition.Value.AsText()) ? null : Words.Of("{0} does not offer the answer {1}.", condition.Item, condition.Value.AsText());
        return about is not TextItem && condition.Value.AsNumber() is null ? Words.Of("Give the number that {0} is compared with.", condition.Item) : null;
    }

    /// <summary>Each circle once, told at its first item in the document.</summary>
    static IEnumerable<(List<string> Circle, string Path)> Circles(List<(Item Item, string Path, int Page)> places, Func<string, Item?> owner)
    {
        var told = new HashSet<Item>(ReferenceEqualityComparer.Instance);
        foreach (var (item, path, _) in places)
        {
            if (told.Contains(item) || Back(item, item, [], owner) is not { } way) continue;
            told.UnionWith(way);
            yield return ([item.Key, .. way.Select(i => i.Key)], path);
        }
    }

    /// <summary>The way from one item along its conditions back to the other; null when there is none.</summary>
    static List<Item>? Back(Item from, Item to, HashSet<Item> been, Func<string, Item?> owner)
    {
        foreach (var next in (from.ShowIf?.Conditions ?? []).Select(c => owner(c.Item)).OfType<Item>())
        {
            if (ReferenceEquals(next, to)) return [next];
            if (been.Add(next) && Back(next, to, been, owner) is { } rest) return [next, .. rest];
        }
        return null;
    }
}
