using Regard.Organisation;
namespace Regard.Customers;

/// <summary>Looks through all customers for pairs that are one, outside any change, and keeps what it found for people to judge. It says how far it has come, and stops when asked to.</summary>
/// <param name="atOnce">Customers read at a time.</param>
public sealed class DuplicateSearch(Office office, TimeProvider time, int atOnce = 20_000)
{
    /// <summary>Pairs that are kept: more than people will look through.</summary>
    const int Most = 10_000;

    /// <summary>False when it was stopped: then what the search before found stays.</summary>
    public async Task<bool> Run(Caller caller, Id<Person>? askedBy = null)
    {
        var startedAt = time.GetUtcNow();
        try
        {
            var (finder, total) = (new TwinFinder(), await office.Do(new CountLikened(), caller));
            if (!await Customers(finder, total, caller) || !await Assets(finder, total, caller)) return false;
            await office.Do(new KeepTwins(new(finder.Find(Most), finder.Customers, finder.Crowds, startedAt, askedBy ?? caller.Person)), caller);
            return true;
        }
        finally { await office.Do(new EndTwinSearch(), caller); }
    }

    async Task<bool> Customers(TwinFinder finder, long total, Caller caller)
    {
        for (Id<Customer>? last = null; ;)
        {
            if (!await office.Do(new NoteTwinProgress(finder.Customers, total), caller)) return false;
            var some = await office.Do(new LikenCustomers(last, atOnce), caller);
            foreach (var c in some) finder.Add(c.CustomerId, c.Kind, c.AccountId, c.Name, c.Phone, c.Email, c.UnitId);
            if (some.Count < atOnce) return true;
            last = some[^1].CustomerId;
        }
    }

    async Task<bool> Assets(TwinFinder finder, long total, Caller caller)
    {
        for (LikenedAsset? last = null; ;)
        {
            if (!await office.Do(new NoteTwinProgress(finder.Customers, total), caller)) return false;
            var some = await office.Do(new LikenAssets(last?.CustomerId, last?.Id ?? default, atOnce), caller);
            foreach (var a in some) finder.AddAsset(a.CustomerId, a.Plate, a.Serial);
            if (some.Count < atOnce) return true;
            last = some[^1];
        }
    }
}
