using Regard.Surveys;
namespace Regard.Measures;

static class ProgrammeStore
{
    /// <summary>Those with a wave that was opened, customers before others, the most recently asked first. What employees say of their leaders is left out: it is shown to these and their superiors alone.</summary>
    public static Task<List<ProgrammeLabel>> Asked(Session s) => s.Many<ProgrammeLabel>($"""
        select p.id, p.name, p.audience from programmes p join waves w on w.programme_id = p.id
        where w.opened_at is not null and w.form_version_id not in (select id from form_versions where {Traits.AboutLeaders})
        group by p.id, p.name, p.audience order by case p.audience when 'Customer' then 0 else 1 end, max(w.opened_at) desc, p.name
        """);
}
