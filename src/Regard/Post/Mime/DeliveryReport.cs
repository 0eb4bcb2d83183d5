using System.Text.RegularExpressions;
namespace Regard.Post.Mime;

/// <summary>What a mail server tells of a mail that it could not deliver (RFC 3464): to whom, and which mail it was.</summary>
sealed partial record DeliveryReport(string Address, string? MessageId)
{
    [GeneratedRegex(@"^(?:Final|Original)-Recipient:\s*(?:[A-Za-z0-9-]+\s*;)?\s*<?([^\s<>;]{3,320})>?\s*$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Recipient();

    [GeneratedRegex(@"^Action:\s*failed", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Failed();

    [GeneratedRegex(@"^Message-ID:\s*(<[^<>\s]{1,500}>)", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    /// <summary>Null when it is no such report, or tells of a delay or a success only.</summary>
    public static DeliveryReport? In(MimePart message)
    {
        if (message.Headers["X-Failed-Recipients"] is { } listed && Addresses.Read(listed) is [var failed, ..]) return new(failed.Address, Original(message));
        if (!message.Is("multipart/report")) return null;
        foreach (var status in message.All.Where(p => p.Type.Value is "message/delivery-status" or "message/global-delivery-status"))
        {
            var text = status.Text.Replace("\r\n", "\n");
            if (text.Length <= 100_000 && Failed().IsMatch(text) && Recipient().Match(text) is { Success: true } m) return new(m.Groups[1].Value.ToLowerInvariant(), Original(message));
        }
        return null;
    }

    static string? Original(MimePart message)
    {
        foreach (var part in message.All.Skip(1))
            if (part.Headers["Message-ID"]?.Trim() is { Length: > 2 } id && id[0] == '<') return id;
            else if (part.Is("text/rfc822-headers") && Named().Match(Start(part.Text)) is { Success: true } m) return m.Groups[1].Value;
        return null;
    }

    static string Start(string text) => text.Length > 100_000 ? text[..100_000] : text;
}
