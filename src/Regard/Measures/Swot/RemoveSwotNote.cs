using Regard.Organisation;
namespace Regard.Measures;

/// <summary>Takes away what somebody added. Who and when stays in the history.</summary>
public sealed record RemoveSwotNote(Id<SwotNote> Id) : Change<Done>
{
    internal override Permission Needs => Permission.EditPlans;
    internal override string Subject => $"{Id}";

    internal override async Task<Done> Run(Session s)
    {
        var missing = Words.Of("There is no such entry.");
        var note = await s.One<Row>("select unit_id, removed_at from swot_notes where id = @Id", new { Id }, missing);
        if (!(await UnitStore.Tree(s, s.Today)).InCare(s.Caller, Needs).Contains(note.UnitId)) throw new NotFound(missing);
        if (note.RemovedAt is not null) throw new Refused("Somebody has taken this away already.");
        await s.Write("update swot_notes set removed_by = @Person, removed_at = @Now where id = @Id and removed_at is null", new { s.Caller.Person, s.Now, Id });
        return default;
    }

    sealed record Row
    {
        public required Id<Unit> UnitId { get; init; }
        public DateTimeOffset? RemovedAt { get; init; }
    }
}
