using Regard.Organisation;
namespace Regard.Cases;

/// <summary>The calls that the caller has on the line or that ring in the caller's units, and those taken and not recorded yet; the newest first.</summary>
public sealed record ListLiveCalls : Question<IReadOnlyList<CallCard>>
{
    const int Most = 5;
    /// <summary>A call of which nothing more was told ends somewhen.</summary>
    static readonly TimeSpan longest = TimeSpan.FromHours(4);

    internal override Permission Needs => Permission.HearCases;

    internal override async Task<IReadOnlyList<CallCard>> Run(Session s)
    {
        if (s.Caller.Person is not { } me) return [];
        var sight = await CaseSight.Of(s);
        var calls = await s.Many<Call>($"""
            {CallStore.Select} where k.started_at > @since and k.recorded_at is null
              and ((k.agent_id = @me and (k.ended_at is null or k.answered_at is not null)) or (k.agent_id is null and k.ended_at is null and {s.Dialect.Among("k.unit_id", "units")}))
            order by k.started_at desc, k.id limit {Most}
            """, new Dictionary<string, object> { ["since"] = s.Now - longest, ["me"] = me, ["units"] = s.Dialect.Keys(sight.Units.Select(u => u.Value)) });
        var cards = new List<CallCard>();
        foreach (var call in calls) cards.Add(await CallCard.Of(s, call, sight));
        return cards;
    }
}
