namespace Regard.Files.Spss;

/// <summary>Goes through the rows once, and hands over each cell as it lies in the file.</summary>
sealed class SpssRows(SpssDictionary d, SpssElements elements)
{
    /// <summary>Stands for "no value" when the file does not say another number.</summary>
    const double NoValue = -double.MaxValue;

    readonly double noValue = SpssExtensions.Find(d, SpssExtensions.Numbers) is { Length: >= 8 } numbers ? d.File.Number(numbers) : NoValue;
    byte[] text = new byte[256];

    public int Row { get; private set; }

    /// <summary>False when there are no more; a row cut short is a damaged file.</summary>
    public bool Read(Action<int, double> number, SpssText said)
    {
        if (Row == d.Header.Rows) return false;
        for (var i = 0; i < d.Variables.Count; i++)
        {
            var variable = d.Variables[i];
            var first = elements.Read();
            if (first == SpssElement.End)
            {
                if (i > 0 || d.Header.Rows > 0) throw SpssFile.CutShort(Row + 1, d.Header.Rows);
                return false;
            }
            if (variable.IsText) said(i, Text(variable, first));
            else number(i, Number(first));
        }
        Row++;
        return true;
    }

    double Number(SpssElement element) => element switch
    {
        SpssElement.Number => elements.Number,
        SpssElement.Missing => double.NaN,
        SpssElement.Bytes => d.File.Number(elements.Bytes) is var x && x != noValue && x != NoValue && double.IsFinite(x) ? x : double.NaN,
        _ => throw d.File.Damaged,
    };

    ReadOnlySpan<byte> Text(SpssVariable variable, SpssElement element)
    {
        if (text.Length < variable.Width + 8) text = new byte[variable.Width + 8];
        var (length, begun) = (0, true);
        foreach (var width in variable.Parts)
            for (var done = 0; done < width; done += 8)
            {
                if (!begun) element = elements.Read();
                begun = false;
                var bytes = text.AsSpan(length, Math.Min(8, Math.Min(width - done, text.Length - length)));
                if (element == SpssElement.Spaces) bytes.Fill((byte)' ');
                else if (element == SpssElement.Bytes) elements.Bytes[..bytes.Length].CopyTo(bytes);
                else throw element == SpssElement.End ? SpssFile.CutShort(Row + 1, d.Header.Rows) : d.File.Damaged;
                length += bytes.Length;
            }
        return text.AsSpan(0, Math.Min(length, variable.Width)).TrimEnd(" \0"u8);
    }
}

delegate void SpssText(int variable, ReadOnlySpan<byte> bytes);
