using System.Globalization;
using Regard.Files;
namespace Regard.Measures;

/// <summary>Reads a list of needs, one a line.</summary>
sealed class NeedFile
{
    static readonly FileColumn code = new("code", "编号", "編號", Text.Of("Short code of the need", "需求的简短编号", "需求的簡短編號"), ["N01", "N02"], true, "编码", "代碼", "need"),
        name = new("name", "需求", "需求", Text.Of("What customers need, in your language", "客户需要什么，用您的语言填写", "客戶需要什麼，以您的語言填寫"), ["一次修好", "按约定时间取车"], false, "名称", "名稱"),
        simplified = new("name_zh_hans", "需求（简体）", "需求（簡體）", Text.Of("The same in simplified Chinese", "简体中文的说法", "簡體中文的說法"), ["", ""]),
        traditional = new("name_zh_hant", "需求（繁体）", "需求（繁體）", Text.Of("The same in traditional Chinese", "繁体中文的说法", "繁體中文的說法"), ["", ""]),
        english = new("name_en", "需求（英文）", "需求（英文）", Text.Of("The same in English", "英文的说法", "英文的說法"), ["Fixed first time", "Ready when promised"]),
        indicators = new("indicators", "指标", "指標", Text.Of("Codes of the indicators that tell of it, with semicolons between them; empty when nobody measures it", "反映该需求的指标代码，以分号分隔；无人测量则留空", "反映該需求的指標代碼，以分號分隔；無人測量則留空"), ["REL2", "REL1;RES1"], false, "指标代码", "指標代碼", "indicator"),
        importance = new("importance", "重要性", "重要性", Text.Of("From 0 to 100, where you set it yourselves", "0 到 100，自行设定时填写", "0 到 100，自行設定時填寫"), ["90", "75"], false, "权重", "權重");

    public static IReadOnlyList<FileColumn> Columns { get; } = [code, name, simplified, traditional, english, indicators, importance];

    readonly CsvFile csv;
    readonly RowCheck check;
    readonly FileColumns columns;
    readonly HashSet<string> known;
    readonly Language language;
    readonly string source;
    readonly HashSet<string> seen = [];

    public NeedFile(CsvFile csv, RowCheck check, HashSet<string> known, Language language, string source)
    {
        (this.csv, this.check, this.known, this.language, this.source) = (csv, check, known, language, source);
        columns = new(csv, Columns);
    }

    public IReadOnlyList<string> Unknown => columns.Unknown;

    /// <summary>The needs of the good lines.</summary>
    public IEnumerable<Need> Read()
    {
        while (csv.Read())
        {
            if (csv.IsBlank) continue;
            check.Begin();
            var need = check.IsRowGood ? Row() : null;
            if (check.End(language) && need is not null) yield return need;
        }
    }

    Need Row()
    {
        var names = new Text();
        foreach (var (column, tag) in new[] { (name, language.Tag()), (simplified, "zh-Hans"), (traditional, "zh-Hant"), (english, "en") })
            if (Cell(column) is { Length: > 0 } said) names[tag] = said;
        var told = Cell(indicators).Split([';', '；', ',', '，', '、', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        double? weight = null;
        if (Cell(importance) is { Length: > 0 } cell)
            if (double.TryParse(Narrow.Digits(cell), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) weight = number;
            else check.Wrong(importance.Name, Words.Of("{0} is no number.", cell.Length > 40 ? cell[..40] : cell));
        var need = new Need { Code = Cell(code), Names = names, Indicators = told, Importance = weight, Source = source };
        foreach (var problem in need.Problems()) check.Wrong(problem.Field switch { "Names" => name.Name, _ => problem.Field.ToLowerInvariant() }, problem.Words);
        foreach (var unknown in told.Where(t => !known.Contains(t))) check.Wrong(indicators.Name, Words.Of("There is no indicator {0}.", unknown.Length > 40 ? unknown[..40] : unknown));
        if (!seen.Add(need.Code)) check.Wrong(code.Name, Words.Of("The need {0} stands in this file twice.", need.Code));
        return need;
    }

    string Cell(FileColumn column) => columns.Has(column.Name) ? csv.Cell(columns.Find(column.Name)).Trim() : "";
}

/// <summary>The columns of a list of needs.</summary>
public static class NeedColumns
{
    public static IReadOnlyList<FileColumn> All => NeedFile.Columns;
}
