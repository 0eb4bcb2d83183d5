using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>Takes a market share out of the series.</summary>
public sealed record RemoveMarketShare(Id<Unit> UnitId, DateOnly FromDay, DateOnly LastDay, string Source) : Change<Done>
{
    internal override Permission Needs => Permission.EditCustomerRules;
    internal override string Subject => $"{UnitId} {FromDay:yyyy-MM-dd}";

    internal override async Task<Done> Run(Session s)
    {
        await UnitStore.InCareToday(s, UnitId, Permission.EditCustomerRules);
        if (await s.Write("delete from market_shares where unit_id = @UnitId and from_day = @FromDay and last_day = @LastDay and source = @Source", new { UnitId, FromDay, LastDay, Source }) == 0) throw new NotFound("There is no such market share.");
        return default;
    }
}
