namespace Regard.Files.Spss;

enum SpssPacking { None, Bytes, Zlib }

/// <summary>The first 176 bytes.</summary>
sealed record SpssHeader
{
    public required SpssPacking Packing { get; init; }
    /// <summary>Element, from 1, that the weight of a row begins at; 0 for none.</summary>
    public required int Weight { get; init; }
    /// <summary>-1 when the writer did not know.</summary>
    public required int Rows { get; init; }
    /// <summary>Taken off the codes of packed numbers.</summary>
    public required double Bias { get; init; }
    public required byte[] Label { get; init; }

    public static SpssHeader Read(SpssReader file)
    {
        var kind = file.Take(64)[..4].ToArray();
        var layout = file.Take(4);
        if (file.Int(layout) is not (2 or 3))
        {
            file.IsBigEndian = true;
            if (file.Int(layout) is not (2 or 3)) throw file.Damaged;
        }
        file.Skip(4);
        var packing = file.Int();
        if (packing is < 0 or > 2 || packing == 2 != (kind[3] == '3')) throw file.Damaged;
        var (weight, rows, bias) = (file.Int(), file.Int(), file.Number());
        if (weight < 0 || rows < -1 || !double.IsFinite(bias)) throw file.Damaged;
        file.Skip(17);
        var label = file.Take(64).ToArray();
        file.Skip(3);
        return new() { Packing = (SpssPacking)packing, Weight = weight, Rows = rows, Bias = bias, Label = label };
    }
}
