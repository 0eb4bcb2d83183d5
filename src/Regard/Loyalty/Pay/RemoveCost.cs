using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>Strikes a line out of the ledger.</summary>
public sealed record RemoveCost(Id<Cost> Id) : Change<Done>
{
    internal override Permission Needs => Permission.EditCustomerRules;
    internal override string Subject => Id.ToString();

    internal override async Task<Done> Run(Session s)
    {
        var missing = Words.Of("There is no such line in the ledger.");
        var line = await s.One<Place>("select unit_id, points from costs where id = @Id and removed_at is null", new { Id }, missing);
        if (!(await UnitStore.Tree(s, s.Today)).InCare(s.Caller, Permission.EditCustomerRules).Contains(line.UnitId)) throw new NotFound(missing);
        await s.Write("update costs set removed_at = @Now, removed_by = @Person where id = @Id", new { s.Now, s.Caller.Person, Id });
        if (line.Points is not null) await AskForWorking.Ask(s);
        return default;
    }

    sealed record Place
    {
        public required Id<Unit> UnitId { get; init; }
        public double? Points { get; init; }
    }
}
