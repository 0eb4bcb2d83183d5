using Regard.Files;
namespace Regard.Surveys;

/// <summary>The files that came in for a wave, newest first.</summary>
public sealed record ListImports(Id<Wave> WaveId) : Question<IReadOnlyList<Import>>
{
    internal override Permission Needs => Permission.DoFieldwork;

    internal override async Task<IReadOnlyList<Import>> Run(Session s)
    {
        await s.Wave(WaveId);
        return [.. (await s.Many<Row>("""
            select i.id, i.wave_id, i.kind, i.made_at, p.name as made_by, i.report, i.bad_rows is not null as has_bad_rows
            from imports i left join people p on p.id = i.made_by
            where i.wave_id = @WaveId order by i.made_at desc, i.id desc
            """, new { WaveId })).Select(r => r.Read())];
    }

    internal sealed record Row
    {
        public required Id<Import> Id { get; init; }
        public Id<Wave>? WaveId { get; init; }
        public required ImportKind Kind { get; init; }
        public required DateTimeOffset MadeAt { get; init; }
        public string? MadeBy { get; init; }
        public required string Report { get; init; }
        public bool HasBadRows { get; init; }

        public Import Read() => new() { Id = Id, WaveId = WaveId, Kind = Kind, MadeAt = MadeAt, MadeBy = MadeBy, Report = ImportStore.Report(Report), HasBadRows = HasBadRows };
    }
}
