namespace Regard.Cases;

/// <summary>A closed case was not done after all. The time to resolve it runs anew; what was met or missed before stays.</summary>
public sealed record ReopenCase(long Number, string Because) : Change<Done>
{
    internal override Permission Needs => Permission.SignedIn;
    internal override string Subject => $"{Number}";
    internal override IEnumerable<Problem> Check() => CaseTexts.Needed(nameof(Because), Because, "Say why it is opened again.");

    internal override async Task<Done> Run(Session s)
    {
        var c = await CaseStore.InHand(s, Number, isOpen: false);
        if (c.State == CaseState.Merged) throw new Refused("This case goes on in another one.");
        if (c.IsOpen) throw new Refused("This case is open already.");
        await CaseStore.Change(s, c, await Reopened(s, c, Because.Trim()));
        return default;
    }

    /// <summary>With the owner it had; with whoever takes what nobody heard, if that one cannot own it any more.</summary>
    internal static async Task<Case> Reopened(Session s, Case c, string because)
    {
        await s.Write("update case_closures set reopened_by = @Person, reopened_at = @Now, reopened_because = @because where customer_id = @CustomerId and case_id = @Id and reopened_at is null",
            new { c.CustomerId, c.Id, s.Now, s.Caller.Person, because });
        var open = await CaseOwners.Kept(s, c with { State = CaseState.Open, ClosedAt = null });
        var rules = await CaseStore.Rules(s, c.RulesNumber);
        return await CaseClockStore.Change(s, open, clocks => clocks.Reopened(open, rules, s.Now));
    }
}
