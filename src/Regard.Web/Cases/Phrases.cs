using Regard.Cases;
namespace Regard.Web.Cases;

/// <summary>Words that help an upset customer, and words that hide behind rules.</summary>
static class Phrases
{
    static readonly string[] hiding = ["公司规定", "公司規定", "这是规定", "這是規定", "按规定", "按規定", "不归我管", "不歸我管", "不是我负责", "不是我負責", "company policy", "our policy", "those are the rules", "not my job", "not my department", "nothing i can do"];

    /// <summary>The first phrase in a text that hides behind rules; null for none.</summary>
    public static string? Hides(string? text) => text is null ? null : Array.Find(hiding, p => text.Contains(p, StringComparison.OrdinalIgnoreCase));

    public static IReadOnlyList<string> All => hiding;

    public static IEnumerable<string> Soothing(Language reader) => soothing.Select(w => w.In(reader));

    static readonly Words[] soothing =
    [
        Words.Of("I am sorry that this happened to you."),
        Words.Of("In your place I would be upset too."),
        Words.Of("Thank you for telling us; otherwise we would not have known."),
        Words.Of("I will see to it myself and call you back by {0}.", "…"),
        Words.Of("What would put it right for you?"),
        Words.Of("You should not have had to ask twice. Here is where it stands:"),
    ];
}
