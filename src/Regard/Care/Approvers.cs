using Regard.Cases;
using Regard.Organisation;
namespace Regard.Care;

/// <summary>Who may agree to a remedy: people with a role over the unit of the case, the nearest first.</summary>
static class Approvers
{
    public sealed record Holder
    {
        public required Id<Person> PersonId { get; init; }
        public required Role Role { get; init; }
        public required Id<Unit> UnitId { get; init; }
    }

    static async Task<IReadOnlyList<(Id<Person> Person, IReadOnlyList<Role> Roles)>> Over(Session s, Id<Unit> unit)
    {
        var path = (await UnitStore.Tree(s, s.Today)).PathTo(unit).Select(u => u.Id).Reverse().ToList();
        var holders = await s.Many<Holder>("""
            select r.person_id, r.role, r.unit_id from roles_held r join people p on p.id = r.person_id
            where p.left_at is null and r.from_day <= @Today and (r.until_day is null or r.until_day > @Today) order by p.created_at, p.id
            """, new { s.Today });
        return [.. holders.Where(h => path.Contains(h.UnitId)).GroupBy(h => h.PersonId)
            .OrderBy(g => g.Min(h => path.IndexOf(h.UnitId))).ThenBy(g => g.Any(h => h.Role == Role.Manager) ? 0 : 1)
            .Select(g => (g.Key, (IReadOnlyList<Role>)[.. g.Select(h => h.Role).Distinct()]))];
    }

    /// <summary>The nearest who may agree: not the one who asks, nor the one the case is about; who is there today comes before who is away.</summary>
    public static async Task<Id<Person>?> For(Session s, Case c, Id<Person> asker, RemedyFacts facts, AuthorityRules rules)
    {
        var fit = (await Over(s, c.UnitId)).Where(o => o.Person != asker && o.Person != c.AboutId && Empowerment.MayApprove(o.Roles, facts, rules)).Select(o => (Id<Person>?)o.Person).ToList();
        var away = await AbsenceStore.Today(s);
        return fit.FirstOrDefault(p => !away.IsAway(p!.Value)) ?? fit.FirstOrDefault();
    }
}
