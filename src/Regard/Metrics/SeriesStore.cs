using Regard.Organisation;
namespace Regard.Metrics;

static class SeriesStore
{
    public const string Columns = "code, names, unit_of_measure, kind, granularity, higher_is_better, is_share, indicator_code, limit_value, worst, best, called, worked_out";

    /// <summary>By kind, those of the running business first.</summary>
    public static async Task<List<Series>> All(Session s) => [.. (await s.Many<Series>($"select {Columns} from series order by code")).OrderBy(x => x.Kind)];

    public static Task<Series?> Find(Session s, string code) => s.Maybe<Series>($"select {Columns} from series where code = @code", new { code });

    public static Task<Series> One(Session s, string code) => s.One<Series>($"select {Columns} from series where code = @code", new { code }, Words.Of("There is no series {0}.", code));

    public static Task<List<SeriesPoint>> Points(Session s, string code, IEnumerable<Id<Unit>> units, DateOnly from) => s.Many<SeriesPoint>($"""
        select series_code, unit_id, day, value, n, source, noted_by, noted_at from series_points
        where series_code = @code and day >= @from and {s.Dialect.Among("unit_id", "units")} order by day
        """, new Dictionary<string, object> { ["code"] = code, ["from"] = from, ["units"] = s.Dialect.Keys(units.Select(u => u.Value)) });

    /// <summary>The day of the newest point in some units; null where there is none.</summary>
    public static async Task<DateOnly?> Newest(Session s, string code, IEnumerable<Id<Unit>> units) => (await s.Many<DateOnly?>($"""
        select day from series_points where series_code = @code and {s.Dialect.Among("unit_id", "units")} order by day desc limit 1
        """, new Dictionary<string, object> { ["code"] = code, ["units"] = s.Dialect.Keys(units.Select(u => u.Value)) })).FirstOrDefault();

    public static Task Put(Session s, Series series) => s.Write($"""
        insert into series ({Columns}, made_by, made_at)
        values (@Code, @Names, @UnitOfMeasure, @kind, @granularity, @HigherIsBetter, @IsShare, @IndicatorCode, @LimitValue, @Worst, @Best, @Called, @WorkedOut, @Person, @Now)
        on conflict (code) do update set names = @Names, unit_of_measure = @UnitOfMeasure, kind = @kind, granularity = @granularity, higher_is_better = @HigherIsBetter, is_share = @IsShare,
          indicator_code = @IndicatorCode, limit_value = @LimitValue, worst = @Worst, best = @Best, called = @Called
        """, new
    {
        series.Code, series.Names, series.UnitOfMeasure, kind = series.Kind.ToString(), granularity = series.Granularity.ToString(), series.HigherIsBetter, series.IsShare,
        series.IndicatorCode, series.LimitValue, series.Worst, series.Best, series.Called, series.WorkedOut, s.Caller.Person, s.Now,
    });
}
