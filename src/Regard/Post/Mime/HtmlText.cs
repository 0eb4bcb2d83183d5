using System.Net;
using System.Text;
namespace Regard.Post.Mime;

/// <summary>What stands in an HTML mail, as plain text. One pass from left to right, whatever was sent.</summary>
static class HtmlText
{
    static readonly HashSet<string> breaks = ["br", "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "blockquote", "pre", "hr", "section", "article", "header", "footer", "dt", "dd"];
    static readonly HashSet<string> unseen = ["script", "style", "head", "title", "template", "noscript", "textarea", "select", "svg", "math", "object", "iframe"];

    public static string Read(string html)
    {
        var text = new StringBuilder(Math.Min(html.Length, 1 << 16));
        var neverClosed = new HashSet<string>();
        var at = 0;
        while (at < html.Length)
        {
            var open = html.IndexOf('<', at);
            if (open < 0) open = html.Length;
            if (open > at) Say(text, WebUtility.HtmlDecode(html[at..open]));
            if (open == html.Length) break;
            if (string.CompareOrdinal(html, open, "<!--", 0, 4) == 0) { at = After(html, "-->", open + 4); continue; }
            if (open + 1 == html.Length || !(char.IsAsciiLetter(html[open + 1]) || html[open + 1] is '/' or '!' or '?')) { Say(text, "<"); at = open + 1; continue; }
            var name = NameAt(html, html[open + 1] == '/' ? open + 2 : open + 1);
            at = EndOfTag(html, open + 1);
            if (html[open + 1] != '/' && unseen.Contains(name) && !neverClosed.Contains(name)) at = AfterClosing(html, name, at, neverClosed);
            if (name is "td" or "th") Say(text, " ");
            if (breaks.Contains(name)) Break(text);
        }
        return text.ToString().Trim();
    }

    static string NameAt(string html, int from)
    {
        var to = from;
        while (to < html.Length && to - from < 20 && char.IsAsciiLetterOrDigit(html[to])) to++;
        return html[from..to].ToLowerInvariant();
    }

    /// <summary>Behind the sign that closes the tag; such a sign within quotes does not.</summary>
    static int EndOfTag(string html, int at)
    {
        var plain = html.IndexOf('>', at);
        if (plain < 0) return html.Length;
        for (var i = at; i < html.Length; i++)
        {
            if (html[i] == '>') return i + 1;
            if (html[i] is not ('"' or '\'') || html[i - 1] is not ('=' or ' ')) continue;
            var closing = html.IndexOf(html[i], i + 1);
            // An open quote would swallow the rest of the mail.
            if (closing < 0) return plain + 1;
            i = closing;
        }
        return plain + 1;
    }

    static int After(string html, string what, int at) => html.IndexOf(what, Math.Min(at, html.Length), StringComparison.Ordinal) is >= 0 and var found ? found + what.Length : html.Length;

    static int AfterClosing(string html, string name, int at, HashSet<string> neverClosed)
    {
        var found = html.IndexOf("</" + name, at, StringComparison.OrdinalIgnoreCase);
        if (found >= 0) return EndOfTag(html, found + 1);
        neverClosed.Add(name);
        // Left open, a head ends where the body begins; code hides the rest; anything else hides nothing.
        return name == "head" && html.IndexOf("<body", at, StringComparison.OrdinalIgnoreCase) is >= 0 and var body ? body : name is "script" or "style" ? html.Length : at;
    }

    /// <summary>White space counts once, as browsers show it.</summary>
    static void Say(StringBuilder text, string words)
    {
        foreach (var c in words)
        {
            if (c is ' ' or '\t' or '\r' or '\n' or '\f') { if (text.Length > 0 && text[^1] is not (' ' or '\n')) text.Append(' '); }
            else if (c == '\u00a0') text.Append(' ');
            else if (!char.IsControl(c)) text.Append(c);
        }
    }

    static void Break(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] == ' ') text.Length--;
        if (text.Length > 0 && !(text.Length > 1 && text[^1] == '\n' && text[^2] == '\n')) text.Append('\n');
    }
}
