using Regard.Customers;
namespace Regard.Demo;

/// <summary>Promoters of the demo who were invited to refer, and whom they named.</summary>
static class DemoReferrals
{
    const int Invited = 40, Named = 14, Became = 6;

    /// <param name="promoters">By external id.</param>
    /// <param name="day">When they were invited.</param>
    public static async Task Make(Office office, Caller installation, DemoClock clock, IReadOnlyDictionary<string, Id<Customer>> promoters, DemoCustomers customers, DateTimeOffset day)
    {
        var chance = new Random(customers.All.Count + 3);
        var came = customers.All.Where(c => c.Since > DateOnly.FromDateTime(day.UtcDateTime) && c.Purchases > 0).Take(Became).ToList();
        foreach (var (at, referrer) in promoters.OrderBy(p => p.Key, StringComparer.Ordinal).Take(Invited).Select(p => p.Value).Index())
        {
            clock.Now = day.AddMinutes(at);
            await office.Do(new InviteToRefer(referrer, Channel.Phone), installation);
            if (at >= Named) continue;
            var lead = await office.Do(new NoteLead(referrer, DemoPeople.NameOf(chance), $"139{at:00000000}"), installation);
            if (at < came.Count && (await office.Do(new FindCustomers(new() { Query = came[at].ExternalId }, Size: 1), installation)).Rows.FirstOrDefault() is { } found) await office.Do(new LinkLead(referrer, lead, found.Number), installation);
        }
    }
}
