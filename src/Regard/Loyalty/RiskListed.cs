using System.Text.Json.Serialization;
using Regard.Customers;
using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>A customer at risk, in a list.</summary>
public sealed record RiskListed : ListedCustomer
{
    public Id<Unit>? UnitId { get; init; }
    public string? UnitName { get; init; }
    public required string Grade { get; init; }
    public required string Segment { get; init; }
    public DateOnly? LastDay { get; init; }
    public required double Risk { get; init; }
    /// <summary>What is expected to be lost, in the smallest unit of the currency.</summary>
    public required double Stake { get; init; }
    [JsonIgnore] public string? Reasons { get; init; }
    public IReadOnlyList<RiskCause> Causes => RiskCause.Read(Reasons);
}

/// <summary>Which customers at risk are asked for, masked where the caller may not see who they are.</summary>
sealed record RiskRowsAsked(string Where, Dictionary<string, object> Values, HashSet<Id<Unit>> Named)
{
    public static async Task<RiskRowsAsked> Of(Session s, Id<Unit> under, string? grade, string? segment)
    {
        var tree = await UnitStore.Tree(s, s.Today);
        var values = new Dictionary<string, object> { ["units"] = s.Dialect.Keys(tree.Under(under).Select(u => u.Id.Value)) };
        var where = $"s.stake is not null and {s.Dialect.Among("s.unit_id", "units")}";
        if (!string.IsNullOrEmpty(grade)) { values["grade"] = grade; where += " and s.grade = @grade"; }
        if (!string.IsNullOrEmpty(segment)) { values["segment"] = segment; where += " and s.segment = @segment"; }
        return new(where, values, tree.InCare(s.Caller, Permission.SeePersonalData));
    }

    public async Task<IReadOnlyList<RiskListed>> Rows(Session s, int size, int skip)
    {
        var rows = await s.Many<RiskListed>($"""
            select s.customer_id, c.number, c.name, c.phone, s.unit_id, u.name as unit_name, s.grade, s.segment, s.last_day, s.risk, s.stake, s.reasons
            from standings s join customers c on c.customer_id = s.customer_id left join units u on u.id = s.unit_id
            where {Where} order by s.stake desc, s.customer_id limit @size offset @skip
            """, new Dictionary<string, object>(Values) { ["size"] = size, ["skip"] = skip });
        return [.. rows.Select(r => r.Shown(r.UnitId is { } unit && Named.Contains(unit)))];
    }

    public Task<long> Count(Session s) => s.Value<long>($"select count(*) from standings s where {Where}", Values);
}
