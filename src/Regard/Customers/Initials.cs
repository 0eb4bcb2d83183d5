using System.Text;
namespace Regard.Customers;

/// <summary>First letters of Chinese names in Hanyu Pinyin: 张三丰 is "zsf".</summary>
/// <remarks>
/// initials.txt holds a letter for each sign from U+4E00 to U+9FFF, "-" where none is known: the bucket of the sign in the pinyin
/// collation of Unicode CLDR (ICU 78.2, Unicode License v3). A table of our own gives the same words on each machine, with or without ICU.
/// </remarks>
static class Initials
{
    const int First = 0x4E00, Longest = 12;

    static readonly string letters = Read();

    /// <summary>Surnames that are read otherwise than the sign in other words.</summary>
    static readonly Dictionary<string, string> surnames = new(StringComparer.Ordinal)
    {
        ["单"] = "s", ["單"] = "s", ["曾"] = "z", ["解"] = "x", ["仇"] = "q", ["查"] = "z", ["区"] = "o", ["區"] = "o", ["朴"] = "p", ["盖"] = "g", ["蓋"] = "g",
        ["翟"] = "z", ["乐"] = "y", ["樂"] = "y", ["种"] = "c", ["缪"] = "m", ["繆"] = "m", ["召"] = "s", ["折"] = "s", ["繁"] = "p", ["秘"] = "b", ["祭"] = "z",
        ["覃"] = "q", ["句"] = "g", ["员"] = "y", ["員"] = "y", ["隗"] = "k", ["莘"] = "x", ["尉迟"] = "yc", ["尉遲"] = "yc", ["万俟"] = "mq", ["萬俟"] = "mq", ["澹台"] = "tt", ["澹臺"] = "tt",
    };

    /// <summary>For each run of at least two Chinese signs its initials, and those with the reading as a surname where that differs.</summary>
    public static IEnumerable<string> Of(string? name)
    {
        foreach (var run in Runs(name ?? ""))
        {
            var plain = Letters(run);
            if (plain.Length < 2) continue;
            yield return plain;
            if (AsSurname(run) is { } said && said != plain) yield return said;
        }
    }

    static string? AsSurname(string run)
    {
        foreach (var length in (int[])[2, 1])
            if (run.Length > length && surnames.TryGetValue(run[..length], out var read)) return Cut(read + Letters(run[length..]));
        return null;
    }

    static string Letters(string run) => Cut(string.Concat(run.Select(Letter).Where(l => l != '-')));

    static char Letter(char sign) => sign - First is >= 0 and var at && at < letters.Length ? letters[at] : '-';

    static string Cut(string text) => text.Length > Longest ? text[..Longest] : text;

    /// <summary>The dot within a transcribed name does not part it.</summary>
    static IEnumerable<string> Runs(string name)
    {
        var run = new StringBuilder();
        foreach (var sign in name)
        {
            if (Letter(sign) != '-') run.Append(sign);
            else if (sign != '·' && run.Length > 0) { yield return run.ToString(); run.Clear(); }
        }
        if (run.Length > 0) yield return run.ToString();
    }

    static string Read()
    {
        using var reader = new StreamReader(typeof(Initials).Assembly.GetManifestResourceStream("Regard.Customers.initials.txt")!);
        return reader.ReadToEnd().Trim();
    }
}
