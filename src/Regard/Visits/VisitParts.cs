using Regard.Surveys;
namespace Regard.Visits;

/// <summary>The pages of a form and its items, so that what visits found of somebody can be told part by part and step by step.</summary>
sealed class VisitParts
{
    readonly IReadOnlyDictionary<Id<FormVersion>, Dictionary<string, Slot>> places;
    readonly IReadOnlyList<IReadOnlyList<string>> keys;

    /// <param name="versions">All that visits were made by; none is no form.</param>
    public VisitParts(IReadOnlyDictionary<Id<FormVersion>, FormVersion> versions)
    {
        places = versions.ToDictionary(v => v.Key, v => v.Value.Slots.Where(x => x.Part == Part.Delivered).ToDictionary(x => x.Key));
        var newest = versions.Values.MaxBy(v => v.Number);
        IReadOnlyList<(Text Title, List<string> Keys)> pages = newest is null ? [] : [.. newest.Document.Pages.Select(p => (p.Title ?? newest.Document.Title, newest.Slots.Where(x => x.Part == Part.Delivered && p.Items.Any(i => i.Key == x.ItemKey)).Select(x => x.Key).ToList())).Where(p => p.Item2.Count > 0)];
        Titles = [.. pages.Select(p => p.Title)];
        keys = [.. pages.Select(p => p.Keys)];
    }

    public IReadOnlyList<Text> Titles { get; }

    /// <summary>Of each part the mean over visits of what applied in them.</summary>
    public IReadOnlyList<VisitMean> Means(IReadOnlyCollection<VisitRatings> visits) =>
        [.. keys.Select(part => VisitMean.Of([.. visits.Select(v => part.SelectMany(key => Levels(v, key)).Select(l => (double?)l).Average()).OfType<double>()]))];

    /// <summary>Of one item, over visits.</summary>
    public VisitMean Step(IEnumerable<VisitRatings> visits, string key) => VisitMean.OfItem(visits.SelectMany(v => Levels(v, key)));

    IEnumerable<double> Levels(VisitRatings v, string key) => places[v.FormVersionId].TryGetValue(key, out var at) ? VisitScore.Levels([at], v.Ratings).Select(l => l.Level) : [];
}
