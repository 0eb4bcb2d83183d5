using Regard.Cases;
using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Care;

/// <summary>What the consents of the last year say of the limits: where nearly all that was asked was agreed to, asking could be spared.</summary>
public sealed record SuggestLimits : Question<IReadOnlyList<LimitSuggestion>>
{
    /// <summary>Fewer decisions say nothing; nine in ten must have been agreed to, with the lower end of the interval.</summary>
    public const int Fewest = 20;
    public const double Agreed = 0.9;

    internal override Permission Needs => Permission.EditCaseRules;

    internal override async Task<IReadOnlyList<LimitSuggestion>> Run(Session s)
    {
        var (_, rules) = await CareStore.RulesNow(s);
        var judged = await s.Many<Judged>("""
            select g.asked_by, g.grade, g.cause, g.amount, g.limit_then, g.judged_at, case when g.state = 'Refused' then 0 else 1 end as agreed, r.role
            from gestures g join roles_held r on r.person_id = g.asked_by and r.from_day <= @Today and (r.until_day is null or r.until_day > @Today) and r.role in ('FrontLine', 'Manager')
            where g.judged_at >= @from and g.reasons in ('OverLimit', 'NoAuthority')
            """, new { from = s.Now.AddYears(-1), s.Today });
        return [.. judged.GroupBy(j => j.Role).Select(g => Suggest(g.Key, [.. g.DistinctBy(j => (j.AskedBy, j.JudgedAt, j.Amount))], rules)).OfType<LimitSuggestion>().OrderBy(g => g.Role)];
    }

    /// <summary>The highest amount up to which nearly all was agreed to.</summary>
    internal static LimitSuggestion? Suggest(Role role, IReadOnlyList<Judged> judged, AuthorityRules rules)
    {
        var now = rules.Of([role], "", null)?.Limit ?? 0;
        var ordered = judged.Where(j => j.Amount > now).OrderBy(j => j.Amount).ToList();
        LimitSuggestion? best = null;
        for (var (i, agreed) = (0, 0); i < ordered.Count; i++)
        {
            agreed += ordered[i].Agreed;
            if (i + 1 < Fewest || (i + 1 < ordered.Count && ordered[i + 1].Amount == ordered[i].Amount)) continue;
            var share = Wilson.Share(agreed, i + 1);
            if (share.Lower >= Agreed) best = new(role, now, ordered[i].Amount, share, i + 1, ordered.Count);
        }
        return best;
    }

    internal sealed record Judged
    {
        public required Id<Person> AskedBy { get; init; }
        public required string Grade { get; init; }
        public Cause? Cause { get; init; }
        public required long Amount { get; init; }
        public long? LimitThen { get; init; }
        public required DateTimeOffset JudgedAt { get; init; }
        public required int Agreed { get; init; }
        public required Role Role { get; init; }
    }
}

/// <param name="Agreed">Share of what was asked up to that amount that was agreed to.</param>
/// <param name="Spared">Askings of the last year that this limit would have spared, out of all.</param>
public sealed record LimitSuggestion(Role Role, long Now, long Suggested, Estimate Agreed, int Spared, int Asked);
