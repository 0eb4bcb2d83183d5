using CsvHelper;
using Regard.Surveys;
namespace Regard.Web.Surveys.Waves;

/// <summary>Personal links as a file for whoever sends them.</summary>
static class InvitationList
{
    static readonly CsvWriterOptions options = CsvWriterOptions.Default with { WriteByteOrderMark = true, Injection = CsvInjection.Escape };

    public static byte[] Csv(IReadOnlyList<InvitationLink> links, string address)
    {
        using var to = new MemoryStream();
        using (var csv = CsvWriter.Create(to, options, leaveOpen: true))
        {
            foreach (var name in (string[])["external_id", "name", "email", "phone", "language", "unit", "link"]) csv.WriteField(name);
            csv.EndRecord();
            foreach (var link in links)
            {
                foreach (var cell in (string?[])[link.ExternalId, link.Name, link.Email, link.Phone, link.LanguageTag, link.UnitCode, $"{address}/r/{link.Token}"]) csv.WriteField(cell);
                csv.EndRecord();
            }
        }
        return to.ToArray();
    }
}
