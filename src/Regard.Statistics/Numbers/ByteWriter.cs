using System.Buffers.Binary;

namespace Regard.Statistics;

/// <summary>Writes numbers as bytes that are the same on every machine.</summary>
sealed class ByteWriter
{
    readonly List<byte> bytes = [];

    public void Byte(byte value) => bytes.Add(value);

    /// <summary>A whole number of at least 0, seven bits a byte, small ones short.</summary>
    public void Whole(long value)
    {
        var rest = (ulong)value;
        for (; rest >= 0x80; rest >>= 7) bytes.Add((byte)(rest | 0x80));
        bytes.Add((byte)rest);
    }

    /// <summary>A whole number of either sign; close to 0 is short.</summary>
    public void Signed(long value) => Whole((value << 1) ^ (value >> 63));

    public void Double(double value)
    {
        Span<byte> eight = stackalloc byte[8];
        BinaryPrimitives.WriteDoubleLittleEndian(eight, value);
        bytes.AddRange(eight);
    }

    public byte[] ToArray() => [.. bytes];
}
