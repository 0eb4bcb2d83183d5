using System.Text;
namespace Regard.Files.Spss;

/// <summary>The records that later versions of the format added to the dictionary.</summary>
static class SpssExtensions
{
    public const int Machine = 3, Numbers = 4, LongNames = 13, LongTexts = 14, Rows = 16, EncodingName = 20;
    public const int FileAttributes = 17, VariableAttributes = 18;
    const int Display = 11, TextLabels = 21, TextMissing = 22;
    /// <summary>Bytes of a text's first parts, and how far the text goes on from one to the next.</summary>
    const int Part = 255, Step = 252, LongestText = 32767, LongestName = 256;

    public static bool IsRead(int kind) => kind is Machine or Numbers or Display or LongNames or LongTexts or Rows or EncodingName or TextLabels or TextMissing or FileAttributes or VariableAttributes;

    /// <summary>Whether leaving it out loses nothing that a table of answers could hold: how things look, what the computer was.</summary>
    public static bool IsOfNoWeight(int kind) => IsRead(kind) || kind is 6 or 8 or 10 or 12 or 15 or 24;

    public static byte[]? Find(SpssDictionary d, int kind) => d.Extensions.Where(e => e.Kind == kind).Select(e => e.Bytes).LastOrDefault();

    public static void Apply(SpssDictionary d)
    {
        // How things look is said for each part of a long text, its name only for the whole.
        Measures(d);
        Long(d);
        var known = d.Variables.ToDictionary(v => v.ShortKey, StringComparer.OrdinalIgnoreCase, d);
        foreach (var (name, value) in Pairs(Find(d, LongNames)))
            if (known.TryGetValue(name, out var variable)) variable.Name = value;
        var named = d.Variables.ToDictionary(v => v.Key, StringComparer.OrdinalIgnoreCase, d);
        foreach (var (kind, _, bytes) in d.Extensions)
        {
            if (kind == TextLabels) Labels(d, bytes, named);
            if (kind == TextMissing) Missing(d, bytes, named);
        }
    }

    static Dictionary<string, SpssVariable> ToDictionary(this List<SpssVariable> variables, Func<SpssVariable, string> key, StringComparer by, SpssDictionary d)
    {
        var found = new Dictionary<string, SpssVariable>(by);
        foreach (var v in variables) if (!found.TryAdd(key(v), v)) throw d.File.Damaged;
        return found;
    }

    static IEnumerable<(string Name, byte[] Value)> Pairs(byte[]? record) =>
        from pair in Encoding.Latin1.GetString(record ?? []).Split('\t', '\0')
        let at = pair.IndexOf('=', StringComparison.Ordinal)
        where at > 0 && pair.Length > at + 1
        select (pair[..at], Encoding.Latin1.GetBytes(pair[(at + 1)..].TrimEnd()));

    static void Long(SpssDictionary d)
    {
        foreach (var (name, said) in Pairs(Find(d, LongTexts)))
        {
            var at = d.Variables.FindIndex(v => v.ShortKey.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (at < 0 || !int.TryParse(Encoding.Latin1.GetString(said).TrimEnd('\0'), out var width) || width is <= Part or > LongestText) throw d.File.Damaged;
            var parts = (width + Step - 1) / Step;
            var (variable, further) = (d.Variables[at], d.Variables.Skip(at + 1).Take(parts - 1).ToList());
            if (further.Count < parts - 1 || further.Prepend(variable).SkipLast(1).Any(v => v.Width != Part) || further[^1].Width == 0) throw d.File.Damaged;
            variable.Width = width;
            variable.Parts.AddRange(further.Select(v => v.Width));
            d.Variables.RemoveRange(at + 1, parts - 1);
        }
    }

    static void Measures(SpssDictionary d)
    {
        if (Find(d, Display) is not { } bytes) return;
        // Older files say how wide a column is shown, too.
        var each = d.Variables.Count == 0 ? 0 : bytes.Length / 4 / d.Variables.Count;
        if (each is not (2 or 3) || bytes.Length != each * 4 * d.Variables.Count) return;
        foreach (var (i, variable) in d.Variables.Index()) variable.IsNominal = d.File.Int(bytes.AsSpan(i * each * 4, 4)) == 1;
    }

    static void Labels(SpssDictionary d, byte[] bytes, Dictionary<string, SpssVariable> named)
    {
        for (var part = new SpssPart(d.File, bytes); !part.AtEnd;)
        {
            var variable = named.GetValueOrDefault(part.Text(LongestName));
            part.Int();
            for (var count = part.Int(); count > 0; count--)
            {
                var value = part.Bytes(LongestText);
                var label = part.Bytes(LongestText);
                variable?.Labels.Add((value, label));
            }
        }
    }

    static void Missing(SpssDictionary d, byte[] bytes, Dictionary<string, SpssVariable> named)
    {
        for (var part = new SpssPart(d.File, bytes); !part.AtEnd;)
        {
            var variable = named.GetValueOrDefault(part.Text(LongestName));
            var count = part.Bytes(1, most: 1)[0];
            var length = part.Int();
            if (count > 3 || length > LongestText) throw d.File.Damaged;
            var texts = Enumerable.Range(0, count).Select(_ => part.Bytes(length, LongestText).AsSpan().TrimEnd((byte)' ').ToArray()).ToArray();
            if (variable is not null) variable.Missing = SpssMissing.None with { Texts = texts };
        }
    }
}
