using System.Security.Cryptography;
using System.Text;
namespace Regard.Cases;

/// <summary>What a customer follows a case by, without signing in: 16 signs that cannot be mistaken for one another, 80 bits. Only its hash is kept.</summary>
static class ReceiptCode
{
    const string Signs = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    const int Length = 16, Group = 4;

    public static string New() => Grouped(RandomNumberGenerator.GetString(Signs, Length));

    /// <summary>The same code again for the same key, which nobody but its sender knows.</summary>
    public static string Of(Guid key) => Grouped(string.Concat(Derived(key, "receipt").Take(Length).Select(b => Signs[b % Signs.Length])));

    /// <summary>Under which the case is kept, so that whoever sees the case does not know the key.</summary>
    public static Guid CaseOf(Guid key) => new(Derived(key, "case").AsSpan(0, 16));

    static byte[] Derived(Guid key, string use) => HMACSHA256.HashData(key.ToByteArray(bigEndian: true), Encoding.ASCII.GetBytes(use));
    static string Grouped(string signs) => string.Join('-', signs.Chunk(Group).Select(g => new string(g)));

    /// <summary>Null when it is no code of ours. Small letters, spaces and missing dashes do not matter.</summary>
    public static byte[]? Hash(string? text)
    {
        var code = string.Concat((text ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
        return code.Length == Length && code.All(Signs.Contains) ? SHA256.HashData(Encoding.ASCII.GetBytes(code)) : null;
    }
}
