using Regard.Indicators;
namespace Regard.Listening;

/// <summary>What notes say of the indicators of the newest published tree.</summary>
static class FieldCodes
{
    const int Longest = 200, Most = 20;

    public static async Task<IndicatorTree?> Tree(Session s) =>
        await s.Maybe<Id<IndicatorTree>?>("select id from indicator_trees where published_at is not null order by number desc limit 1") is { } id ? await IndicatorTreeStore.Tree(s, id) : null;

    /// <summary>The node itself and those above it.</summary>
    public static IEnumerable<string> Upwards(IndicatorTree? tree, string code)
    {
        for (string? at = code; at is not null; at = tree?.Find(at)?.ParentCode) yield return at;
    }

    public static IEnumerable<Problem> Problems(IReadOnlyList<FieldCode>? codes)
    {
        if (codes is null || codes.Count > Most) { yield return new("Codes", "Name at most {0} indicators.", Most); yield break; }
        for (var i = 0; i < codes.Count; i++)
        {
            var need = codes[i].Need ?? "";
            if (codes[i].Sign == FieldSign.Need && string.IsNullOrWhiteSpace(need)) yield return new($"Codes[{i}].Need", "Say in a few words what is needed.");
            if (need.Length > Longest) yield return new($"Codes[{i}].Need", "At most {0} characters.", Longest);
        }
        if (codes.DistinctBy(c => (c.IndicatorCode, c.Sign)).Count() < codes.Count) yield return new("Codes", "An indicator is named twice in the same way. Put both into one line.");
    }

    public static async Task Write(Session s, Id<FieldNote> note, IReadOnlyList<FieldCode> codes)
    {
        var tree = codes.Count > 0 ? await Tree(s) : null;
        for (var i = 0; i < codes.Count; i++)
        {
            var code = codes[i];
            if (tree is null || tree.Find(code.IndicatorCode) is null || !tree.IsLeaf(code.IndicatorCode)) throw new Invalid($"Codes[{i}].IndicatorCode", "The published tree has no indicator {0}.", code.IndicatorCode);
            await s.Write("insert into field_codes (note_id, indicator_code, sign, need) values (@note, @IndicatorCode, @sign, @need)", new { note, code.IndicatorCode, sign = code.Sign.ToString(), need = (code.Need ?? "").Trim() });
        }
    }
}
