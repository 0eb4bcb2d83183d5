using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Regard.Post.Mime;
namespace Regard.Post.Inbox;

/// <summary>What is read out of a mail. Whatever was sent, something is: what cannot be taken apart is kept as its raw text.</summary>
sealed partial record MailContent
{
    const int LongestText = 1_000_000, LongestHtml = 4_000_000, LongestRaw = 100_000, LongestSubject = 998, LongestPath = 500, MostInThread = 100, MostFiles = 200;

    public required string MessageId { get; init; }
    public DateTimeOffset? SentAt { get; init; }
    public string FromAddress { get; init; } = "";
    public string FromName { get; init; } = "";
    public string? ReturnPath { get; init; }
    public IReadOnlyList<string> To { get; init; } = [];
    public string Subject { get; init; } = "";
    public string? InReplyTo { get; init; }
    public IReadOnlyList<string> Thread { get; init; } = [];
    public string Body { get; init; } = "";
    public IReadOnlyList<MailFile> Files { get; init; } = [];
    public bool IsAutomatic { get; init; }
    public bool IsEcho { get; init; }
    public DeliveryReport? Report { get; init; }
    public bool IsUnreadable { get; init; }

    [GeneratedRegex(@"<[^<>\s]{1,500}>")]
    private static partial Regex Name();

    [GeneratedRegex(@"^\s*(自动回复|自動回覆|自動回復|自動答覆|automatic reply|auto(matic)?[ -]?(reply|response)|out of (the )?office)", RegexOptions.IgnoreCase)]
    private static partial Regex AutomaticSubject();

    public static MailContent Of(ReadOnlyMemory<byte> raw)
    {
        try { return Of(MimeReader.Read(raw), raw); }
        catch (Unreadable)
        {
            var start = raw.Span[..Math.Min(raw.Length, LongestRaw)];
            return new() { MessageId = NameOf(raw), Body = Charsets.Decode(start, null), IsUnreadable = true };
        }
    }

    static MailContent Of(MimePart message, ReadOnlyMemory<byte> raw)
    {
        var headers = message.Headers;
        var from = Addresses.Read(headers["From"]) is [var first, ..] ? first : Addresses.Read(headers["Sender"]) is [var sender, ..] ? sender : new("", "");
        var answered = Names(headers["In-Reply-To"]).FirstOrDefault();
        var thread = Names(headers["References"]).ToList();
        if (answered is not null && !thread.Contains(answered)) thread.Add(answered);
        var texts = new List<string>();
        var files = new List<MimePart>();
        Gather(message, texts, files);
        var report = DeliveryReport.In(message);
        return new()
        {
            MessageId = Names(headers["Message-ID"]).FirstOrDefault() ?? NameOf(raw),
            SentAt = MailDate.Read(headers["Date"]),
            FromAddress = Whole(from.Address), FromName = from.Name,
            ReturnPath = headers["Return-Path"] is { } path ? Cut(path.Trim(), LongestPath) : null,
            To = [.. Addresses.Read(headers["To"]).Concat(Addresses.Read(headers["Cc"])).Select(m => Whole(m.Address)).Distinct().Take(50)],
            Subject = Cut(headers.Said("Subject") ?? "", LongestSubject).Trim(),
            InReplyTo = answered, Thread = [.. thread.TakeLast(MostInThread)],
            Body = Cut(string.Join("\n\n", texts.Where(t => t.Length > 0)), LongestText),
            Files = [.. files.Select(Said)],
            Report = report, IsEcho = report is not null || Echo(message, from.Address), IsAutomatic = report is not null || Echo(message, from.Address) || Generated(message, from.Address),
        };
    }

    /// <summary>The text that people see, and the files beside it.</summary>
    static void Gather(MimePart part, List<string> texts, List<MimePart> files)
    {
        if (part.Is("multipart/alternative") && part.Parts.Count > 0)
        {
            var plain = part.Parts.FirstOrDefault(p => p.Is("text/plain") && !p.IsAttached && p.Text.AsSpan().Trim().Length > 0);
            var chosen = plain ?? part.Parts.LastOrDefault(p => p.All.Any(q => q.Is("text/html"))) ?? part.Parts[^1];
            Gather(chosen, texts, files);
            foreach (var other in part.Parts.Where(p => p != chosen)) GatherFiles(other, files);
            return;
        }
        if (part.Is("message/rfc822") || part.IsAttached || (part.Parts.Count == 0 && !(part.Type.Value is "text/plain" or "text/html" || !part.Type.Value.Contains('/')))) { Add(part, files); return; }
        if (part.Parts.Count > 0) { foreach (var p in part.Parts) Gather(p, texts, files); return; }
        texts.Add((part.Is("text/html") ? HtmlText.Read(Cut(part.Text, LongestHtml)) : part.Text.ReplaceLineEndings("\n")).Trim());
    }

    /// <summary>Pictures and files within an alternative that is not the text shown.</summary>
    static void GatherFiles(MimePart part, List<MimePart> files)
    {
        if (part.Parts.Count > 0 && !part.Is("message/rfc822")) foreach (var p in part.Parts) GatherFiles(p, files);
        else if (part.IsAttached || !part.IsText) Add(part, files);
    }

    static void Add(MimePart part, List<MimePart> files)
    {
        if (files.Count < MostFiles) files.Add(part);
    }

    static MailFile Said(MimePart part, int number) => new() { Number = number, Name = FileName(part, number), Type = Cut(part.Type.Value, 100), Size = part.Content.Length };

    static string FileName(MimePart part, int number)
    {
        var name = string.Concat((part.FileName ?? "").EnumerateRunes().Select(r => Rune.IsControl(r) || r.Value is '/' or '\\' or ':' or '"' ? new Rune('_') : r)).Trim('.', ' ');
        if (name.Length > 0) return Cut(name, 200);
        return part.Is("message/rfc822") ? $"message-{number + 1}.eml" : $"file-{number + 1}";
    }

    /// <summary>The bytes of a file of a kept message.</summary>
    public static (MailFile File, byte[] Content)? File(ReadOnlyMemory<byte> raw, int number)
    {
        try
        {
            var files = new List<MimePart>();
            Gather(MimeReader.Read(raw), [], files);
            return number >= 0 && number < files.Count ? (Said(files[number], number), files[number].Content) : null;
        }
        catch (Unreadable) { return null; }
    }

    /// <summary>A program's own answer, a delivery report, a list.</summary>
    static bool Echo(MimePart message, string from)
    {
        var h = message.Headers;
        if (h["Auto-Submitted"]?.TrimStart().StartsWith("auto-replied", StringComparison.OrdinalIgnoreCase) == true) return true;
        if (h["Precedence"]?.Trim().ToLowerInvariant() is "bulk" or "junk" or "list" or "auto_reply") return true;
        if (h["Return-Path"]?.Replace(" ", "") == "<>" || message.Is("multipart/report")) return true;
        if (new[] { "X-Autoreply", "X-Autorespond", "List-Id", "Feedback-ID" }.Any(n => h[n] is not null)) return true;
        if (from.Split('@')[0] is "mailer-daemon" or "postmaster") return true;
        return AutomaticSubject().IsMatch(Cut(h.Said("Subject") ?? "", 200));
    }

    /// <summary>Sent by a program, perhaps in somebody's name.</summary>
    static bool Generated(MimePart message, string from)
    {
        var h = message.Headers;
        if (h["Auto-Submitted"] is { } said && !said.TrimStart().StartsWith("no", StringComparison.OrdinalIgnoreCase)) return true;
        if (new[] { "X-Auto-Response-Suppress", "X-Autogenerated" }.Any(n => h[n] is not null)) return true;
        return from.Split('@')[0] is "noreply" or "no-reply" or "donotreply" or "do-not-reply";
    }

    static IEnumerable<string> Names(string? header) => header is null ? [] : Name().Matches(header).Select(m => Whole(m.Value)).Distinct();
    static string NameOf(ReadOnlyMemory<byte> raw) => $"<{Convert.ToHexStringLower(SHA256.HashData(raw.Span))}@{Nameless}>";
    /// <summary>Stands where a message has no name of its own.</summary>
    public const string Nameless = "nameless.invalid";

    static string Cut(string text, int most) => Whole(text.Length <= most ? text : char.IsHighSurrogate(text[most - 1]) ? text[..(most - 1)] : text[..most]);

    /// <summary>Without halves of characters, which no database keeps.</summary>
    static string Whole(string text) => text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? text : string.Concat(text.EnumerateRunes());
}
