using System.Text;
namespace Regard.Files.Spss;

/// <summary>Reads a record that holds texts of given lengths.</summary>
sealed class SpssPart(SpssReader file, byte[] bytes)
{
    int at;

    public bool AtEnd => at >= bytes.Length;
    public int Int() => file.Int(Bytes(4, 4));
    public byte[] Bytes(int most) => Bytes(Int(), most);
    public string Text(int most) => Encoding.Latin1.GetString(Bytes(most)).TrimEnd();

    public byte[] Bytes(int length, int most)
    {
        if (length < 0 || length > most || length > bytes.Length - at) throw file.Damaged;
        at += length;
        return bytes[(at - length)..at];
    }
}
