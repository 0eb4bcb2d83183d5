using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>Notes a unit's share of its market.</summary>
public sealed record AddMarketShare(MarketShareLine Line) : Change<Done>
{
    internal override Permission Needs => Permission.EditCustomerRules;
    internal override string Subject => $"{Line.UnitId} {Line.FromDay:yyyy-MM-dd} {Line.Share}";
    internal override IEnumerable<Problem> Check() => Line.Problems();

    internal override async Task<Done> Run(Session s)
    {
        await UnitStore.InCareToday(s, Line.UnitId, Permission.EditCustomerRules);
        await Line.Keep(s);
        return default;
    }
}
