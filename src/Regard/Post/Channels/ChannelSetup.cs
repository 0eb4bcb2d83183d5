using System.Text.Json;
using System.Text.Json.Serialization;
using Regard.Organisation;
namespace Regard.Post.Channels;

[JsonConverter(typeof(JsonStringEnumConverter<WireSecurity>))]
public enum WireSecurity
{
    /// <summary>Encrypted from the first byte: SMTP on 465, IMAP on 993.</summary>
    Tls,
    /// <summary>Encrypted after the greeting: SMTP on 587, IMAP on 143. Without it nothing is sent.</summary>
    StartTls,
    None,
}

/// <summary>How a channel is reached; nothing secret.</summary>
public sealed record ChannelSetup
{
    public string Host { get; init; } = "";
    public int Port { get; init; }
    public WireSecurity Security { get; init; }
    /// <summary>SHA-256 of the one certificate that is trusted though no authority signed it, as hex.</summary>
    public string? Certificate { get; init; }
    public string User { get; init; } = "";
    /// <summary>The address that mail comes from, or that the mailbox belongs to.</summary>
    public string Address { get; init; } = "";
    public string SenderName { get; init; } = "";
    public string Folder { get; init; } = "INBOX";
    /// <summary>Whose mailbox it is; null for the whole company's. Of a robot, whose it is; null for nobody's.</summary>
    public Id<Unit>? UnitId { get; init; }
    /// <summary>Where robots, gateways and webhooks are called.</summary>
    public string Url { get; init; } = "";
    /// <summary>May lead to an address of the own network.</summary>
    public bool AllowsPrivate { get; init; }
    /// <summary>Hours without anything after which it is said to have fallen silent; null for never.</summary>
    public int? ExpectedGapHours { get; init; }

    internal string ToJson() => JsonSerializer.Serialize(this);
    internal static ChannelSetup FromJson(string json) => JsonSerializer.Deserialize<ChannelSetup>(json)!;

    internal IEnumerable<Problem> Problems(ChannelKind kind)
    {
        if (ExpectedGapHours is < 1 or > 24 * 90) yield return new("ExpectedGapHours", "From 1 hour to 90 days.");
        if (!kind.IsMail())
        {
            if (!Uri.TryCreate(Url, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http") || url.UserInfo.Length > 0) yield return new("Url", "Give an address that begins with https://.");
            else if (url.Scheme == "http" && !AllowsPrivate) yield return new("Url", "Addresses without encryption (http://) are for the own network only.");
            yield break;
        }
        if (Uri.CheckHostName(Host) == UriHostNameType.Unknown) yield return new("Host", "Give the name of a server, such as mail.example.com.");
        if (Port is < 1 or > 65535) yield return new("Port", "A port is a number from 1 to 65535.");
        if (Email.Problems(Address).Any()) yield return new("Address", "Give an e-mail address such as li.na@example.com.");
        if (Certificate is { Length: > 0 } && !(Certificate.Length == 64 && Certificate.All(char.IsAsciiHexDigit))) yield return new("Certificate", "A fingerprint has 64 hexadecimal digits.");
        if (kind == ChannelKind.Imap && (User.Length == 0 || User.Any(char.IsControl))) yield return new("User", "Say who signs in.");
        if (kind == ChannelKind.Imap && (Folder.Length == 0 || Folder.Any(char.IsControl))) yield return new("Folder", "Name the folder, usually INBOX.");
    }
}

/// <summary>What of a channel is told to nobody.</summary>
sealed record ChannelSecrets
{
    /// <summary>The password of a mail account.</summary>
    public string Password { get; init; } = "";
    /// <summary>The part of a robot's address that names it.</summary>
    public string Token { get; init; } = "";
    /// <summary>What calls are signed with.</summary>
    public string Key { get; init; } = "";

    public bool IsEmpty => Password.Length + Token.Length + Key.Length == 0;
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this);
    public static ChannelSecrets FromBytes(byte[] bytes) => JsonSerializer.Deserialize<ChannelSecrets>(bytes)!;
}
