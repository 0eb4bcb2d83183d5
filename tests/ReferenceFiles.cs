using Xunit;
namespace Regard.Testing;

/// <summary>
/// Data and results of other programs. They are large and not all free to copy, so they lie beside the checkout (shared/data,
/// shared/reference in any folder above) or where REGARD_REFERENCE points; a test that needs them says so when they are absent.
/// </summary>
static class ReferenceFiles
{
    public static string Find(string folder, string file)
    {
        foreach (var root in Roots())
            if (Path.Combine(root, folder, file) is var path && File.Exists(path)) return path;
        Assert.Skip($"{folder}/{file} is not here; set REGARD_REFERENCE to the folder that holds data/ and reference/.");
        return "";
    }

    static IEnumerable<string> Roots()
    {
        if (Environment.GetEnvironmentVariable("REGARD_REFERENCE") is { Length: > 0 } named) yield return named;
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent) yield return Path.Combine(at.FullName, "shared");
    }
}
