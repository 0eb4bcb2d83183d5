using System.Text.RegularExpressions;
namespace Regard.Benchmarks.Start;

/// <summary>Bytes that travel for one page, compressed as a browser asks for it.</summary>
/// <param name="Rest">Stylesheet and icon.</param>
sealed partial record PageWeight(int Page, int Rest, bool HasScript)
{
    public static async Task<PageWeight> Of(Uri page)
    {
        using var plain = new HttpClient();
        var html = await plain.GetStringAsync(page);
        using var browser = new HttpClient();
        browser.DefaultRequestHeaders.Add("Accept-Encoding", "br, gzip");
        var rest = 0;
        foreach (Match link in Links().Matches(html)) rest += (await browser.GetByteArrayAsync(new Uri(page, link.Groups[1].Value))).Length;
        return new((await browser.GetByteArrayAsync(page)).Length, rest, html.Contains("<script", StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex("<(?:link|img|script)[^>]*(?:href|src)=\"([^\"]+)\"")]
    private static partial Regex Links();
}
