using Regard.Organisation;
namespace Regard.Cases;

/// <summary>Sets after which events customers are called. Calls already listed stay.</summary>
public sealed record SaveCallBackRule(CallBackRule Rule) : Change<Id<CallBackRule>>
{
    internal override Permission Needs => Permission.EditCaseRules;
    internal override string Subject => $"{Rule.Id} {Rule.Kind} {Rule.UnitId}";
    internal override IEnumerable<Problem> Check() => Rule.Problems();

    internal override async Task<Id<CallBackRule>> Run(Session s)
    {
        await UnitStore.InCareToday(s, Rule.UnitId, Needs);
        if (await s.Maybe<Id<Unit>?>("select unit_id from call_back_rules where id = @Id", new { Rule.Id }) is { } before) await UnitStore.InCareToday(s, before, Needs);
        await s.Write("""
            insert into call_back_rules (id, unit_id, kind, category, days, script, rest_days, most_attempts, again_minutes, from_minute, until_minute, since, is_on, saved_by, saved_at)
            values (@Id, @UnitId, @kind, @category, @Days, @Script, @RestDays, @MostAttempts, @AgainMinutes, @FromMinute, @UntilMinute, @Since, @IsOn, @Person, @Now)
            on conflict (id) do update set unit_id = @UnitId, kind = @kind, category = @category, days = @Days, script = @Script, rest_days = @RestDays, most_attempts = @MostAttempts,
              again_minutes = @AgainMinutes, from_minute = @FromMinute, until_minute = @UntilMinute, since = @Since, is_on = @IsOn, saved_by = @Person, saved_at = @Now
            """, new
        {
            Rule.Id, Rule.UnitId, kind = Rule.Kind.ToString(), category = string.IsNullOrWhiteSpace(Rule.Category) ? null : Rule.Category.Trim(), Rule.Days, Rule.Script, Rule.RestDays, Rule.MostAttempts, Rule.AgainMinutes,
            Rule.FromMinute, Rule.UntilMinute, Rule.Since, Rule.IsOn, s.Caller.Person, s.Now,
        });
        return Rule.Id;
    }
}

public sealed record ListCallBackRules : Question<IReadOnlyList<CallBackRule>>
{
    internal override Permission Needs => Permission.SeeCases;

    internal override async Task<IReadOnlyList<CallBackRule>> Run(Session s)
    {
        var sight = await CaseSight.Of(s);
        return [.. (await s.Many<CallBackRule>($"select {CallBackRule.Columns} from call_back_rules order by saved_at, id")).Where(r => sight.Tree.Under(r.UnitId).Any(u => sight.Cares(u.Id)))];
    }
}
