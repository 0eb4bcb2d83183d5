using System.Text.RegularExpressions;
using Regard.Indicators;
namespace Regard.Surveys;

/// <summary>What a form must obey before anyone is asked by it. Fields are paths such as pages[0].items[2].title.</summary>
public static partial class FormRules
{
    public const int MostItems = 300, MostSlots = 250, MostOptions = 100, LongestKey = 50, LongestText = 4000, LongestStandard = 40;

    [GeneratedRegex(@"^\p{L}[\p{L}\p{Nd}_]*$")] private static partial Regex KeyPattern { get; }
    [GeneratedRegex(@"^[\p{L}\p{Nd}_]+$")] private static partial Regex OptionKeyPattern { get; }

    internal static bool IsOptionKey(string key) => key.Length <= LongestKey && OptionKeyPattern.IsMatch(key);
    public static bool IsKey(string key) => key.Length <= LongestKey && KeyPattern.IsMatch(key);

    /// <summary>Everything that keeps a document from being published, in the order of the document.</summary>
    public static IReadOnlyList<Problem> Problems(FormDocument d) =>
    [
        .. OfLanguages(d), .. Said("title", d.Title, d, needed: true), .. Said("intro", d.Intro, d), .. Said("thanks", d.Thanks, d),
        .. OfSize(d), .. OfPages(d), .. ShowIfRules.Problems(d),
    ];

    /// <summary>What would make even a draft impossible to keep: keys are what answers and edits refer to.</summary>
    public static IEnumerable<Problem> KeyProblems(FormDocument d)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return Places(d).SelectMany(at => OfKeys(at.Item, at.Path, taken)).ToList();
    }

    /// <summary>Where the form and a tree of indicators do not fit together.</summary>
    public static IReadOnlyList<Problem> Problems(FormDocument d, IndicatorTree tree) =>
    [
        .. from named in Indicators(d)
           where tree.Find(named.Code) is null
           select new Problem(named.Field, "The indicator {0} is not in the tree {1}, version {2}.", named.Code, tree.Name, tree.Number),
        .. from named in Indicators(d)
           where named.Perceived && tree.Find(named.Code) is not null && !tree.IsLeaf(named.Code)
           select new Problem(named.Field, "{0} adds up other indicators; what was perceived is asked of those below it.", named.Code),
    ];

    /// <summary>Codes of all indicators and dimensions that the form asks about.</summary>
    public static IReadOnlySet<string> IndicatorCodes(FormDocument d) => Indicators(d).Select(i => i.Code).ToHashSet();

    internal static IEnumerable<(Item Item, string Path, int Page)> Places(FormDocument d) =>
        d.Pages.SelectMany((page, p) => page.Items.Select((item, i) => (item, $"pages[{p}].items[{i}]", p)));

    static IEnumerable<(string Code, string Field, bool Perceived)> Indicators(FormDocument d) => Places(d).SelectMany(at => at.Item switch
    {
        RatingItem { Indicator: { Length: > 0 } code } rating => [(code, at.Path + ".indicator", rating.Part == Part.Perceived)],
        CheckItem { Indicator: { Length: > 0 } code } => [(code, at.Path + ".indicator", false)],
        BatteryItem battery => battery.Rows.Select((row, r) => (Row: row, Field: $"{at.Path}.rows[{r}].indicator")).Where(x => !string.IsNullOrEmpty(x.Row.Indicator))
            .Select(x => (x.Row.Indicator!, x.Field, battery.Parts.Contains(Part.Perceived))),
        _ => Enumerable.Empty<(string, string, bool)>(),
    });

    static IEnumerable<Problem> OfLanguages(FormDocument d)
    {
        if (d.Languages.Count == 0) yield return new("languages", "Choose at least one language.");
        foreach (var tag in d.Languages)
            if (!Languages.All.Any(l => l.Tag() == tag)) yield return new("languages", "{0} is not among the languages that Regard speaks.", tag);
        if (d.Languages.Distinct().Count() < d.Languages.Count) yield return new("languages", "Name each language once.");
    }

    static IEnumerable<Problem> OfSize(FormDocument d)
    {
        if (!d.Items.Any()) yield return new("pages", "Add a question.");
        if (d.Items.Count() > MostItems) yield return new("pages", "A form holds at most {0} questions; this one has {1}.", MostItems, d.Items.Count());
        if (d.Slots.Count > MostSlots) yield return new("pages", "A form holds at most {0} ratings; this one has {1}.", MostSlots, d.Slots.Count);
        if (d.Items.OfType<SingleItem>().Count(i => i.Segment) > 1) yield return new("pages", "Only one question can tell segments apart.");
    }

    static IEnumerable<Problem> OfPages(FormDocument d)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var p = 0; p < d.Pages.Count; p++)
        {
            foreach (var problem in Said($"pages[{p}].title", d.Pages[p].Title, d)) yield return problem;
            if (d.Pages[p].Items.Count == 0) yield return new($"pages[{p}]", "This page has no questions. Add one, or delete the page.");
        }
        foreach (var (item, path, _) in Places(d))
            foreach (var problem in OfItem(item, path, d, taken)) yield return problem;
    }

    static IEnumerable<Problem> OfItem(Item item, string path, FormDocument d, HashSet<string> taken)
    {
        foreach (var problem in OfKeys(item, path, taken)) yield return problem;
        foreach (var problem in Said($"{path}.title", item.Title, d, needed: true)) yield return problem;
        foreach (var problem in Said($"{path}.help", item.Help, d)) yield return problem;
        foreach (var problem in item switch
        {
            RatingItem rating => [.. OfScale(rating.Scale, path, d), .. OfPart(rating, path), .. OfStandard(rating, path)],
            BatteryItem battery => [.. OfScale(battery.Scale, path, d), .. OfBattery(battery, path, d)],
            NpsItem nps => [.. Said($"{path}.low", nps.Low, d), .. Said($"{path}.high", nps.High, d)],
            SingleItem single => OfOptions(single.Options, path, d),
            MultipleItem multiple => OfOptions(multiple.Options, path, d),
            TextItem text => text.MaxLength is < 1 or > TextItem.LongestText ? [new Problem($"{path}.maxLength", "Allow from 1 to {0} characters.", TextItem.LongestText)] : [],
            NumberItem number => OfNumber(number, path),
            CheckItem check => OfStandard(check, path),
            _ => Enumerable.Empty<Problem>(),
        }) yield return problem;
        if (item.Tells is not { } trait) yield break;
        if (!Traits.For(item).Contains(trait)) yield return new($"{path}.tells", "An answer of this kind cannot tell that.");
        else if (trait != Trait.Circumstances && !Traits.OfLeaders.Contains(trait) && d.Items.TakeWhile(i => i != item).Any(i => i.Tells == trait)) yield return new($"{path}.tells", "Another question tells that already.");
        else if (trait.IsYesOrNo() && item is SingleItem yesNo && !yesNo.Options.Any(o => Traits.IsYes(o.Key))) yield return new($"{path}.tells", "One of the answers needs the key {0}.", Traits.Yes);
    }

    static IEnumerable<Problem> OfStandard(Item item, string path)
    {
        if (item.HeldAgainst?.Length > LongestStandard) yield return new($"{path}.standard", "The code of a standard has at most {0} characters.", LongestStandard);
    }

    static IEnumerable<Problem> OfKeys(Item item, string path, HashSet<string> taken)
    {
        if (!IsKey(item.Key)) yield return new($"{path}.key", "A key starts with a letter and goes on with letters, digits and underscores, at most {0} of them.", LongestKey);
        foreach (var key in new[] { item.Key }.Union(item.AnswerKeys))
            if (!taken.Add(key)) yield return new($"{path}.key", "The key {0} is used twice.", key);
    }

    static IEnumerable<Problem> OfScale(Scale scale, string path, FormDocument d)
    {
        if (scale.From < 0 || scale.From >= scale.To || scale.To - scale.From > Scale.LongestSpan)
            yield return new($"{path}.scale", "A scale runs from 0 or more up to a larger number, over at most {0} steps.", Scale.LongestSpan);
        foreach (var problem in Said($"{path}.scale.low", scale.Low, d)) yield return problem;
        foreach (var problem in Said($"{path}.scale.high", scale.High, d)) yield return problem;
    }

    static IEnumerable<Problem> OfPart(RatingItem rating, string path)
    {
        if (rating.Part == Part.Recommendation || !Enum.IsDefined(rating.Part)) yield return new($"{path}.part", "Ask for a recommendation with the question type made for it.");
        else if (rating.Part is Part.Perceived or Part.Expected or Part.Importance && string.IsNullOrEmpty(rating.Indicator)) yield return new($"{path}.indicator", "Choose the indicator that this measures.");
    }

    static IEnumerable<Problem> OfBattery(BatteryItem battery, string path, FormDocument d)
    {
        if (battery.Parts.Count == 0 || battery.Parts.Except(BatteryItem.PartsOffered).Any() || battery.Parts.Distinct().Count() < battery.Parts.Count)
            yield return new($"{path}.parts", "Choose what is rated: expected, perceived, importance.");
        if (battery.Rows.Count == 0) yield return new($"{path}.rows", "Add a statement to rate.");
        for (var r = 0; r < battery.Rows.Count; r++)
        {
            var row = battery.Rows[r];
            if (!IsKey(row.Key)) yield return new($"{path}.rows[{r}].key", "A key starts with a letter and goes on with letters, digits and underscores, at most {0} of them.", LongestKey);
            foreach (var problem in Said($"{path}.rows[{r}].title", row.Title, d, needed: true)) yield return problem;
            if (string.IsNullOrEmpty(row.Indicator)) yield return new($"{path}.rows[{r}].indicator", "Choose the indicator that this measures.");
        }
    }

    static IEnumerable<Problem> OfOptions(IReadOnlyList<Choice> options, string path, FormDocument d)
    {
        if (options.Count < 2) yield return new($"{path}.options", "Offer at least two answers.");
        if (options.Count > MostOptions) yield return new($"{path}.options", "Offer at most {0} answers.", MostOptions);
        for (var o = 0; o < options.Count; o++)
        {
            var key = options[o].Key;
            if (key.Length > LongestKey || !OptionKeyPattern.IsMatch(key)) yield return new($"{path}.options[{o}].key", "The key of an answer holds letters, digits and underscores, at most {0} of them.", LongestKey);
            else if (options.Take(o).Any(other => other.Key == key)) yield return new($"{path}.options[{o}].key", "The key {0} is used twice.", key);
            foreach (var problem in Said($"{path}.options[{o}].title", options[o].Title, d, needed: true)) yield return problem;
        }
    }

    static IEnumerable<Problem> OfNumber(NumberItem number, string path)
    {
        if (number.Min > number.Max) yield return new($"{path}.min", "The smallest number is larger than the largest.");
        if (number.Decimals is < 0 or > 6) yield return new($"{path}.decimals", "Allow from 0 to 6 digits after the point.");
    }

    static IEnumerable<Problem> Said(string field, Text? text, FormDocument d, bool needed = false)
    {
        if (text is null || text.IsEmpty)
        {
            if (needed) yield return new(field, "Write this text.");
            yield break;
        }
        foreach (var language in Languages.All.Where(l => d.Languages.Contains(l.Tag()) && string.IsNullOrWhiteSpace(text.GetValueOrDefault(l.Tag()))))
            yield return new(field, "This text is missing in {0}.", language.OwnName());
        if (text.Values.Any(v => v.Length > LongestText)) yield return new(field, "Keep this text within {0} characters.", LongestText);
    }
}
