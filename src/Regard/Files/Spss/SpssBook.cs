using System.Text;
using System.Text.RegularExpressions;
namespace Regard.Files.Spss;

/// <summary>Turns what lies in the file into words, and notes what is lost on the way.</summary>
sealed partial class SpssBook
{
    const char Unknown = '\uFFFD';
    const int CodesSaid = 5, MostAttributes = 100;

    readonly SpssDictionary d;
    readonly Encoding encoding;
    readonly Dictionary<string, long>[] missing;
    readonly long[] unknown, cut;

    public SpssBook(SpssDictionary d, Encoding encoding)
    {
        (this.d, this.encoding) = (d, encoding);
        (missing, unknown, cut) = ([.. d.Variables.Select(_ => new Dictionary<string, long>())], new long[d.Variables.Count], new long[d.Variables.Count]);
        Columns = [.. d.Variables.Select(v => new CodedColumn(Name(v), Plain(v.Label) is { Length: > 0 } label ? label : null, Labels(v)) { IsNominal = v.IsNominal, IsWeight = d.IsWeight(v) })];
    }

    public IReadOnlyList<CodedColumn> Columns { get; }

    public string Said(int i, double number)
    {
        if (double.IsNaN(number)) return "";
        var said = SpssNumber.Said(number, d.Variables[i].Format);
        return d.Variables[i].Missing.Has(number) ? Missing(i, said) : said;
    }

    public string Said(int i, ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty) return "";
        var said = Decoded(text);
        if (d.Variables[i].Missing.Has(text)) return Missing(i, said);
        if (said.EndsWith(Unknown) && text.Length > d.Variables[i].Width - 3)
        {
            cut[i]++;
            said = said.TrimEnd(Unknown);
        }
        if (said.Contains(Unknown, StringComparison.Ordinal)) unknown[i]++;
        return said;
    }

    string Missing(int i, string said)
    {
        var codes = missing[i];
        // Of a range there may be many: past these they count together.
        var code = codes.ContainsKey(said) || codes.Count < CodesSaid ? said : "…";
        codes[code] = codes.GetValueOrDefault(code) + 1;
        return "";
    }

    public Codebook Made(string format) => new() { Format = format, Encoding = encoding.CodePage switch { 65001 => "UTF-8", 54936 => "GB18030", _ => encoding.WebName }, Columns = Columns, Losses = [.. OfFile(), .. OfColumns()] };

    IEnumerable<Loss> OfFile()
    {
        if (Plain(d.Header.Label) is { Length: > 0 } label) yield return Loss.Of("", "The title of the file is not kept: {0}", label);
        if (d.NotesLines > 0) yield return Loss.Of("", "{0} lines of notes are not kept.", d.NotesLines);
        foreach (var (kind, _, _) in d.Extensions.Where(e => !SpssExtensions.IsOfNoWeight(e.Kind)).DistinctBy(e => e.Kind))
            yield return kind switch
            {
                5 => Loss.Of("", "The sets that variables were sorted into are not kept."),
                7 or 19 => Loss.Of("", "Questions with several answers are not kept as such: each answer stays a column of its own."),
                _ => Loss.Of("", "A part of the file of kind {0} is not known here and was left out.", kind),
            };
        foreach (var attribute in Attributes()) yield return Loss.Of("", "The attribute {0} of the file or its variables is not kept.", attribute);
    }

    /// <summary>Names of those that somebody gave; SPSS gives its own, which begin with $.</summary>
    IEnumerable<string> Attributes() => d.Extensions.Where(e => e.Kind is SpssExtensions.FileAttributes or SpssExtensions.VariableAttributes)
        .SelectMany(e => AttributeName.Matches(Decoded(e.Bytes)).Select(m => m.Groups[1].Value)).Distinct().Take(MostAttributes);

    [GeneratedRegex(@"(?<![^\n/:)])([^\s$/:()'\[][^\s/:()'\[]*)(?:\[\d+\])?\('")] private static partial Regex AttributeName { get; }

    IEnumerable<Loss> OfColumns()
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            var column = Columns[i];
            foreach (var (code, count) in missing[i])
                yield return column.LabelOf(code) is { } label
                    ? Loss.Of(column.Name, "{0} times {1} ({2}), which the file declares to be no answer: left empty.", count, code, label)
                    : Loss.Of(column.Name, "{0} times {1}, which the file declares to be no answer: left empty.", count, code);
            if (cut[i] > 0) yield return Loss.Of(column.Name, "{0} texts are cut within their last character, which was left out.", cut[i]);
            if (unknown[i] > 0) yield return Loss.Of(column.Name, "{0} texts hold characters that do not exist in the encoding of the file.", unknown[i]);
        }
    }

    string Name(SpssVariable v) => Plain(v.Name.Length > 0 ? v.Name : v.ShortName) is { Length: > 0 } name ? name : throw SpssFile.DamagedAt(0);

    IReadOnlyList<CodedValue> Labels(SpssVariable v) =>
    [
        .. from said in v.Labels
           let value = v.IsText ? Plain(said.Value) : d.File.Number(said.Value) is var x && double.IsFinite(x) ? SpssNumber.Said(x, v.Format) : ""
           where value.Length > 0
           select new CodedValue(value, Plain(said.Label)),
    ];

    string Plain(byte[] bytes) => Decoded(bytes).TrimEnd(Unknown).Trim();
    string Decoded(ReadOnlySpan<byte> bytes) => encoding.GetString(bytes).Replace("\0", "", StringComparison.Ordinal);
}
