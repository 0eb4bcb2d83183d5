using Regard.Organisation;
namespace Regard.Audit;

static class AuditStore
{
    public static Task<List<AuditEntry>> Find(Session s, AuditFilter filter, long before, int howMany) => s.Many<AuditEntry>($"""
        select number, at, person_id, person_name, origin, operation, subject, outcome, words
        from audit where {filter.Where}
        order by number desc limit @howMany
        """, filter.Values(before, howMany));

    /// <summary>A row of the trail has no unit, so it is for those who may see it for the whole company.</summary>
    public static async Task MustSeeAll(Session s)
    {
        var tree = await UnitStore.Tree(s, s.Today);
        var care = tree.InCare(s.Caller, Permission.SeeAudit);
        if (!tree.Roots.All(r => care.Contains(r.Id))) throw new Refused(Words.Of("The audit trail is for those who see the whole company."), forbidden: true);
    }
}
