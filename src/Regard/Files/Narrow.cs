namespace Regard.Files;

/// <summary>Full-width signs, as Chinese input methods write them, in their usual width.</summary>
static class Narrow
{
    public static string Digits(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uFF01', '\uFF5E') && !text.Contains('\u3000', StringComparison.Ordinal)) return text;
        return string.Create(text.Length, text, (to, from) =>
        {
            for (var i = 0; i < to.Length; i++) to[i] = from[i] switch { '\u3000' => ' ', >= '\uFF01' and <= '\uFF5E' => (char)(from[i] - 0xFEE0), var c => c };
        });
    }
}
