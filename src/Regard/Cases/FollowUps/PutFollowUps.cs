using System.Globalization;
using Regard.Customers;
using Regard.Files;
using Regard.Organisation;
using Regard.Work;
namespace Regard.Cases;

/// <summary>Puts the follow-ups that have become due on their owners' lists, each once, and takes off those that are needed no more; tells how many it decided on.</summary>
/// <param name="Rest">Does nothing when it was done so lately.</param>
public sealed record PutFollowUps(TimeSpan Rest = default) : Change<int>
{
    const int AtOnce = 500;
    /// <summary>Nobody asks so many days after it was due, as after a long standstill.</summary>
    const int TooLate = 14;
    const string DoneAt = "follow-ups-put";

    internal override Permission Needs => Permission.RunInstallation;
    internal override bool Audited => false;

    internal override async Task<int> Run(Session s)
    {
        await s.NextNumber("follow-ups", 0);
        if (Rest > TimeSpan.Zero && await IsFresh(s)) return 0;
        var ended = await EndNeedless(s);
        var rules = await Versions(s);
        var calendars = await CalendarStore.All(s);
        var away = await AbsenceStore.Today(s);
        var put = 0;
        foreach (var days in rules.Values.SelectMany(r => r.FollowUpDays).Distinct().Order())
            foreach (var closed in (await Due(s, days)).Where(c => rules[c.RulesNumber].FollowUpDays.Contains(days)))
            {
                await Put(s, closed, days, rules[closed.RulesNumber], calendars, away);
                put++;
            }
        if (put < AtOnce) await s.Write("insert into settings (name, value) values (@DoneAt, @now) on conflict (name) do update set value = @now", new { DoneAt, now = s.Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) });
        return put + ended;
    }

    async Task<bool> IsFresh(Session s) => long.TryParse(await s.Maybe<string>("select value from settings where name = @DoneAt", new { DoneAt }), CultureInfo.InvariantCulture, out var at)
        && s.Now - DateTimeOffset.FromUnixTimeMilliseconds(at) is var past && past >= TimeSpan.Zero && past < Rest;

    static async Task<Dictionary<long, CaseRules>> Versions(Session s)
    {
        var versions = new Dictionary<long, CaseRules> { [0] = CaseRules.AsDelivered };
        foreach (var number in await s.Many<long>("select number from case_rules")) versions[number] = await CaseStore.Rules(s, number);
        return versions;
    }

    /// <summary>Who left neither name nor number cannot be asked.</summary>
    static Task<List<ClosedCase>> Due(Session s, int days) => s.Many<ClosedCase>($"""
        select k.customer_id, k.case_id, k.number as closure, k.closed_at, c.number, c.unit_id, c.owner_id, c.about_id, c.is_known, c.rules_number
        from case_closures k join cases c on c.customer_id = k.customer_id and c.id = k.case_id
          left join case_follow_ups f on f.customer_id = k.customer_id and f.case_id = k.case_id and f.closure = k.number and f.days = @days
        where k.reopened_at is null and k.closed_at <= @until and k.closed_at > @from and k.reason <> '{nameof(CloseReason.Spam)}' and c.state = '{nameof(CaseState.Closed)}' and f.id is null
          and (c.is_known or c.contact_phone is not null or c.contact_email is not null)
        order by k.closed_at, k.case_id limit {AtOnce}
        """, new { days, until = s.Now.AddDays(-days), from = s.Now.AddDays(-days - TooLate) });

    static async Task Put(Session s, ClosedCase c, int days, CaseRules rules, UnitCalendars calendars, StandIns away)
    {
        var id = new Id<FollowUp>(ImportKeys.Of("follow-up", $"{c.CaseId} {c.Closure} {days}"));
        var retained = rules.FollowUpsEndWhenBought && c.IsKnown && await Bought(s, c.CustomerId, c.ClosedAt);
        var calendar = calendars.Of(c.UnitId);
        var day = calendar.DayOf(s.Now);
        var due = calendar.EndOf(calendar.IsWorkday(day) && s.Now < calendar.EndOf(day) ? day : calendar.NextWorkday(day));
        var owner = retained ? null : await Owner(s, c, away);
        await s.Write("""
            insert into case_follow_ups (customer_id, id, case_id, closure, days, unit_id, owner_id, due_at, state, words, created_at, ended_at)
            values (@CustomerId, @id, @CaseId, @Closure, @days, @UnitId, @owner, @due, @state, '', @Now, @ended)
            """, new { c.CustomerId, id, c.CaseId, c.Closure, days, c.UnitId, owner, due, state = (retained ? FollowUpState.Retained : FollowUpState.Open).ToString(), s.Now, ended = retained ? s.Now : (DateTimeOffset?)null });
        if (!retained) await new PutWorkItem(WorkKind.CaseFollowUp, id.Value, CaseWork.Said(Words.Of("Ask how it is now: case No. {0}, {1} days after", c.Number, days)), "/follow-ups", c.UnitId, owner, due) { Calendar = calendar }.Run(s);
    }

    /// <summary>The owner or the stand-in; when the owner has left, whoever takes what no person heard.</summary>
    static async Task<Id<Person>?> Owner(Session s, ClosedCase c, StandIns away) => (await PersonStore.Find(s, c.OwnerId)).LeftAt is null
        ? away.Acting(c.OwnerId) ?? c.OwnerId : await CaseOwners.Found(s, c.UnitId, c.IsKnown ? c.CustomerId : null, c.AboutId);

    static async Task<bool> Bought(Session s, Id<Customer> customer, DateTimeOffset closed)
    {
        var goer = await Merging.Goer(s, customer);
        var keys = (await Merging.Into(s, goer)).Select(m => m.CustomerId.Value).Append(goer.Value);
        return await s.Value<long>($"select count(*) from events where {s.Dialect.Among("customer_id", "keys")} and kind = 'Purchase' and day > @day",
            new Dictionary<string, object> { ["keys"] = s.Dialect.Keys(keys), ["day"] = DateOnly.FromDateTime(closed.UtcDateTime) }) > 0;
    }

    /// <summary>Those whose case is open again or goes on in another, or whose customer has bought since.</summary>
    static async Task<int> EndNeedless(Session s)
    {
        var open = await s.Many<OpenOne>("""
            select f.customer_id, f.id, c.state, c.is_known, c.rules_number, k.closed_at, k.reopened_at from case_follow_ups f join cases c on c.customer_id = f.customer_id and c.id = f.case_id
              join case_closures k on k.customer_id = f.customer_id and k.case_id = f.case_id and k.number = f.closure
            where f.ended_at is null
            """);
        var ended = 0;
        foreach (var f in open)
        {
            var why = f.State != CaseState.Closed || f.ReopenedAt is not null ? FollowUpState.FellAway
                : f.IsKnown && (await CaseStore.Rules(s, f.RulesNumber)).FollowUpsEndWhenBought && await Bought(s, f.CustomerId, f.ClosedAt) ? FollowUpState.Retained : FollowUpState.Open;
            if (why == FollowUpState.Open) continue;
            await s.Write("update case_follow_ups set state = @why, ended_at = @Now where customer_id = @CustomerId and id = @Id and ended_at is null", new { why = why.ToString(), s.Now, f.CustomerId, f.Id });
            await new SettleWorkItem(WorkKind.CaseFollowUp, f.Id.Value).Run(s);
            ended++;
        }
        return ended;
    }

    sealed record ClosedCase
    {
        public required Id<Customer> CustomerId { get; init; }
        public required Id<Case> CaseId { get; init; }
        public required long Closure { get; init; }
        public required DateTimeOffset ClosedAt { get; init; }
        public required long Number { get; init; }
        public required Id<Unit> UnitId { get; init; }
        public required Id<Person> OwnerId { get; init; }
        public Id<Person>? AboutId { get; init; }
        public required bool IsKnown { get; init; }
        public required long RulesNumber { get; init; }
    }

    sealed record OpenOne
    {
        public required Id<Customer> CustomerId { get; init; }
        public required Id<FollowUp> Id { get; init; }
        public required CaseState State { get; init; }
        public required bool IsKnown { get; init; }
        public required long RulesNumber { get; init; }
        public required DateTimeOffset ClosedAt { get; init; }
        public DateTimeOffset? ReopenedAt { get; init; }
    }
}
