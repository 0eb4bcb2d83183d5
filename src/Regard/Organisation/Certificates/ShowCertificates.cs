namespace Regard.Organisation;

/// <summary>The register: who serves customers in the units that the caller leads, and what they are certified in.</summary>
public sealed record ShowCertificates(Id<Unit>? UnitId = null) : Question<CertificateRegister>
{
    internal override Permission Needs => Permission.EditPlans;

    internal override async Task<CertificateRegister> Run(Session s)
    {
        var tree = await UnitStore.Tree(s, s.Today);
        var care = tree.InCare(s.Caller, Needs);
        if (UnitId is { } asked && !care.Contains(asked)) throw new NotFound("There is no such unit in your care.");
        var people = await CertificateStore.FrontLine(s, UnitId is { } unit ? tree.Under(unit).Select(u => u.Id) : care);
        var held = await CertificateStore.Of(s, people.Select(p => p.PersonId));
        return new(s.Today, UnitId, [.. tree.All.Where(u => care.Contains(u.Id))], [.. people.Select(p => new CertifiedPerson(p.PersonId, p.Name, p.UnitId, tree.Find(p.UnitId)!.Name, [.. held[p.PersonId]]))]);
    }
}

public sealed record CertificateRegister(DateOnly Today, Id<Unit>? UnitId, IReadOnlyList<Unit> Units, IReadOnlyList<CertifiedPerson> People);

public sealed record CertifiedPerson(Id<Person> Id, string Name, Id<Unit> UnitId, string UnitName, IReadOnlyList<Certificate> Certificates)
{
    public bool IsCertifiedOn(DateOnly day) => Certificates.Any(c => c.IsValidOn(day));
}
