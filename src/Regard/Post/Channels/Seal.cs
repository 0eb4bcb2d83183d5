using System.Security.Cryptography;
using System.Text;
namespace Regard.Post.Channels;

/// <summary>Seals what must be kept but read by nobody: AES-256-GCM, bound to what it belongs to.</summary>
sealed class Seal
{
    const byte Form = 1;
    const int NonceSize = 12, TagSize = 16, Shortest = 32;

    readonly byte[] key;

    Seal(byte[] key) => this.key = key;

    /// <summary>By a text of the operator's, of at least 32 characters.</summary>
    public static Seal From(string secret) => new(HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), 32, info: "regard channel secrets"u8.ToArray()));

    public byte[] Close(byte[] open, Guid owner)
    {
        var closed = new byte[1 + NonceSize + TagSize + open.Length];
        closed[0] = Form;
        RandomNumberGenerator.Fill(closed.AsSpan(1, NonceSize));
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(closed.AsSpan(1, NonceSize), open, closed.AsSpan(1 + NonceSize + TagSize), closed.AsSpan(1 + NonceSize, TagSize), owner.ToByteArray());
        return closed;
    }

    /// <summary>Null when it was sealed with another key, for another owner, or was changed.</summary>
    public byte[]? Open(byte[] kept, Guid owner)
    {
        if (kept.Length < 1 + NonceSize + TagSize || kept[0] != Form) return null;
        var open = new byte[kept.Length - 1 - NonceSize - TagSize];
        using var aes = new AesGcm(key, TagSize);
        try { aes.Decrypt(kept.AsSpan(1, NonceSize), kept.AsSpan(1 + NonceSize + TagSize), kept.AsSpan(1 + NonceSize, TagSize), open, owner.ToByteArray()); }
        catch (AuthenticationTagMismatchException) { return null; }
        return open;
    }

    /// <summary>With REGARD_SECRET_KEY where the operator set it; else with a key made once and kept in the database.</summary>
    public static async Task<Seal> Of(Session s)
    {
        const string setting = "post-seal";
        if (Environment.GetEnvironmentVariable("REGARD_SECRET_KEY") is { Length: > 0 } given) return given.Length >= Shortest ? From(given) : throw new Refused("REGARD_SECRET_KEY needs at least {0} characters.", Shortest);
        if (await s.Maybe<string>("select value from settings where name = @setting", new { setting }) is { } kept) return From(kept);
        var made = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        await s.Write("insert into settings (name, value) values (@setting, @made) on conflict (name) do nothing", new { setting, made });
        return From(await s.Value<string>("select value from settings where name = @setting", new { setting }));
    }
}
