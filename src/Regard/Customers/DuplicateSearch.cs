namespace Regard.Customers;

/// <summary>Looks through all customers for pairs that are one, outside any change, and keeps what it found for people to judge.</summary>
public sealed class DuplicateSearch(Office office)
{
    public async Task Run(Caller caller) => await office.Do(new KeepTwins(await office.Do(new LikenCustomers(), caller)), caller);
}
