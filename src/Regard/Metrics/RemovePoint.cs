using Regard.Organisation;
namespace Regard.Metrics;

/// <summary>Takes a value out of a series; it is kept among the corrections.</summary>
public sealed record RemovePoint(string Code, Id<Unit> UnitId, DateOnly Day) : Change<Done>
{
    internal override Permission Needs => Permission.EditMetrics;
    internal override string Subject => Code;

    internal override async Task<Done> Run(Session s)
    {
        await NotePoints.Writable(s, Code);
        if (!(await UnitStore.Tree(s, s.Today)).InCare(s.Caller, Needs).Contains(UnitId)) throw new NotFound("There is no such unit in your care.");
        var point = await s.One<SeriesPoint>("""
            select series_code, unit_id, day, value, n, source, noted_by, noted_at from series_points where series_code = @Code and unit_id = @UnitId and day = @Day
            """, new { Code, UnitId, Day }, Words.Of("There is no such value."));
        await PointBook.KeepBefore(s, point);
        await s.Write("delete from series_points where series_code = @Code and unit_id = @UnitId and day = @Day", new { Code, UnitId, Day });
        await PointBook.TakeBack(s, point);
        return default;
    }
}
