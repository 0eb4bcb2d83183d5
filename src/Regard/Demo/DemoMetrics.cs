using System.Globalization;
using System.Text;
using Regard.Metrics;
using Regard.Surveys;
namespace Regard.Demo;

/// <summary>What is measured in the demo company beside its surveys, month by month over three years, by relations that are written down: queues follow how prompt a store truly is, cash follows the true index of the half-year before, turnover runs against it.</summary>
public sealed class DemoMetrics(DemoTruth truth, IReadOnlyList<string> stores, IReadOnlyList<DateOnly> closings)
{
    public const string Queue = "QUEUE", Abandoned = "ABANDONED", Turnover = "TURNOVER", Staff = "ESI", Cash = "CASH", Prices = "PRICES", CallBack = "CALLBACK";
    public const int Months = 36;

    /// <summary>Minutes: in the usual store, and for a point more of true responsiveness.</summary>
    public const double QueueMinutes = 12, QueuePerPoint = -0.45, QueueSpread = 1.0;
    /// <summary>Per cent of calls.</summary>
    public const double AbandonedShare = 9, AbandonedPerPoint = -0.35, AbandonedSpread = 1.2;
    /// <summary>Per cent of staff who leave in a month, and the satisfaction of those who stay, 0 to 100, for a point more of the true index.</summary>
    public const double TurnoverShare = 2.6, TurnoverPerPoint = -0.12, TurnoverSpread = 0.35, StaffScore = 71, StaffPerPoint = 0.8, StaffSpread = 0.6;
    /// <summary>Hours until a missed call is called back, by week over a year: usually, and in the bad weeks of stores that are all right on the mean and yet leave people waiting now and then.</summary>
    public const double CallBackHours = 5, CallBackSpread = 1.2, CallBackBad = 40, BadWeeks = 0.2;
    public const int CallBackWeeks = 60;
    public static IReadOnlySet<int> StoresUneven { get; } = new HashSet<int> { 6, 15 };

    /// <summary>Yuan in a month of a store of usual size; per cent for a point more of the true index half a year before.</summary>
    public const double CashYuan = 900_000, CashPerPoint = 3.0, CashSpread = 0.8;
    /// <summary>Quarters between what customers feel and the cash that follows.</summary>
    public const int CashLag = 2;

    /// <summary>Items of the manufacturer's monthly score, with our indicator; points of 100 that they see it better or worse than customers do.</summary>
    public static IReadOnlyList<(string Code, string Item, Text Names, string Indicator, double Off)> Items { get; } =
    [
        ("OEM-1", "预约准时率", Text.Of("Appointments on time", "预约准时率", "預約準時率"), "REL1", 4), ("OEM-2", "一次修复", Text.Of("Fixed first visit", "一次修复", "一次修復"), "REL2", -3),
        ("OEM-3", "交车说明", Text.Of("Explanation at hand-over", "交车说明", "交車說明"), "ASS2", 2), ("OEM-4", "展厅环境", Text.Of("Showroom", "展厅环境", "展廳環境"), "TAN1", 6), ("OEM-5", "等候时间", Text.Of("Waiting time", "等候时间", "等候時間"), "RES1", -6),
    ];

    readonly double[] usual = [.. Enumerable.Range(0, closings.Count).Select(w => Enumerable.Range(0, stores.Count).Average(st => truth.Index(st, w)))];

    /// <summary>The last wave that closed so many quarters before the one of the month, or earlier.</summary>
    int Wave(DateOnly month, int quarters = 0) => Math.Max(0, closings.Index().Where(c => Quarter(c.Item) + quarters <= Quarter(month)).Select(c => c.Index).DefaultIfEmpty(0).Max());

    static int Quarter(DateOnly day) => day.Year * 4 + (day.Month - 1) / 3;

    /// <summary>Points by which a store's true index lies above the usual one.</summary>
    public double Ahead(int store, int wave) => truth.Index(store, wave) - usual[wave];

    /// <summary>Of 100: what customers of a store truly feel of some indicators; of all when none is named.</summary>
    public double Felt(int store, int wave, string indicator) => truth.Slots.Where(s => s.Part == Part.Perceived && s.Indicator!.StartsWith(indicator, StringComparison.Ordinal))
        .Average(s => truth.AfterSalesShare(store) * truth.Score(store, wave, true, s) + (1 - truth.AfterSalesShare(store)) * truth.Score(store, wave, false, s));

    internal async Task Make(Office office, Caller installation, DateOnly now)
    {
        foreach (var series in All) await office.Do(new SaveSeries(series, New: true), installation);
        await office.Do(new ImportSeries(File(now), "measured.csv"), installation);
        await office.Do(new ImportSeries(CallBacks(now), "回拨用时.csv"), installation);
        await office.Do(new ImportSeries(Manufacturer(now), "厂家月度评分.csv"), installation);
        await office.Do(new WorkOutRework(Months), installation);
    }

    static IEnumerable<Series> All =>
    [
        Of(Queue, SeriesKind.Operational, "min", Text.Of("Waiting at reception", "接待等候时间", "接待等候時間"), false) with { IndicatorCode = "RES1", LimitValue = 10, Worst = 25, Best = 3 },
        Of(Abandoned, SeriesKind.Operational, "%", Text.Of("Calls given up", "放弃的来电", "放棄的來電"), false) with { IsShare = true, IndicatorCode = "EMP3" },
        Of(Turnover, SeriesKind.Staff, "%", Text.Of("Staff turnover", "员工流失率", "員工流動率"), false) with { IsShare = true },
        Of(Staff, SeriesKind.Staff, "", Text.Of("Employee satisfaction", "员工满意度", "員工滿意度"), true),
        Of(Cash, SeriesKind.Cash, "CNY", Text.Of("Cash received", "现金收入", "現金收入"), true),
        Of(CallBack, SeriesKind.Operational, "h", Text.Of("Hours until a missed call is called back", "未接来电回拨用时", "未接來電回撥用時"), false) with { Granularity = Granularity.Week, IndicatorCode = "EMP3", Worst = 48, Best = 0 },
        Of(Prices, SeriesKind.Outside, "", Text.Of("Consumer price index", "居民消费价格指数", "居民消費物價指數"), false),
        .. Items.Select(i => Of(i.Code, SeriesKind.Manufacturer, "", i.Names, true) with { Called = i.Item, IndicatorCode = i.Indicator, Worst = 0, Best = 100 }),
    ];

    static Series Of(string code, SeriesKind kind, string unit, Text names, bool higher) => new() { Code = code, Names = names, UnitOfMeasure = unit, Kind = kind, Granularity = Granularity.Month, HigherIsBetter = higher };

    IEnumerable<DateOnly> MonthsUntil(DateOnly now) => Enumerable.Range(0, Months).Select(m => new DateOnly(now.Year, now.Month, 1).AddMonths(m - Months));

    MemoryStream File(DateOnly now)
    {
        var (text, chance) = (new StringBuilder("series,unit,day,value,n\n"), new Random(truth.Seed * 61));
        void Line(string code, string unit, DateOnly month, double value, int? n = null) => text.Append(CultureInfo.InvariantCulture, $"{code},{unit},{month:yyyy-MM},{value:0.###},{n}\n");
        var prompt = Enumerable.Range(0, closings.Count).Select(w => Enumerable.Range(0, stores.Count).Average(st => Felt(st, w, "RES"))).ToArray();
        foreach (var (m, month) in MonthsUntil(now).Index())
        {
            var (at, before) = (Wave(month), Wave(month, CashLag));
            Line(Prices, DemoGroup.Code, month, 100 + 0.12 * m + 0.3 * Normal(chance));
            foreach (var (store, code) in stores.Index())
            {
                var faster = Felt(store, at, "RES") - prompt[at];
                var (calls, staff) = (300 + (int)(200 * truth.Size(store)), 25 + (int)(20 * truth.Size(store)));
                Line(Queue, code, month, Math.Max(2, QueueMinutes + QueuePerPoint * faster + QueueSpread * Normal(chance)), calls);
                Line(Abandoned, code, month, Math.Clamp(AbandonedShare + AbandonedPerPoint * faster + AbandonedSpread * Normal(chance), 0.5, 60), calls);
                Line(Turnover, code, month, Math.Clamp(TurnoverShare + TurnoverPerPoint * Ahead(store, at) + TurnoverSpread * Normal(chance), 0, 20), staff);
                Line(Staff, code, month, Math.Clamp(StaffScore + StaffPerPoint * Ahead(store, at) + StaffSpread * Normal(chance), 20, 100), staff);
                Line(Cash, code, month, Math.Round(CashYuan * (1 + (CashPerPoint * Ahead(store, before) + CashSpread * Normal(chance)) / 100)));
            }
        }
        return new(Encoding.UTF8.GetBytes(text.ToString()));
    }

    MemoryStream CallBacks(DateOnly now)
    {
        var (text, chance) = (new StringBuilder("series,unit,day,value,n\n"), new Random(truth.Seed * 73));
        foreach (var (store, code) in stores.Index())
            for (var week = 1; week <= CallBackWeeks; week++)
            {
                var bad = StoresUneven.Contains(store) && chance.NextDouble() < BadWeeks;
                text.Append(CultureInfo.InvariantCulture, $"{CallBack},{code},{now.AddDays(-7 * week):yyyy-MM-dd},{Math.Clamp((bad ? CallBackBad : CallBackHours) + CallBackSpread * Normal(chance), 0.5, 48):0.#},{10 + chance.Next(20)}\n");
            }
        return new(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>As the manufacturer sends it: their names of the items across.</summary>
    MemoryStream Manufacturer(DateOnly now)
    {
        var (text, chance) = (new StringBuilder("经销商,月份,").AppendJoin(',', Items.Select(i => i.Item)).Append('\n'), new Random(truth.Seed * 67));
        foreach (var month in MonthsUntil(now))
            foreach (var (store, code) in stores.Index())
                text.Append(CultureInfo.InvariantCulture, $"{code},{month:yyyy-MM},").AppendJoin(',', Items.Select(i => Math.Clamp(Felt(store, Wave(month), i.Indicator) + i.Off + 2 * Normal(chance), 0, 100).ToString("0.0", CultureInfo.InvariantCulture))).Append('\n');
        return new(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>Chance that the same fault comes back to a store within a month: every fifth one has trouble.</summary>
    public static double ReworkRate(int store) => store % 5 == 3 ? 0.14 : 0.05;

    /// <summary>Yuan that a return costs the workshop on average, and how often its order says so.</summary>
    public const double ReturnCost = 460, CostGiven = 0.8;

    static double Normal(Random chance) => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
}
