using System.Text.RegularExpressions;
using Regard.Organisation;
namespace Regard.Metrics;

/// <summary>Defines a series, or changes what is said of it; levels delivered follow what it says now.</summary>
/// <param name="New">Refused when there is one of that code already.</param>
public sealed partial record SaveSeries(Series Series, bool New = false) : Change<Done>
{
    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$")]
    private static partial Regex Coded();

    // Addresses below /metrics.
    static readonly string[] reserved = ["new", "save", "import", "manufacturer", "rework", "competitors", "values.csv"];

    internal override Permission Needs => Permission.EditMetrics;
    internal override string Subject => Series.Code;

    internal override IEnumerable<Problem> Check()
    {
        if (!Coded().IsMatch(Series.Code ?? "")) yield return new("Code", "Give the series a short code of letters, digits, dots and dashes, such as QUEUE.");
        else if (reserved.Contains(Series.Code!.ToLowerInvariant())) yield return new("Code", "{0} is kept for a page of its own; choose another code.", Series.Code);
        if (Series.Names is null || Series.Names.IsEmpty) yield return new("Names", "Give the series a name.");
        else if (Series.Names.Values.Any(n => n.Length > 200)) yield return new("Names", "Keep the name under {0} characters, on one line.", 200);
        if (Series.UnitOfMeasure is not { Length: <= 30 }) yield return new("UnitOfMeasure", "Keep it under {0} characters.", 30);
        if (Series.Called.Length > 4000) yield return new("Called", "Keep it under {0} characters.", 4000);
        if (!Enum.IsDefined(Series.Kind)) yield return new("Kind", "Say what kind of series this is.");
        if (!Enum.IsDefined(Series.Granularity)) yield return new("Granularity", "Say how long a period is.");
        if (Series.WorkedOut) yield return new("Code", "Only Regard works series out.");
        if (Series.Worst is null != Series.Best is null) yield return new(Series.Worst is null ? "Worst" : "Best", "Give both the value worth 0 and the value worth 100, or neither.");
        else if (Series.Worst is { } worst && Series.Best is { } best && (worst == best || best > worst != Series.HigherIsBetter)) yield return new("Best", "The value worth 100 lies on the wrong side of the value worth 0.");
        if (!string.IsNullOrEmpty(Series.IndicatorCode) && Series is { IsShare: false, LimitValue: null, Worst: null }) yield return new("LimitValue", "Say how a value becomes a level: by a limit, by the values worth 0 and 100, or as a share.");
    }

    internal override async Task<Done> Run(Session s)
    {
        await WholeCompany.Demand(s, Needs);
        var before = await SeriesStore.Find(s, Series.Code);
        if (New && before is not null) throw new Invalid("Code", "There is a series {0} already.", Series.Code);
        if (before is { WorkedOut: true }) throw new Refused("{0} is worked out by Regard; nobody writes into it.", Series.Code);
        var indicator = string.IsNullOrWhiteSpace(Series.IndicatorCode) ? null : Series.IndicatorCode.Trim();
        if (indicator is not null && await s.Value<long>("select count(*) from indicators where code = @indicator", new { indicator }) == 0) throw new Invalid("IndicatorCode", "There is no indicator {0}.", indicator);
        if (before is not null && before.Granularity != Series.Granularity && await s.Value<long>("select count(*) from series_points where series_code = @Code", new { Series.Code }) > 0)
            throw new Invalid("Granularity", "There are values already, so the length of periods stays.");
        var after = Series with { IndicatorCode = indicator, UnitOfMeasure = Series.UnitOfMeasure.Trim(), Called = string.Join('\n', Series.OtherNames) };
        await SeriesStore.Put(s, after);
        if (before is not null && (before.IndicatorCode, before.LimitValue, before.Worst, before.Best, before.IsShare, before.HigherIsBetter) != (after.IndicatorCode, after.LimitValue, after.Worst, after.Best, after.IsShare, after.HigherIsBetter))
            foreach (var point in await s.Many<SeriesPoint>("select series_code, unit_id, day, value, n, source, noted_by, noted_at from series_points where series_code = @Code", new { Series.Code }))
            {
                await PointBook.TakeBack(s, point);
                await PointBook.Deliver(s, after, point);
            }
        return default;
    }
}
