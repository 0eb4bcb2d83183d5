using System.Globalization;
using Regard.Files;
using Regard.Statistics;
namespace Regard.Cli.Analyse;

/// <summary>Purchase histories from a file: summed up already (customer_id, x, t_x_days, T_days, perhaps m_x), or one row a purchase.</summary>
sealed record CustomerFile(string[] Ids, PurchaseHistories Histories, int Rows, long Later, long Incomplete)
{
    public static CustomerFile Summary(string path)
    {
        using var stream = Opened("summary", path);
        using var csv = CsvFile.Open(stream);
        var at = new[] { "customer_id", "x", "t_x_days", "T_days" }.Select(name => Column(csv, "summary", name)).ToArray();
        var spendAt = csv.Column("m_x");
        var (ids, known, x, recency, age, spend) = (new List<string>(), new HashSet<string>(), new List<int>(), new List<int>(), new List<int>(), new List<double>());
        var (rows, incomplete) = (0, 0);
        while (csv.Read())
        {
            rows++;
            if (at.Any(c => csv.Cell(c) is "" or "NA"))
            {
                incomplete++;
                continue;
            }
            if (!known.Add(csv.Cell(at[0]))) throw new Invalid("summary", "Line {0}: the customer {1} was there before.", csv.Line, csv.Cell(at[0]));
            ids.Add(csv.Cell(at[0]));
            x.Add(Whole(csv, at[1], "x"));
            recency.Add(Whole(csv, at[2], "t_x_days"));
            age.Add(Whole(csv, at[3], "T_days"));
            if (recency[^1] > age[^1]) throw new Invalid("summary", "Line {0}: the last purchase ({1} days) lies after the end of the record ({2} days).", csv.Line, recency[^1], age[^1]);
            if (x[^1] == 0 != (recency[^1] == 0)) throw new Invalid("summary", "Line {0}: {1} repeat purchases and the last one {2} days after the first contradict each other.", csv.Line, x[^1], recency[^1]);
            if (spendAt >= 0) spend.Add(x[^1] == 0 ? 0 : Amount(csv, spendAt, "m_x"));
        }
        if (ids.Count == 0) throw new Invalid("summary", "The file has a header and nothing below it.");
        return new([.. ids], PurchaseHistories.Of(x, recency, age, spendAt >= 0 ? spend : null), rows, 0, incomplete);
    }

    public static CustomerFile Purchases(string path, string customer, string date, string? amount, DateOnly until)
    {
        using var stream = Opened("purchases", path);
        using var csv = CsvFile.Open(stream);
        var (who, when, what) = (Column(csv, "purchases", customer), Column(csv, "purchases", date), amount is null ? -1 : Column(csv, "purchases", amount));
        var (ids, places, customers, days, amounts) = (new List<string>(), new Dictionary<string, int>(), new List<int>(), new List<int>(), new List<double>());
        var (rows, incomplete) = (0, 0);
        while (csv.Read())
        {
            rows++;
            var id = csv.Cell(who);
            if (id is "" or "NA" || csv.Cell(when) is "" or "NA" || (what >= 0 && csv.Cell(what) is "" or "NA"))
            {
                incomplete++;
                continue;
            }
            if (!places.TryGetValue(id, out var place))
            {
                places[id] = place = ids.Count;
                ids.Add(id);
            }
            customers.Add(place);
            days.Add(Day(csv.Cell(when))?.DayNumber ?? throw new Invalid("purchases", "Line {0}, {1}: “{2}” is no date. Write dates as 2026-03-31.", csv.Line, date, csv.Cell(when)));
            if (what >= 0) amounts.Add(Amount(csv, what, amount!));
        }
        if (ids.Count == 0) throw new Invalid("purchases", "The file has a header and nothing below it.");
        var log = PurchaseLog.Of([.. customers], [.. days], [.. amounts], until.DayNumber);
        var histories = log.Histories(out var indexes);
        return new([.. indexes.Select(i => ids[i])], histories, rows, log.Later, incomplete);
    }

    public static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    static FileStream Opened(string option, string path) => File.Exists(path) ? File.OpenRead(path) : throw new Invalid(option, "There is no file {0}.", path);

    static int Column(CsvFile csv, string option, string name) => csv.Column(name) is >= 0 and var at ? at : throw new Invalid(option, "The file has no column {0}.", name);

    static int Whole(CsvFile csv, int column, string name) => AnalyseOptions.Number(csv.Cell(column)) is { } number and >= 0 and <= PurchaseHistories.Most && number == Math.Floor(number)
        ? (int)number : throw new Invalid("summary", "Line {0}, {1}: “{2}” is not a whole number from 0 on.", csv.Line, name, csv.Cell(column));

    static double Amount(CsvFile csv, int column, string name) => AnalyseOptions.Number(csv.Cell(column)) is { } number and >= 0
        ? number : throw new Invalid("purchases", "Line {0}, {1}: “{2}” is no amount from 0 on. Leave returns out, or net them first.", csv.Line, name, csv.Cell(column));
}
