using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Regard.Organisation;
namespace Regard.Measures;

/// <summary>SHA-256 of all that a wave's numbers rest on: form, indicator tree, units, and every row in the order of arrival.</summary>
/// <remarks>Texts of respondents are left out: erasing a person's words leaves the numbers as they are.</remarks>
static class Fingerprint
{
    public static async Task<string> Of(Session s, MeasuredWave wave)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(Basis(wave)));
        var head = new byte[24];
        await s.Dialect.Read(s.Transaction, "select unit_id, segment, weight, ratings from responses where wave_id = @wave order by number",
            new Dictionary<string, object> { ["wave"] = wave.Wave.Id.Value }, row =>
            {
                row.Guid(0).TryWriteBytes(head, bigEndian: true, out _);
                var segment = row.Text(1);
                BinaryPrimitives.WriteDoubleBigEndian(head.AsSpan(16), row.Double(2));
                hash.AppendData(head);
                hash.AppendData(Encoding.UTF8.GetBytes(segment + '\n'));
                hash.AppendData(row.Bytes(3));
            });
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    static string Basis(MeasuredWave wave)
    {
        var tree = wave.Indicators.OrderBy(i => i.Code, StringComparer.Ordinal).Select(i => JsonSerializer.Serialize(new object?[] { i.Code, i.ParentCode, i.Weight, i.Direction }));
        var units = wave.Units.Asked.OrderBy(u => u.Id.Value).Select(u => Place(u, wave.Units));
        return string.Join('\n', [wave.FormHash, wave.Minimum.ToString(System.Globalization.CultureInfo.InvariantCulture), .. tree, .. units, ""]);
    }

    static string Place(Unit unit, UnitTree tree) => $"{unit.Id} {tree.ParentOf(unit.Id)}";
}
