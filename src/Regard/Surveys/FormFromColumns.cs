using System.Globalization;
using Regard.Files;
using Regard.Indicators;
namespace Regard.Surveys;

/// <summary>A form and a tree of indicators that fit the columns of a file: a dimension for each group of perceived ratings, an indicator for each of them.</summary>
sealed class FormFromColumns
{
    const string IndexCode = "CSI";
    readonly Language language;
    readonly Scale scale;
    readonly HashSet<string> codes = new(StringComparer.OrdinalIgnoreCase) { IndexCode };
    readonly HashSet<string> keys = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, string> dimensionCodes = [];

    public FormFromColumns(string name, IReadOnlyList<ColumnUsed> columns, Scale scale, Language language)
    {
        (this.language, this.scale) = (language, scale);
        var used = columns.Where(c => c.Use != ColumnUse.Ignore).ToList();
        foreach (var column in used) Keys[column.Name] = Free(KeyFrom(column.Name, "C"), keys);
        Indicators = Tree(used.Where(c => c.Use == ColumnUse.Perceived).ToList());
        Document = new FormDocument
        {
            Title = Text.OneFor(language, name.Trim()), Languages = [language.Tag()],
            Pages = [.. used.GroupBy(Group).Select(page => new Page { Title = page.Key is { Length: > 0 } title ? Text.OneFor(language, title) : null, Items = [.. page.Select(ItemFor)] })],
        };
    }

    public FormDocument Document { get; }
    public IReadOnlyList<Indicator> Indicators { get; }
    /// <summary>Column name -> key of its item.</summary>
    public Dictionary<string, string> Keys { get; } = [];

    List<Indicator> Tree(List<ColumnUsed> perceived)
    {
        var index = Words.Of("Customer satisfaction index");
        var tree = new List<Indicator>
        {
            new() { Code = IndexCode, Position = 0, Weight = 1, Direction = Direction.HigherIsBetter, Names = Text.Of(index.In(Language.English), index.In(Language.SimplifiedChinese), index.In(Language.TraditionalChinese)) },
        };
        codes.UnionWith(perceived.Select(c => Keys[c.Name]));
        var groups = perceived.GroupBy(Group).ToList();
        foreach (var (group, d) in groups.Select((g, d) => (g, d)))
        {
            var name = group.Key is { Length: > 0 } given ? given : Words.Of("Overall experience").In(language);
            var code = dimensionCodes[group.Key] = Free(KeyFrom(name, "D"), codes);
            tree.Add(Node(code, IndexCode, d, groups.Count, name));
            tree.AddRange(group.Select((column, i) => Node(Keys[column.Name], code, i, group.Count(), column.Said)));
        }
        return tree;
    }

    Indicator Node(string code, string parent, int position, int siblings, string name) => new()
    {
        Code = code, ParentCode = parent, Position = position, Weight = 1.0 / siblings, Direction = Direction.HigherIsBetter, Names = Text.OneFor(language, name),
    };

    Item ItemFor(ColumnUsed column)
    {
        var (key, title) = (Keys[column.Name], Text.OneFor(language, column.Said));
        return column.Use switch
        {
            ColumnUse.Text => new TextItem { Key = key, Title = title, Long = true, MaxLength = TextItem.LongestText },
            ColumnUse.Segment => new SingleItem { Key = key, Title = title, Segment = true, Options = Options(column) },
            ColumnUse.Recommendation => new NpsItem { Key = key, Title = title },
            _ => new RatingItem { Key = key, Title = title, Scale = ScaleOf(column), Part = Enum.Parse<Part>(column.Use.ToString()), Indicator = IndicatorFor(column, key), Reversed = column.Reversed, NotApplicable = true },
        };
    }

    string? IndicatorFor(ColumnUsed column, string key) => column.Use switch
    {
        ColumnUse.Perceived => key,
        ColumnUse.Expected or ColumnUse.Importance => dimensionCodes.GetValueOrDefault(Group(column), IndexCode),
        _ => null,
    };

    // A code that the file explains stays the key, so that its cells name the answer.
    List<Choice> Options(ColumnUsed column)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. column.Values.Distinct().Select(v => column.Coded?.LabelOf(v) is { Length: > 0 } label && FormRules.IsOptionKey(v)
            ? new Choice { Key = Free(v, taken), Title = Text.OneFor(language, label) }
            : new Choice { Key = Free(KeyFrom(v, "S"), taken), Title = Text.OneFor(language, v) })];
    }

    /// <summary>The ends are called as the file calls them.</summary>
    Scale ScaleOf(ColumnUsed column) => column.Coded is not { } coded ? scale : scale with { Low = End(coded, scale.From), High = End(coded, scale.To) };

    Text? End(CodedColumn coded, int at) => coded.LabelOf(at.ToString(CultureInfo.InvariantCulture)) is { Length: > 0 } label ? Text.OneFor(language, label) : null;

    /// <summary>A scale has names for its ends only.</summary>
    public static IEnumerable<Loss> Losses(IEnumerable<ColumnUsed> columns, Scale scale) =>
        from column in columns
        where column.Use is not (ColumnUse.Ignore or ColumnUse.Segment)
        let lost = (column.Coded?.Values ?? []).Where(v => v.Value != scale.From.ToString(CultureInfo.InvariantCulture) && v.Value != scale.To.ToString(CultureInfo.InvariantCulture) || column.Use is ColumnUse.Text or ColumnUse.Recommendation).ToList()
        where lost.Count > 0
        select Loss.Of(column.Name, "Labels of answers other than the ends of the scale are not kept: {0}", string.Join(", ", lost.Select(v => $"{v.Value} {v.Label}")));

    static string Group(ColumnUsed column) => column.Dimension?.Trim() ?? "";

    /// <summary>The name with everything that a key cannot hold taken out.</summary>
    static string KeyFrom(string name, string prefix)
    {
        var letters = string.Concat(name.Trim().Select(c => char.IsLetterOrDigit(c) || c == '_' ? c : '_')).Trim('_');
        if (letters.Length == 0 || !char.IsLetter(letters[0])) letters = $"{prefix}{letters}";
        return letters.Length > FormRules.LongestKey - 5 ? letters[..(FormRules.LongestKey - 5)] : letters;
    }

    static string Free(string wish, HashSet<string> taken)
    {
        if (taken.Add(wish)) return wish;
        for (var n = 2; ; n++) if (taken.Add($"{wish}_{n}")) return $"{wish}_{n}";
    }
}
