namespace Regard.Files.Spss;

enum SpssElement { End, Bytes, Number, Spaces, Missing }

/// <summary>The rows as elements of eight bytes, unpacked.</summary>
/// <param name="packed">Eight codes go before what they stand for.</param>
sealed class SpssElements(SpssReader data, bool packed, double bias)
{
    const byte Padding = 0, LastNumber = 251, EndOfRows = 252, AsItIs = 253, Blank = 254, NoValue = 255;

    readonly byte[] codes = new byte[8], bytes = new byte[8];
    int next = 8;
    bool ended;

    /// <summary>Of an element of bytes.</summary>
    public ReadOnlySpan<byte> Bytes => bytes;
    /// <summary>Of an element that is a number by its code.</summary>
    public double Number { get; private set; }

    public SpssElement Read()
    {
        if (ended) return SpssElement.End;
        if (!packed) return data.Has(1) ? Taken() : End();
        while (true)
        {
            if (next == codes.Length)
            {
                if (!data.Has(1)) return End();
                data.Take(codes.Length).CopyTo(codes);
                next = 0;
            }
            switch (codes[next++])
            {
                case Padding: break;
                case EndOfRows: return End();
                case AsItIs: return Taken();
                case Blank: return SpssElement.Spaces;
                case NoValue: return SpssElement.Missing;
                case <= LastNumber and var code:
                    Number = code - bias;
                    return SpssElement.Number;
            }
        }
    }

    SpssElement Taken()
    {
        data.Take(bytes.Length).CopyTo(bytes);
        return SpssElement.Bytes;
    }

    SpssElement End()
    {
        ended = true;
        return SpssElement.End;
    }
}
