using System.Text;
namespace Regard.Files.Spss;

/// <summary>A variable as the dictionary has it. Names and labels stay bytes until the encoding is known.</summary>
sealed class SpssVariable
{
    /// <summary>Its first element in a row, from 1.</summary>
    public required int At { get; init; }
    public required byte[] ShortName { get; init; }
    public byte[] Name { get; set; } = [];
    public byte[] Label { get; set; } = [];
    /// <summary>Bytes of a text; 0 for a number.</summary>
    public int Width { get; set; }
    /// <summary>A text over 255 bytes lies in several parts: the bytes of each.</summary>
    public List<int> Parts { get; } = [];
    public required int Format { get; init; }
    public SpssMissing Missing { get; set; } = SpssMissing.None;
    public List<(byte[] Value, byte[] Label)> Labels { get; } = [];
    public bool IsNominal { get; set; }

    public bool IsText => Width > 0;
    /// <summary>What other records call it by.</summary>
    public string Key => Encoding.Latin1.GetString(Name.Length > 0 ? Name : ShortName).TrimEnd();
    public string ShortKey => Encoding.Latin1.GetString(ShortName).TrimEnd();

    public static int Elements(int width) => width == 0 ? 1 : (width + 7) / 8;
}
