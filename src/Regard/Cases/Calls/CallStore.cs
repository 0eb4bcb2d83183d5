using Regard.Customers;
using Regard.Organisation;
namespace Regard.Cases;

static class CallStore
{
    public const string Select = """
        select k.id, k.from_number, k.to_number, k.unit_id, u.name as unit_name, k.agent_id, p.name as agent_name, k.customer_id, k.started_at, k.answered_at, k.ended_at, k.purpose, k.words, k.case_number, k.recorded_at
        from calls k join units u on u.id = k.unit_id left join people p on p.id = k.agent_id
        """;

    /// <summary>A call that the caller took, or one to the units in the caller's care.</summary>
    public static async Task<Call> Seen(Session s, Id<Call> id)
    {
        var missing = Words.Of("There is no such call.");
        var call = await s.One<Call>($"{Select} where k.id = @id", new { id }, missing);
        var sight = await CaseSight.Of(s);
        return sight.Cares(call.UnitId) || (call.AgentId is { } agent && agent == s.Caller.Person) ? call : throw new NotFound(missing);
    }

    /// <summary>The call as the caller may see it: numbers and words are personal.</summary>
    public static Call SeenBy(Call call, CaseSight sight, Caller caller) => sight.SeesNames(call.UnitId, call.AgentId ?? default) || (call.AgentId is not null && call.AgentId == caller.Person) ? call
        : call with { FromNumber = PersonalData.Masked(call.FromNumber)!, Words = PersonalData.Masked(call.Words) };
}
