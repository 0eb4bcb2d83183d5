using System.Globalization;
using Regard.Files;
using Regard.Organisation;
namespace Regard.Metrics;

/// <summary>Reads a file of values: one a line with its series, or a column for each series.</summary>
sealed class SeriesFile
{
    readonly CsvFile csv;
    readonly RowCheck check;
    readonly UnitTree tree;
    readonly HashSet<Id<Unit>> care;
    readonly DateOnly latest;
    readonly Language language;
    readonly FileColumns columns;
    readonly IReadOnlyList<(Series Series, FileColumn Names)> all;
    readonly List<(Series Series, int At)> wide = [];
    readonly bool isLong;
    readonly Dictionary<string, (Series, FileColumn)?> said = new(StringComparer.Ordinal);
    readonly HashSet<(string, Id<Unit>, DateOnly)> seen = [];

    static readonly FileColumn seriesColumn = new("series", "序列", "序列", Text.Of("Code or name of the series", "序列的编码或名称", "序列的代碼或名稱"), ["QUEUE", "QUEUE"], false, "指标名称", "指標名稱", "item", "项目", "項目", "metric"),
        unitColumn = new("unit", "单位", "單位", Text.Of("Code of the unit; without this column the values are of the whole company", "单位编码；没有此列则为全公司的数值", "單位代碼；沒有此欄則為全公司的數值"), ["N01", "N02"], false, "门店", "門店", "店", "dealer", "经销商", "經銷商", "store"),
        dayColumn = new("day", "日期", "日期", Text.Of("Any day of the period, or the period itself: 2026-01-05, 2026-01, 2026-Q1", "周期中的任一天，或周期本身：2026-01-05、2026-01、2026-Q1", "週期中的任一天，或週期本身：2026-01-05、2026-01、2026-Q1"), ["2026-01", "2026-01"], true, "date", "month", "月份", "quarter", "季度", "week", "period", "周期", "週期", "时间", "時間"),
        valueColumn = new("value", "数值", "數值", Text.Of("The value, as a number", "数值", "數值"), ["12.5", "9.8"], false, "score", "得分", "分数", "分數", "值"),
        nColumn = new("n", "样本数", "樣本數", Text.Of("What it was counted or averaged from", "计算所依据的数量", "計算所依據的數量"), ["412", "387"], false, "样本量", "樣本量", "数量", "數量", "count");

    public static IReadOnlyList<FileColumn> Columns { get; } = [seriesColumn, unitColumn, dayColumn, valueColumn, nColumn];

    public SeriesFile(CsvFile csv, RowCheck check, IEnumerable<Series> series, Series? only, UnitTree tree, HashSet<Id<Unit>> care, DateOnly latest, Language language)
    {
        (this.csv, this.check, this.tree, this.care, this.latest, this.language) = (csv, check, tree, care, latest, language);
        all = [.. series.Select(x => (x, new FileColumn(x.Code, x.Names.GetValueOrDefault("zh-Hans", x.Code), x.Names.GetValueOrDefault("zh-Hant", x.Code), x.Names, [], false, [.. x.OtherNames, x.Names.In(Language.English)])))];
        isLong = csv.Header.Any(valueColumn.IsCalled) && (only is not null || csv.Header.Any(seriesColumn.IsCalled));
        columns = new(csv, isLong ? Columns : [unitColumn, dayColumn, .. all.Select(a => a.Names)]);
        if (isLong && only is not null) wide.Add((only, columns.Find("value")));
        else if (!isLong)
        {
            wide.AddRange(all.Where(a => columns.Has(a.Series.Code)).Select(a => (a.Series, columns.Find(a.Series.Code))));
            if (wide.Count == 0) throw new Invalid("File", "The file names no series: either it has the columns series, day and value, or a column is called like a series.");
        }
    }

    public IReadOnlyList<string> Unknown => columns.Unknown;

    /// <summary>The values of the good lines.</summary>
    public IEnumerable<(Series Series, PointLine Line)> Read()
    {
        while (csv.Read())
        {
            if (csv.IsBlank) continue;
            check.Begin();
            var found = check.IsRowGood ? Row() : [];
            if (!check.End(language)) continue;
            foreach (var point in found) yield return point;
        }
    }

    List<(Series, PointLine)> Row()
    {
        var (unit, day, n) = (Unit(), Day(), Count());
        var found = new List<(Series, PointLine)>();
        IEnumerable<(Series Series, int At)> cells = wide.Count > 0 ? wide : One() is { } named ? [(named, columns.Find("value"))] : [];
        foreach (var (series, at) in cells)
        {
            var cell = csv.Cell(at);
            // In a wide file a unit need not have every series.
            if (cell.Length == 0 && !isLong) continue;
            if (series.WorkedOut) { Wrong(series.Code, Words.Of("{0} is worked out by Regard; nobody writes into it.", series.Code)); continue; }
            if (Number(cell) is not { } value) { Wrong(isLong ? "value" : csv.Header[at], Words.Of("{0} is no number.", Short(cell))); continue; }
            if (unit is not { } of || day is not { } on) continue;
            var line = new PointLine(of, on, value, n);
            var problems = line.Problems(series, latest).ToList();
            foreach (var p in problems) Wrong(p.Field.ToLowerInvariant(), p.Words);
            if (problems.Count > 0) continue;
            var begin = series.Granularity.Begin(on);
            if (!seen.Add((series.Code, of, begin))) Wrong("day", Words.Of("{0} of {1} stands in this file twice.", series.Granularity.Name(begin), series.Code));
            else found.Add((series, line));
        }
        return found;
    }

    Series? One()
    {
        var cell = csv.Cell(columns.Find("series"));
        if (!said.TryGetValue(cell, out var named))
            said[cell] = named = cell.Length > 0 && all.FirstOrDefault(a => a.Names.IsCalled(cell)) is { Series: not null } found ? found : null;
        if (named is null) Wrong("series", cell.Length == 0 ? Words.Of("Say which series this is.") : Words.Of("No series is called {0}. Add the name to the series it belongs to.", Short(cell)));
        return named?.Item1;
    }

    Id<Unit>? Unit()
    {
        if (!columns.Has("unit"))
        {
            if (tree.Roots is [var root, ..] && care.Contains(root.Id)) return root.Id;
            Wrong("unit", Words.Of("Without a column of units the values are of the whole company, which is not in your care."));
            return null;
        }
        var cell = csv.Cell(columns.Find("unit"));
        var unit = tree.FindCode(cell) ?? tree.Asked.Where(u => u.Name == cell).Take(2).ToList() switch { [var one] => one, _ => null };
        if (unit is not null && care.Contains(unit.Id)) return unit.Id;
        Wrong("unit", cell.Length == 0 ? Words.Of("Say which unit this is.") : Words.Of("There is no unit with the code {0} in your care.", Short(cell)));
        return null;
    }

    DateOnly? Day()
    {
        var (day, wrong) = Period.Read(csv.Cell(columns.Find("day")));
        if (wrong is null) return day;
        Wrong("day", wrong);
        return null;
    }

    long? Count()
    {
        if (!columns.Has("n") || csv.Cell(columns.Find("n")) is not { Length: > 0 } cell) return null;
        if (Number(cell) is { } n && n == Math.Floor(n) && n is > 0 and < 1e15) return (long)n;
        Wrong("n", Words.Of("n is a count from 1 on."));
        return null;
    }

    static double? Number(string cell) =>
        double.TryParse(Narrow.Digits(cell).TrimEnd('%', ' '), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    void Wrong(string column, Words words) => check.Wrong(column, words);

    static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
