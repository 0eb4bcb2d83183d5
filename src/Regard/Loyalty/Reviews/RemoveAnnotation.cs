using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>Takes back what was noted by mistake.</summary>
public sealed record RemoveAnnotation(Id<Annotation> Id) : Change<Done>
{
    internal override Permission Needs => Permission.EditCustomers;
    internal override string Subject => Id.ToString();

    internal override async Task<Done> Run(Session s)
    {
        var missing = Words.Of("There is no such note.");
        var note = await s.One<Place>("select unit_id from annotations where id = @Id and removed_at is null", new { Id }, missing);
        if (!(await UnitStore.Tree(s, s.Today)).InCare(s.Caller, Permission.EditCustomers).Contains(note.UnitId)) throw new NotFound(missing);
        await s.Write("update annotations set removed_at = @Now, removed_by = @Person where id = @Id", new { s.Now, s.Caller.Person, Id });
        return default;
    }

    sealed record Place
    {
        public required Id<Unit> UnitId { get; init; }
    }
}
