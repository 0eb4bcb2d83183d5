using System.Buffers.Binary;

namespace Regard.Statistics;

/// <summary>Reads what <see cref="ByteWriter"/> wrote; anything else is a <see cref="FormatException"/>.</summary>
ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    // Counts and sums above this would no longer be exact as doubles.
    const long LargestExact = 1L << 53;

    ReadOnlySpan<byte> rest = bytes;

    public readonly bool AtEnd => rest.IsEmpty;

    public byte Byte() => Take(1)[0];

    public long Whole(long most = LargestExact) => (long)Bits() is var value && value >= 0 && value <= most
        ? value : throw new FormatException("A number is out of its range.");

    public long Signed()
    {
        var bits = Bits();
        var value = (long)(bits >> 1) ^ -(long)(bits & 1);
        return Math.Abs(value) <= LargestExact ? value : throw new FormatException("A number is out of its range.");
    }

    public double Double() => BinaryPrimitives.ReadDoubleLittleEndian(Take(8)) is var value && double.IsFinite(value)
        ? value : throw new FormatException("A sum is not a finite number.");

    ulong Bits()
    {
        ulong value = 0;
        for (var shift = 0; shift < 63; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80) return value;
        }
        throw new FormatException("A number is too long.");
    }

    ReadOnlySpan<byte> Take(int count)
    {
        if (rest.Length < count) throw new FormatException("The bytes end too soon.");
        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }
}
