using System.Runtime.CompilerServices;
namespace Regard.Surveys;

/// <summary>Which items a respondent sees, what is wrong with what they answered, and how it is kept.</summary>
public static class AnswerRules
{
    /// <summary>The items shown, given the answers so far. An item hidden takes its answer out of every other condition.</summary>
    public static IReadOnlyList<Item> Shown(FormDocument document, Answers answers)
    {
        var owners = Owners(document);
        var seen = new Dictionary<Item, bool>(ReferenceEqualityComparer.Instance);
        return [.. document.Items.Where(IsShown)];

        bool IsShown(Item item)
        {
            if (item.ShowIf is not { } when) return true;
            if (seen.TryGetValue(item, out var known)) return known;
            seen[item] = false;
            return seen[item] = when.Holds(key => owners.TryGetValue(key, out var owner) && IsShown(owner) ? answers.Find(key) : null);
        }
    }

    /// <summary>What is wrong with the answers of one page (counted from 0), or of the whole form. The field is the answer's key.</summary>
    public static IReadOnlyList<Problem> Problems(FormDocument document, Answers answers, int? page = null)
    {
        var owners = Owners(document);
        var asked = page is { } at ? document.Pages[at].Items : [.. document.Items];
        var shown = Shown(document, answers).Where(asked.Contains<Item>).ToList();
        return [
            .. answers.Keys.Where(key => !owners.ContainsKey(key)).Select(key => new Problem(key, "This form does not ask {0}.", key)),
            .. shown.SelectMany(item => OfItem(item, answers)),
        ];
    }

    internal static IEnumerable<Problem> OfItem(Item item, Answers answers)
    {
        foreach (var slot in item.Slots) if (OfSlot(slot, item.Required, answers.Find(slot.Key)) is { } words) yield return new(slot.Key, words);
        if (item is RatingItem or BatteryItem or NpsItem or CheckItem) yield break;
        var given = answers.Find(item.Key);
        var wrong = given is null or { IsNotApplicable: true } or { Said: "" } or { Chosen.Count: 0 } ? item.Required ? Words.Of("Please answer this.") : null : item switch
        {
            SingleItem single => given.Said is { } key && single.Options.Any(o => o.Key == key) ? null : Words.Of("Please choose one of the answers offered."),
            MultipleItem multiple => Choices(multiple, given),
            TextItem text => given.Said is not { } said ? Words.Of("Please answer in words.") : Length(said) > text.MaxLength ? Words.Of("Please keep it within {0} characters; it has {1}.", text.MaxLength, Length(said)) : null,
            NumberItem number => Number(number, given),
            _ => null,
        };
        if (wrong is not null) yield return new(item.Key, wrong);
    }

    static Words? OfSlot(Slot slot, bool required, Answer? given) =>
        given is null or { IsNotApplicable: true } ? required && !(given is not null && slot.NotApplicable) ? Words.Of("Please answer this.") : null
        : given.Number is { } n && decimal.IsInteger(n) && n >= slot.From && n <= slot.To ? null
        : Words.Of("Please answer with a whole number from {0} to {1}.", slot.From, slot.To);

    static Words? Choices(MultipleItem item, Answer given) =>
        (given.Chosen ?? []).Count > 0 && given.Chosen!.All(key => item.Options.Any(o => o.Key == key)) && given.Chosen!.Distinct().Count() == given.Chosen!.Count
            ? null : Words.Of("Please choose among the answers offered.");

    static Words? Number(NumberItem item, Answer given)
    {
        if (given.Number is not { } n) return Words.Of("Please answer with a number.");
        if (n < item.Min) return Words.Of("Please give a number of at least {0}.", item.Min);
        if (n > item.Max) return Words.Of("Please give a number of at most {0}.", item.Max);
        return decimal.Round(n, Math.Clamp(item.Decimals, 0, 6)) == n ? null
            : item.Decimals == 0 ? Words.Of("Please give a whole number.") : Words.Of("Please give at most {0} digits after the point.", item.Decimals);
    }

    static int Length(string said) => new System.Globalization.StringInfo(said).LengthInTextElements;

    // Documents are immutable and answered thousands of times.
    static readonly ConditionalWeakTable<FormDocument, Dictionary<string, Item>> owners = new();

    static Dictionary<string, Item> Owners(FormDocument document) => owners.GetValue(document, static d =>
    {
        var found = new Dictionary<string, Item>();
        foreach (var item in d.Items) foreach (var key in item.AnswerKeys) found.TryAdd(key, item);
        return found;
    });
}
