namespace Regard.Cases;

/// <summary>What people write in a case.</summary>
static class CaseTexts
{
    /// <summary>In characters.</summary>
    public const int Longest = 20_000;

    public static IEnumerable<Problem> Needed(string field, string? text, string missing)
    {
        if (string.IsNullOrWhiteSpace(text)) yield return new(field, missing);
        else if (text.Length > Longest) yield return new(field, "At most {0} characters.", Longest);
    }

    public static IEnumerable<Problem> Optional(string field, string? text, int longest = Longest)
    {
        if (text?.Length > longest) yield return new(field, "At most {0} characters.", longest);
    }

    public static string? Plain(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
