namespace Regard.Customers;

/// <summary>Two customers are one: the first goes on, and what happened to the other is read as its own. Nothing is moved, so it can be undone.</summary>
public sealed record MergeCustomers(Id<Customer> GoesOn, Id<Customer> Merged) : Change<Done>
{
    internal override Permission Needs => Permission.EditCustomers;
    internal override string Subject => $"{Merged} {GoesOn}";

    internal override async Task<Done> Run(Session s)
    {
        if (GoesOn == Merged) throw new Refused("A customer cannot be merged into itself.");
        await CustomerStore.Lock(s);
        var sight = await CustomerSight.Of(s, Needs);
        var (goer, merged) = (await sight.Find(s, GoesOn), await sight.Find(s, Merged));
        if (merged.MergedInto is { } already) throw new Refused("No. {0} goes on in another customer already. Undo that first.", merged.Number);
        if (goer.Kind != merged.Kind) throw new Refused("Two of different kinds, such as a person and an account, cannot be merged.");
        if ((await Merging.Chain(s, GoesOn)).Contains(Merged)) throw new Refused("No. {0} goes on in No. {1} already; merging them the other way round would make a circle.", goer.Number, merged.Number);
        await s.Write("update customers set merged_into = @GoesOn, merged_at = @Now, merged_by = @Person where customer_id = @Merged", new { GoesOn, Merged, s.Now, s.Caller.Person });
        return default;
    }
}
