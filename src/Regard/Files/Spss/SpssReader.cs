using System.Buffers.Binary;
namespace Regard.Files.Spss;

/// <summary>Takes numbers and bytes from a system file in its byte order, and never past its end.</summary>
sealed class SpssReader(Stream file)
{
    readonly byte[] buffer = new byte[1 << 16];
    int at, have;
    long behind;

    public bool IsBigEndian { get; set; }
    /// <summary>Bytes taken so far.</summary>
    public long Position => behind + at;

    /// <summary>Valid until the next call.</summary>
    /// <param name="count">At most 64 KiB.</param>
    public ReadOnlySpan<byte> Take(int count)
    {
        if (!Has(count)) throw Damaged;
        at += count;
        return buffer.AsSpan(at - count, count);
    }

    /// <summary>So many bytes lie ahead.</summary>
    public bool Has(int count)
    {
        if (have - at >= count) return true;
        buffer.AsSpan(at, have - at).CopyTo(buffer);
        behind += at;
        (have, at) = (have - at, 0);
        while (have < count && file.Read(buffer, have, buffer.Length - have) is > 0 and var read) have += read;
        return have >= count;
    }

    /// <summary>A part as large as the file says, unless it says too much.</summary>
    public byte[] Bytes(long count, int most)
    {
        if (count < 0 || count > most) throw Damaged;
        var bytes = new byte[count];
        for (var done = 0; done < count;)
        {
            var part = Take((int)Math.Min(count - done, buffer.Length));
            part.CopyTo(bytes.AsSpan(done));
            done += part.Length;
        }
        return bytes;
    }

    public void Skip(long count)
    {
        if (count < 0) throw Damaged;
        while (count > 0) count -= Take((int)Math.Min(count, buffer.Length)).Length;
    }

    public int Int() => Int(Take(4));
    public double Number() => Number(Take(8));
    public int Int(ReadOnlySpan<byte> bytes) => IsBigEndian ? BinaryPrimitives.ReadInt32BigEndian(bytes) : BinaryPrimitives.ReadInt32LittleEndian(bytes);
    public long Long(ReadOnlySpan<byte> bytes) => IsBigEndian ? BinaryPrimitives.ReadInt64BigEndian(bytes) : BinaryPrimitives.ReadInt64LittleEndian(bytes);
    public double Number(ReadOnlySpan<byte> bytes) => IsBigEndian ? BinaryPrimitives.ReadDoubleBigEndian(bytes) : BinaryPrimitives.ReadDoubleLittleEndian(bytes);

    public Invalid Damaged => SpssFile.DamagedAt(Position);
}
