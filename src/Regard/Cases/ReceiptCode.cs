using System.Security.Cryptography;
using System.Text;
namespace Regard.Cases;

/// <summary>What a customer follows a case by, without signing in: 16 signs that cannot be mistaken for one another, 80 bits. Only its hash is kept.</summary>
static class ReceiptCode
{
    const string Signs = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    const int Length = 16, Group = 4;

    public static string New() => string.Join('-', RandomNumberGenerator.GetString(Signs, Length).Chunk(Group).Select(g => new string(g)));

    /// <summary>Null when it is no code of ours. Small letters, spaces and missing dashes do not matter.</summary>
    public static byte[]? Hash(string? text)
    {
        var code = string.Concat((text ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
        return code.Length == Length && code.All(Signs.Contains) ? SHA256.HashData(Encoding.ASCII.GetBytes(code)) : null;
    }
}
