namespace Regard.Files;

/// <summary>A column of a file that comes in: its name in files, and how people call it in Chinese.</summary>
/// <param name="Examples">Of a template's two rows.</param>
public sealed record FileColumn(string Name, string Simplified, string Traditional, Text About, string[] Examples, bool Needed = false, params string[] AlsoCalled)
{
    public string Header(Language language) => language switch { Language.SimplifiedChinese => Simplified, Language.TraditionalChinese => Traditional, _ => Name };

    public bool IsCalled(string header) =>
        Plain(header) is var said && (said == Plain(Name) || said == Plain(Simplified) || said == Plain(Traditional) || AlsoCalled.Any(a => said == Plain(a)));

    // "External ID", "external-id" and "external_id" are one name.
    static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
