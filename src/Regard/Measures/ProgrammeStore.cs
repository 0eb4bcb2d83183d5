namespace Regard.Measures;

static class ProgrammeStore
{
    /// <summary>Those with a wave that was opened, the most recently asked first.</summary>
    public static Task<List<ProgrammeLabel>> Asked(Session s) => s.Many<ProgrammeLabel>("""
        select p.id, p.name from programmes p join waves w on w.programme_id = p.id where w.opened_at is not null
        group by p.id, p.name order by max(w.opened_at) desc, p.name
        """);
}
