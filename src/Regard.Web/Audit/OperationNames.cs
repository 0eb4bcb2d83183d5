using System.Text.RegularExpressions;
namespace Regard.Web.Audit;

/// <summary>Operations in the words of people: MoveUnit is "Move unit" in English, and translated like any text.</summary>
static partial class OperationNames
{
    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex Seam();

    public static Words Said(string operation)
    {
        var words = Seam().Split(operation);
        return Words.Of(string.Join(' ', words.Select((w, i) => i == 0 ? w : w == "Api" ? "API" : w.ToLowerInvariant())));
    }
}
