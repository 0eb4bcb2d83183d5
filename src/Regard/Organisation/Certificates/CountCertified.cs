namespace Regard.Organisation;

/// <summary>How many of those who serve customers in a unit hold a valid certificate, and in each unit right below it. Names are for those who lead them.</summary>
public sealed record CountCertified(Id<Unit> UnitId) : Question<CertifiedStaff>
{
    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<CertifiedStaff> Run(Session s)
    {
        var tree = await UnitStore.Tree(s, s.Today);
        if (!tree.InCare(s.Caller, Needs).Contains(UnitId)) throw new NotFound("There is no such unit in your care.");
        var people = await CertificateStore.FrontLine(s, tree.Under(UnitId).Select(u => u.Id));
        var held = await CertificateStore.Of(s, people.Select(p => p.PersonId));
        CertifiedCount Count(Id<Unit> unit)
        {
            var under = tree.Under(unit).Select(u => u.Id).ToHashSet();
            var there = people.Where(p => under.Contains(p.UnitId)).Select(p => p.PersonId).Distinct().ToList();
            return new(unit, there.Count, there.Count(p => held[p].Any(c => c.IsValidOn(s.Today))), there.Count(p => held[p].Any() && !held[p].Any(c => c.IsValidOn(s.Today))));
        }
        var leads = s.Caller.May(Permission.EditPlans) ? tree.InCare(s.Caller, Permission.EditPlans) : [];
        return new(Count(UnitId), [.. tree.ChildrenOf(UnitId).Select(u => Count(u.Id))], leads.Contains(UnitId), await s.Value<long>("select count(*) from certificates") > 0)
        {
            Uncertified = [.. people.Where(p => leads.Contains(p.UnitId) && !held[p.PersonId].Any(c => c.IsValidOn(s.Today))).Select(p => new CertifiedPerson(p.PersonId, p.Name, p.UnitId, tree.Find(p.UnitId)!.Name, [.. held[p.PersonId]]))],
        };
    }
}

/// <param name="Leads">The caller may look at the register of the unit.</param>
/// <param name="Kept">Somebody keeps the register at all; where nobody does, nothing is told.</param>
public sealed record CertifiedStaff(CertifiedCount Whole, IReadOnlyList<CertifiedCount> Units, bool Leads, bool Kept)
{
    /// <summary>Only those whom the caller leads.</summary>
    public IReadOnlyList<CertifiedPerson> Uncertified { get; init; } = [];
}

/// <param name="Staff">Who serves customers there today.</param>
/// <param name="Certified">Of these, who holds a certificate that is valid today.</param>
/// <param name="RunOut">Of these, who held one and holds none now.</param>
public sealed record CertifiedCount(Id<Unit> UnitId, int Staff, int Certified, int RunOut);
