using System.IO.Compression;
using System.Xml;
namespace Regard.Files;

/// <summary>The first cell of each sheet whose formula failed. The reader of workbooks gives such cells as empty, so that they would be lost unseen.</summary>
static class WorkbookErrors
{
    const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    static readonly XmlReaderSettings careful = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true };

    public static Dictionary<string, (string Cell, string Error)> Find(ZipArchive zip)
    {
        var found = new Dictionary<string, (string, string)>();
        var targets = Elements(zip, "xl/_rels/workbook.xml.rels", "Relationship").ToDictionary(r => r.GetValueOrDefault("Id", ""), r => r.GetValueOrDefault("Target", ""));
        foreach (var sheet in Elements(zip, "xl/workbook.xml", "sheet"))
            if (targets.TryGetValue(sheet.GetValueOrDefault("id", ""), out var target) && zip.GetEntry(target.StartsWith('/') ? target[1..] : $"xl/{target}") is { } entry && First(entry) is { } error)
                found[sheet.GetValueOrDefault("name", "")] = error;
        return found;
    }

    static List<Dictionary<string, string>> Elements(ZipArchive zip, string path, string name)
    {
        var found = new List<Dictionary<string, string>>();
        if (zip.GetEntry(path) is not { } entry) return found;
        using var xml = XmlReader.Create(entry.Open(), careful);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != name) continue;
            var attributes = new Dictionary<string, string>();
            while (xml.MoveToNextAttribute()) if (xml.NamespaceURI is "" or Relations) attributes[xml.LocalName] = xml.Value;
            found.Add(attributes);
        }
        return found;
    }

    static (string Cell, string Error)? First(ZipArchiveEntry entry)
    {
        using var xml = XmlReader.Create(entry.Open(), careful);
        string? cell = null;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "c") cell = xml.GetAttribute("t") == "e" ? xml.GetAttribute("r") ?? "" : null;
            else if (xml.LocalName == "v" && cell is not null) return (cell, xml.ReadElementContentAsString());
        }
        return null;
    }
}
