using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Visits;

/// <summary>What visits of some units scored between two days, and who was met. For other areas, which say whose units may be asked of and name nobody.</summary>
sealed record VisitScores(IReadOnlyList<Id<Unit>> Units, DateOnly From, DateOnly Until) : Question<IReadOnlyList<VisitScored>>
{
    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<IReadOnlyList<VisitScored>> Run(Session s) => await s.Many<VisitScored>($"""
        select v.unit_id, fv.form_id, v.person_id, v.role_met, v.score from visits v join form_versions fv on fv.id = v.form_version_id
        where v.score is not null and v.day >= @from and v.day <= @until and {s.Dialect.Among("v.unit_id", "units")} order by v.number
        """, new Dictionary<string, object> { ["from"] = From, ["until"] = Until, ["units"] = s.Dialect.Keys(Units.Select(u => u.Value)) });
}

sealed record VisitScored
{
    public required Id<Unit> UnitId { get; init; }
    public required Id<Form> FormId { get; init; }
    public Id<Person>? PersonId { get; init; }
    public RoleMet? RoleMet { get; init; }
    /// <summary>0 to 100.</summary>
    public required double Score { get; init; }

    /// <summary>The colleague who was met, else as what somebody was; null when it is not known.</summary>
    public string? Met => PersonId?.ToString() ?? RoleMet?.ToString();
}
