using Regard.Surveys;
namespace Regard.Web.Surveys.Editor;

/// <summary>What the buttons beside rows, answers and conditions do to a question, after its fields were read.</summary>
static class ItemEdits
{
    public static Item Do(Item item, (string Name, int At) asked, FormDocument form) => (asked.Name, item) switch
    {
        ("addRow", BatteryItem b) => b with { Rows = [.. b.Rows, new() { Key = NewItem.FreeRowKey(form, b.Rows) }] },
        ("removeRow", BatteryItem b) => b with { Rows = Without(b.Rows, asked.At) },
        ("upRow", BatteryItem b) => b with { Rows = Raised(b.Rows, asked.At) },
        ("downRow", BatteryItem b) => b with { Rows = Raised(b.Rows, asked.At + 1) },
        ("addOption", SingleItem s) => s with { Options = More(s.Options) },
        ("removeOption", SingleItem s) => s with { Options = Without(s.Options, asked.At) },
        ("upOption", SingleItem s) => s with { Options = Raised(s.Options, asked.At) },
        ("downOption", SingleItem s) => s with { Options = Raised(s.Options, asked.At + 1) },
        ("addOption", MultipleItem m) => m with { Options = More(m.Options) },
        ("removeOption", MultipleItem m) => m with { Options = Without(m.Options, asked.At) },
        ("upOption", MultipleItem m) => m with { Options = Raised(m.Options, asked.At) },
        ("downOption", MultipleItem m) => m with { Options = Raised(m.Options, asked.At + 1) },
        ("addCondition", _) => item with { ShowIf = Conditions(item.ShowIf, list => [.. list, new() { Item = FirstAnswer(form, item) }]) },
        ("removeCondition", _) => item with { ShowIf = item.ShowIf?.Conditions.Count() > 1 ? Conditions(item.ShowIf, list => Without(list, asked.At)) : null },
        _ => item,
    };

    static ShowIf? Conditions(ShowIf? when, Func<IReadOnlyList<Condition>, IReadOnlyList<Condition>> change) => when switch
    {
        { Any: not null } => when with { Any = change(when.Any) },
        { All: not null } => when with { All = change(when.All) },
        _ => new() { All = change([]) },
    };

    static string FirstAnswer(FormDocument form, Item item) => form.Items.TakeWhile(i => i.Key != item.Key).LastOrDefault()?.AnswerKeys.FirstOrDefault() ?? "";

    static IReadOnlyList<Choice> More(IReadOnlyList<Choice> options) => [.. options, new() { Key = NewItem.FreeOptionKey(options) }];
    static IReadOnlyList<T> Without<T>(IReadOnlyList<T> list, int at) => [.. list.Where((_, i) => i != at)];

    /// <summary>The one at that place changes places with the one above it.</summary>
    static IReadOnlyList<T> Raised<T>(IReadOnlyList<T> list, int at) =>
        at < 1 || at >= list.Count ? list : [.. list.Take(at - 1), list[at], list[at - 1], .. list.Skip(at + 1)];
}
