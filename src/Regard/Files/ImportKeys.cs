using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
namespace Regard.Files;

/// <summary>Keys of what comes in files.</summary>
sealed class ImportKeys
{
    readonly Guid first;
    readonly ulong start;
    ulong count;

    /// <summary>Keys in rising order, so that they are appended to the index and not strewn over it.</summary>
    public ImportKeys(DateTimeOffset now)
    {
        first = Guid.CreateVersion7(now);
        start = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)) >> 3;
    }

    public Guid Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        first.TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (start + count++) & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>A UUID stands for itself; any other name for the same key each time it comes within this scope.</summary>
    public static Guid Of(string scope, string externalId)
    {
        if (Guid.TryParse(externalId, out var key) && key != Guid.Empty) return key;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{scope}\u001f{externalId}"));
        hash[6] = (byte)(hash[6] & 0x0F | 0x80);
        hash[8] = (byte)(hash[8] & 0x3F | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
