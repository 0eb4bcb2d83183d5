namespace Regard.Care;

/// <summary>Takes something out of the catalogue; what was given stays as it was.</summary>
public sealed record RetireRemedy(Id<Remedy> Id) : Change<Done>
{
    internal override Permission Needs => Permission.EditCaseRules;
    internal override string Subject => Id.ToString();

    internal override async Task<Done> Run(Session s)
    {
        await RemedyStore.Find(s, Id);
        await s.Write("update remedies set retired_at = @Now where id = @Id", new { s.Now, Id });
        return default;
    }
}
