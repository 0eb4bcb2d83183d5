using System.Collections.Concurrent;
namespace Regard.Web.Ui;

/// <summary>The icons fetched with the other assets, drawn inline so that they take the colour of the text.</summary>
static class Icons
{
    static readonly ConcurrentDictionary<string, string> drawn = new();

    public static string Svg(string name) => drawn.GetOrAdd(name, n =>
    {
        var svg = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "wwwroot", "lib", "icons", n + ".svg"));
        var start = svg.IndexOf('>', svg.IndexOf("<svg", StringComparison.Ordinal)) + 1;
        return $"<svg class=\"icon\" viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.75\" stroke-linecap=\"round\" stroke-linejoin=\"round\" aria-hidden=\"true\">{svg[start..]}";
    });
}
