namespace Regard.Loyalty;

/// <summary>Works all customers out: reads in one transaction, computes outside of any, keeps in another.</summary>
public sealed class CustomerWorking(Office office, TimeProvider clock)
{
    /// <summary>Null when there is nothing to work out yet.</summary>
    public async Task<Id<Working>?> Run(Caller caller, DateOnly? asOf = null)
    {
        var startedAt = clock.GetUtcNow();
        var book = await office.Do(new ReadCustomerBook(asOf ?? DateOnly.FromDateTime(startedAt.UtcDateTime)), caller);
        if (book.Events.Count == 0 && book.Covers.Count == 0) return null;
        var rules = await office.Do(new RulesInForce(), caller);
        if (rules.Grades is null || rules.Churn is null)
        {
            await office.Do(new StartRules(rules.Grades is null ? book.Events.MostCarryProfit ? GradeBasis.Profit : GradeBasis.Revenue : null, rules.Churn is null ? Patience.Suggested(book)?.Days ?? Patience.WithoutData : null), caller);
            rules = await office.Do(new RulesInForce(), caller);
        }
        var found = WorkingOut.Of(book, rules.Grades!, rules.Churn!, rules.Terms, startedAt);
        var working = await office.Do(new KeepWorking(found), caller);
        await office.Do(new FollowLosses(found), caller);
        await office.Do(new RaiseChurnAlarms(found), caller);
        await new WorthWorking(office).Run(found, caller);
        return working;
    }
}
