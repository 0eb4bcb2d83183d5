using Regard.Organisation;
namespace Regard.Surveys;

/// <summary>The open surveys of managers or employees that the caller may answer, each with the link that does not say who answers.</summary>
public sealed record SurveysForMe : Question<IReadOnlyList<SurveyForMe>>
{
    internal override Permission Needs => Permission.SignedIn;

    internal override async Task<IReadOnlyList<SurveyForMe>> Run(Session s)
    {
        if (s.Caller.Roles.Count == 0) return [];
        var waves = await s.Many<Row>($"""
            select w.name, w.closes_on, w.open_link, w.open_unit_id, p.audience, w.form_version_id in (select id from form_versions where {Traits.AboutLeaders}) as about_leaders
            from waves w join programmes p on p.id = w.programme_id
            where p.audience in ('Manager', 'Employee') and w.open_link is not null and w.opened_at is not null and w.closed_at is null and w.closes_on >= @Today
            order by w.closes_on, w.name
            """, new { s.Today });
        var tree = await UnitStore.Tree(s, s.Today);
        return [.. from w in waves
                   let held = s.Caller.Roles.FirstOrDefault(r => IsAsked(w.Audience, r.Role))
                   where held is not null
                   // Who leads a unit tells of who leads the one above, not of oneself.
                   let unit = w.AboutLeaders && held.Role != Role.FrontLine ? tree.ParentOf(held.UnitId) is { } above ? tree.Find(above) : null : tree.Find(held.UnitId)
                   where unit is not null && (w.OpenUnitId is null || w.OpenUnitId == unit.Id)
                   select new SurveyForMe(w.Name, w.ClosesOn, $"/o/{w.OpenLink}/{Uri.EscapeDataString(unit.Code)}")];
    }

    static bool IsAsked(Audience audience, Role role) => audience == Audience.Manager ? role is Role.Manager or Role.Executive : role is Role.FrontLine or Role.Manager;

    sealed record Row
    {
        public required string Name { get; init; }
        public required DateOnly ClosesOn { get; init; }
        public required string OpenLink { get; init; }
        public Id<Unit>? OpenUnitId { get; init; }
        public required Audience Audience { get; init; }
        public bool AboutLeaders { get; init; }
    }
}

/// <param name="Path">Of the page to answer on.</param>
public sealed record SurveyForMe(string Name, DateOnly LastDay, string Path);
