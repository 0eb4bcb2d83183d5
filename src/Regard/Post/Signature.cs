using System.Globalization;
using System.Security.Cryptography;
using System.Text;
namespace Regard.Post;

/// <summary>How receivers know that a call is ours: HMAC-SHA256 of "seconds.body" with the channel's key, as hex.</summary>
/// <remarks>Receivers refuse what is older than <see cref="Window"/> and drop an id they have seen: so nothing can be played again.</remarks>
public static class Signature
{
    public const string Header = "Regard-Signature", TimeHeader = "Regard-Timestamp", IdHeader = "Regard-Id";
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    public static string Of(string key, string body, DateTimeOffset at) =>
        "v1=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"{Seconds(at)}.{body}")));

    /// <summary>Whether a call of that key, signed then, may be taken now.</summary>
    public static bool Holds(string key, string body, string signature, string timestamp, DateTimeOffset now) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
        && (now - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() <= Window
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(Of(key, body, DateTimeOffset.FromUnixTimeSeconds(seconds))));

    public static string Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
