using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Files;

/// <summary>An import as it is kept.</summary>
sealed record ImportRow
{
    public const string Select = """
        select i.id, i.wave_id, i.kind, i.made_at, i.made_by as person_id, p.name as made_by, i.report, i.bad_rows is not null as has_bad_rows
        from imports i left join people p on p.id = i.made_by
        """;

    public required Id<Import> Id { get; init; }
    public Id<Wave>? WaveId { get; init; }
    public required ImportKind Kind { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public Id<Person>? PersonId { get; init; }
    public string? MadeBy { get; init; }
    public required string Report { get; init; }
    public bool HasBadRows { get; init; }

    public Import Read() => new() { Id = Id, WaveId = WaveId, Kind = Kind, MadeAt = MadeAt, MadeBy = MadeBy, Report = ImportStore.Report(Report), HasBadRows = HasBadRows };
}
