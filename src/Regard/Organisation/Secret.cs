using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
namespace Regard.Organisation;

/// <summary>Random tokens: the holder keeps the text, the database keeps its hash.</summary>
static class Secret
{
    /// <summary>32 random bytes as base64url, 43 characters.</summary>
    public static string New(string prefix = "") => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
