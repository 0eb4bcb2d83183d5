using System.Buffers.Binary;
namespace Regard.Tests.Files;

/// <summary>Files of an agency as SPSS writes them; README.md says where they are from.</summary>
public static class AgencyFiles
{
    public static byte[] Of(string name)
    {
        using var stream = typeof(AgencyFiles).Assembly.GetManifestResourceStream(name)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>The four rows of the file that is not packed, so many times.</summary>
    public static byte[] Times(int times)
    {
        var whole = Of("agency-plain.sav");
        var rows = whole[^(4 * 8 * BinaryPrimitives.ReadInt32LittleEndian(whole.AsSpan(68)))..];
        BinaryPrimitives.WriteInt32LittleEndian(whole.AsSpan(80), 4 * times);
        return [.. whole, .. Enumerable.Repeat(rows, times - 1).SelectMany(r => r)];
    }

    public static IReadOnlyList<string> Names { get; } = ["agency.sav", "agency-plain.sav", "agency.zsav", "agency-gb18030.sav", "agency-haven.zsav"];
}
