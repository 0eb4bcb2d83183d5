using System.Collections.Concurrent;
using System.Security.Cryptography;
namespace Regard.Web.Ui;

/// <summary>Addresses of styles and scripts that change with their content, so that browsers may keep them for ever.</summary>
static class AssetFiles
{
    static readonly ConcurrentDictionary<string, string> urls = new();

    public static string Root { get; } = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    public static string Url(string path) => urls.GetOrAdd(path, p =>
        "/assets/" + p + "?v=" + Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Root, p))))[..12]);
}
