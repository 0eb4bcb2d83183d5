using Regard.Files;
using Regard.Organisation;
using Regard.Standards;
namespace Regard.Metrics;

/// <summary>Writes points: what stood there before is kept, and what a value says of the service goes to the levels delivered.</summary>
sealed class PointBook
{
    readonly Session s;
    readonly IReadOnlyDictionary<string, Series> series;
    readonly Dictionary<(string, Id<Unit>, DateOnly), SeriesPoint> known;
    readonly List<SeriesPoint> fresh = [], changed = [];

    PointBook(Session s, IReadOnlyDictionary<string, Series> series, Dictionary<(string, Id<Unit>, DateOnly), SeriesPoint> known) => (this.s, this.series, this.known) = (s, series, known);

    public long Added => fresh.Count;
    public long Updated => changed.Count;

    /// <param name="units">That the points are of.</param>
    public static async Task<PointBook> Open(Session s, IEnumerable<Series> series, IEnumerable<Id<Unit>> units, DateOnly from)
    {
        var all = series.ToDictionary(x => x.Code);
        var among = units.ToList();
        var known = new Dictionary<(string, Id<Unit>, DateOnly), SeriesPoint>();
        foreach (var code in all.Keys)
            foreach (var p in await SeriesStore.Points(s, code, among, from)) known[(code, p.UnitId, p.Day)] = p;
        return new(s, all, known);
    }

    /// <summary>Each unit and period of a series once.</summary>
    public RowOutcome Note(string code, PointLine line, string source)
    {
        var of = series[code];
        var point = new SeriesPoint { SeriesCode = code, UnitId = line.UnitId, Day = of.Granularity.Begin(line.Day), Value = line.Value, N = line.N, Source = source, NotedBy = s.Caller.Person, NotedAt = s.Now };
        if (!known.TryGetValue((code, point.UnitId, point.Day), out var before))
        {
            fresh.Add(point);
            return RowOutcome.Added;
        }
        // Who says the same value and no n takes nothing back.
        if (before.Value == point.Value && (point.N is null || before.N == point.N)) return RowOutcome.Unchanged;
        changed.Add(point);
        return RowOutcome.Updated;
    }

    public async Task Write()
    {
        await using (var append = s.Dialect.Append(s.Transaction, "series_points", "series_code", "unit_id", "day", "value", "n", "source", "noted_by", "noted_at"))
        {
            foreach (var p in fresh) await append.Write(p.SeriesCode, p.UnitId.Value, p.Day, p.Value, p.N, p.Source, p.NotedBy?.Value, p.NotedAt);
            await append.Complete();
        }
        foreach (var p in changed)
        {
            await KeepBefore(s, known[(p.SeriesCode, p.UnitId, p.Day)]);
            await s.Write("""
                update series_points set value = @Value, n = @N, source = @Source, noted_by = @NotedBy, noted_at = @NotedAt
                where series_code = @SeriesCode and unit_id = @UnitId and day = @Day
                """, p);
        }
        foreach (var p in fresh.Concat(changed)) await Deliver(s, series[p.SeriesCode], p);
    }

    public static Task KeepBefore(Session s, SeriesPoint before) => s.Write("""
        insert into series_points_before (id, series_code, unit_id, day, value, n, source, noted_by, noted_at, replaced_by, replaced_at)
        values (@id, @SeriesCode, @UnitId, @Day, @Value, @N, @Source, @NotedBy, @NotedAt, @Person, @Now)
        """, new { id = Id<PointBefore>.New(s.Now), before.SeriesCode, before.UnitId, before.Day, before.Value, before.N, before.Source, before.NotedBy, before.NotedAt, s.Caller.Person, s.Now });

    public static Task Deliver(Session s, Series series, SeriesPoint p) =>
        series.IndicatorCode is { } indicator && series.Level(p.Value) is { } level ? new PutEncounter(DeliverySource.Metric, EncounterOf(p), p.UnitId, p.Day, [new(indicator, level)]).Run(s) : Task.CompletedTask;

    public static Task TakeBack(Session s, SeriesPoint p) => new PutEncounter(DeliverySource.Metric, EncounterOf(p), p.UnitId, p.Day, []).Run(s);

    static Id<Encounter> EncounterOf(SeriesPoint p) => new(ImportKeys.Of("series-point", FormattableString.Invariant($"{p.SeriesCode}|{p.UnitId}|{p.Day:yyyy-MM-dd}")));
}
