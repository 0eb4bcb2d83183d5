namespace Regard.Organisation;

/// <summary>Notes that a colleague who serves customers was certified; the same certificate again is its renewal.</summary>
/// <param name="ValidUntil">The last day; null where it does not run out.</param>
public sealed record NoteCertificate(Id<Person> PersonId, string Name, DateOnly? ValidUntil) : Change<Done>
{
    internal override Permission Needs => Permission.EditPlans;
    internal override string Subject => $"{PersonId}";
    internal override IEnumerable<Problem> Check() => Certificate.Problems(Name);

    internal override async Task<Done> Run(Session s)
    {
        await CertificateStore.Put(s, (await CertificateStore.Led(s, PersonId)).Id, Name, ValidUntil);
        return default;
    }
}

/// <summary>Takes a certificate away that was noted by mistake.</summary>
public sealed record DropCertificate(Id<Person> PersonId, string Name) : Change<Done>
{
    internal override Permission Needs => Permission.EditPlans;
    internal override string Subject => $"{PersonId}";

    internal override async Task<Done> Run(Session s)
    {
        await CertificateStore.Led(s, PersonId);
        return await s.Write("delete from certificates where person_id = @PersonId and name = @Name", new { PersonId, Name }) > 0 ? default(Done) : throw new NotFound("There is no such certificate.");
    }
}
