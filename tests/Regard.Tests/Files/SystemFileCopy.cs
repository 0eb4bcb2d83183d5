using System.Buffers.Binary;
namespace Regard.Tests.Files;

/// <summary>Copies a system file that is not packed, part by part, in the other byte order or without its word on the encoding.</summary>
sealed class SystemFileCopy(byte[] from, bool turn, bool forgetEncoding = false)
{
    readonly List<byte> to = [];
    readonly List<int> widths = [];
    int at;

    public byte[] Made()
    {
        Bytes(64);
        Numbers(4, 5);
        Numbers(8, 1);
        Bytes(84);
        for (var record = Next(); record != 999; record = Next())
            switch (record)
            {
                case 2: Variable(); break;
                case 3: Labels(); break;
                case 6: Notes(); break;
                default: Extension(); break;
            }
        Numbers(4, 2);
        while (at < from.Length)
            foreach (var width in widths)
                if (width == 0) Numbers(8, 1); else Bytes(8);
        return [.. to];
    }

    int Next(int ahead = 0) => BinaryPrimitives.ReadInt32LittleEndian(from.AsSpan(at + ahead));
    void Bytes(int count) { to.AddRange(from.AsSpan(at, count)); at += count; }

    void Numbers(int size, int count)
    {
        for (; count > 0; count--, at += size)
        {
            var bytes = from[at..(at + size)];
            if (turn) Array.Reverse(bytes);
            to.AddRange(bytes);
        }
    }

    void Variable()
    {
        var (width, hasLabel, missing) = (Next(4), Next(8), Next(12));
        widths.Add(width);
        Numbers(4, 6);
        Bytes(8);
        if (hasLabel == 1)
        {
            var length = Next();
            Numbers(4, 1);
            Bytes((length + 3) / 4 * 4);
        }
        if (width == 0) Numbers(8, Math.Abs(missing)); else Bytes(8 * missing);
    }

    void Notes()
    {
        var lines = Next(4);
        Numbers(4, 2);
        Bytes(80 * lines);
    }

    void Labels()
    {
        var (count, end) = (Next(4), at + 8);
        for (var i = 0; i < count; i++) end += 8 + (from[end + 8] + 8) / 8 * 8;
        var first = BinaryPrimitives.ReadInt32LittleEndian(from.AsSpan(end + 8));
        Numbers(4, 2);
        while (at < end)
        {
            if (widths[first - 1] == 0) Numbers(8, 1); else Bytes(8);
            Bytes((from[at] + 8) / 8 * 8);
        }
        Numbers(4, 2 + Next(4));
    }

    void Extension()
    {
        var (kind, size, count) = (Next(4), Next(8), Next(12));
        if (forgetEncoding && kind == 20) { at += 16 + size * count; return; }
        Numbers(4, 4);
        var body = at;
        if (kind is 3 or 4 or 11 or 16) Numbers(size, count);
        else if (kind is 21 or 22) Texts(kind, body + size * count);
        else Bytes(size * count);
        if (forgetEncoding && kind == 3) (to[^4], to[^3]) = (2, 0);
    }

    void Texts(int kind, int end)
    {
        while (at < end)
        {
            Sized();
            if (kind == 22)
            {
                var count = from[at];
                Bytes(1);
                var length = Next();
                Numbers(4, 1);
                Bytes(count * length);
                continue;
            }
            var labels = Next(4);
            Numbers(4, 2);
            for (; labels > 0; labels--) { Sized(); Sized(); }
        }
    }

    void Sized()
    {
        var length = Next();
        Numbers(4, 1);
        Bytes(length);
    }
}
