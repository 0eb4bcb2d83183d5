namespace Regard.Standards;

/// <summary>Takes an act out of the catalogue; how often it was done stays known.</summary>
public sealed record DropDelight(Id<Delight> Id) : Change<Done>
{
    internal override Permission Needs => Permission.EditStandards;
    internal override string Subject => Id.ToString();

    internal override async Task<Done> Run(Session s) =>
        await s.Write("update delights set dropped_at = @Now where id = @Id and dropped_at is null", new { s.Now, Id }) > 0 ? default(Done) : throw new NotFound("There is no such act of delight.");
}
