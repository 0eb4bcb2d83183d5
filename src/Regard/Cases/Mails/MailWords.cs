using System.Text.RegularExpressions;
namespace Regard.Cases;

/// <summary>What somebody wrote in a mail, without the mail it answers.</summary>
static partial class MailWords
{
    /// <summary>The first line of what mail programs put below an answer.</summary>
    [GeneratedRegex(@"^\s*(-{2,}\s*(original message|原始邮件|原始郵件|原邮件|forwarded message|转发的邮件|轉寄的郵件).*|(on|am|le) .{5,120}(wrote|schrieb|a écrit)\s*:|(在|于|於)?.{0,80}(写道|寫道)\s*[:：]|_{20,})\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Quote();

    public static string Own(string body)
    {
        var lines = body.ReplaceLineEndings("\n").Split('\n');
        var end = lines.Length;
        for (var i = 0; i < lines.Length; i++)
            if (Quote().IsMatch(lines[i])) { end = i; break; }
        while (end > 0 && (string.IsNullOrWhiteSpace(lines[end - 1]) || lines[end - 1].StartsWith('>'))) end--;
        var own = string.Join('\n', lines[..end]).Trim();
        return own.Length > 0 ? own : body.Trim();
    }

    [GeneratedRegex(@"\[#(\d{1,12})\]")]
    private static partial Regex Token();

    public static string Tag(long number) => $"[#{number}]";

    /// <summary>The number of a case that we put into the subject; null for none.</summary>
    public static long? Number(string subject) => Token().Match(subject) is { Success: true } found ? long.Parse(found.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>As far as signs tell.</summary>
    public static Language Language(string text) => text.Any(c => c is >= '\u4E00' and <= '\u9FFF') ? Regard.Language.SimplifiedChinese : Regard.Language.English;

    public static string Shortened(string text, int longest) => text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
}
