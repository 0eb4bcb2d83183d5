using System.Globalization;
using System.Text.RegularExpressions;
using Regard.Surveys;
using Regard.Web.Ui;
namespace Regard.Web.Surveys.Editor;

/// <summary>Where on the editor's page a problem is, from its path in the document.</summary>
static partial class ProblemPlace
{
    [GeneratedRegex(@"^pages\[(\d+)\](?:\.items\[(\d+)\](?:\.(.+))?)?")] private static partial Regex Path { get; }

    public static Item? Item(FormDocument form, string field) =>
        Path.Match(field) is { Success: true } m && m.Groups[2].Success ? form.Pages.ElementAtOrDefault(Number(m.Groups[1]))?.Items.ElementAtOrDefault(Number(m.Groups[2])) : null;

    public static string Link(FormShown shown, string field) =>
        Item(shown.Draft.Document, field) is { } item ? $"/surveys/{shown.Form.Id}?item={Uri.EscapeDataString(item.Key)}#item-{item.Key}"
        : Path.Match(field) is { Success: true } page ? $"#page-{page.Groups[1].Value}"
        : field.StartsWith("pages", StringComparison.Ordinal) ? "#page-0" : "#settings";

    public static string Name(FormDocument form, string field, Tongue l) =>
        Item(form, field) is { } item ? item.Key : Path.Match(field) is { Success: true } page ? l["Page {0}", Number(page.Groups[1]) + 1] : l["The form"];

    /// <summary>The problems of one item, their fields counted from it.</summary>
    public static IReadOnlyList<Problem> Within(FormDocument form, Item item, IEnumerable<Problem> all) =>
        [.. all.Where(p => Item(form, p.Field)?.Key == item.Key).Select(p => p with { Field = Path.Match(p.Field).Groups[3].Value })];

    static int Number(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);
}
