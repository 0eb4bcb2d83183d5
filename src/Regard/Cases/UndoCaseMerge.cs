namespace Regard.Cases;

/// <summary>A case that was merged goes on by itself again, with the clocks it had.</summary>
public sealed record UndoCaseMerge(long Number) : Change<Done>
{
    internal override Permission Needs => Permission.SignedIn;
    internal override string Subject => $"{Number}";

    internal override async Task<Done> Run(Session s)
    {
        var c = await CaseStore.InHand(s, Number, isOpen: false);
        if (c.State != CaseState.Merged) throw new Refused("Case No. {0} is not merged into another one.", Number);
        await s.Write("update case_merges set undone_by = @Person, undone_at = @Now where customer_id = @CustomerId and case_id = @Id and undone_at is null", new { c.CustomerId, c.Id, s.Now, s.Caller.Person });
        var open = await CaseOwners.Kept(s, c with { State = CaseState.Open, ClosedAt = null, MergedIntoCustomer = null, MergedInto = null });
        await CaseStore.Change(s, c, await CaseClockStore.Change(s, open, clocks => clocks.Restored(s.Now)));
        return default;
    }
}
