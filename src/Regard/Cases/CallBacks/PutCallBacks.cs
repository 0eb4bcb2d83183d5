using System.Globalization;
using Regard.Customers;
using Regard.Files;
using Regard.Organisation;
using Regard.Work;
namespace Regard.Cases;

/// <summary>Lists the calls that have become due by the rules, each event once; tells how many events it decided on.</summary>
/// <param name="Rest">Does nothing when it was done so lately.</param>
public sealed record PutCallBacks(TimeSpan Rest = default) : Change<int>
{
    const int AtOnce = 500;
    const string DoneAt = "call-backs-put";

    internal override Permission Needs => Permission.RunInstallation;
    internal override bool Audited => false;

    internal override async Task<int> Run(Session s)
    {
        await s.NextNumber("call-backs", 0);
        if (Rest > TimeSpan.Zero && await IsFresh(s)) return 0;
        var rules = await s.Many<CallBackRule>($"select {CallBackRule.Columns} from call_back_rules where is_on order by saved_at, id");
        var decided = 0;
        if (rules.Count > 0)
        {
            var calendars = await CalendarStore.All(s);
            var tree = await UnitStore.Tree(s, s.Today);
            var hands = await CallBackHands.Of(s, tree);
            foreach (var rule in rules) decided += await Put(s, rule, calendars, tree, hands);
        }
        // What did not fit into this round is not left until the next.
        if (decided < AtOnce) await s.Write("insert into settings (name, value) values (@DoneAt, @now) on conflict (name) do update set value = @now", new { DoneAt, now = s.Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) });
        return decided;
    }

    async Task<bool> IsFresh(Session s) => long.TryParse(await s.Maybe<string>("select value from settings where name = @DoneAt", new { DoneAt }), CultureInfo.InvariantCulture, out var at)
        && s.Now - DateTimeOffset.FromUnixTimeMilliseconds(at) is var past && past >= TimeSpan.Zero && past < Rest;

    static async Task<int> Put(Session s, CallBackRule rule, UnitCalendars calendars, UnitTree tree, CallBackHands hands)
    {
        var oldest = s.Today.AddDays(-(3 * rule.Days + 2 * CallBackRule.TooLate + 14));
        var events = await s.Many<Happened>($"""
            select e.customer_id, e.id, e.day, e.unit_id from events e left join call_backs b on b.customer_id = e.customer_id and b.event_id = e.id and b.rule_id = @Id
            where e.kind = @kind and e.day >= @from and e.day <= @until and {s.Dialect.Among("e.unit_id", "units")} {(rule.Category is null ? "" : "and e.category = @Category")} and b.id is null
            order by e.day, e.id
            """, new Dictionary<string, object?>
        {
            ["Id"] = rule.Id, ["kind"] = rule.Kind.ToString(), ["from"] = oldest > rule.Since ? oldest : rule.Since, ["until"] = s.Today.AddDays(1 - rule.Days), ["Category"] = rule.Category,
            ["units"] = s.Dialect.Keys(tree.Under(rule.UnitId).Select(u => u.Id.Value)),
        });
        var decided = 0;
        foreach (var happened in events)
        {
            var calendar = calendars.Of(happened.UnitId);
            var (day, today) = (rule.CallDay(happened.Day, calendar), calendar.DayOf(s.Now));
            if (day > today || day < today.AddDays(-CallBackRule.TooLate)) continue;
            if (decided++ == AtOnce) break;
            await Decide(s, rule, happened, rule.Window(day < today ? s.Now : calendar.Midnight(day), calendar), hands, calendar);
        }
        return decided;
    }

    static async Task Decide(Session s, CallBackRule rule, Happened happened, (DateTimeOffset From, DateTimeOffset Until) window, CallBackHands hands, WorkingCalendar calendar)
    {
        var customer = await Merging.Goer(s, happened.CustomerId);
        var why = await Why(s, rule, customer);
        var owner = why is null ? hands.Next(happened.UnitId) : null;
        var id = new Id<CallBack>(ImportKeys.Of("call-back", $"{rule.Id} {happened.CustomerId} {happened.Id}"));
        // Under the key of the event's own customer, so that a later merge decides nothing again.
        var key = happened.CustomerId;
        await s.Write("""
            insert into call_backs (customer_id, id, rule_id, event_id, event_day, unit_id, owner_id, call_from, due_at, attempts, state, skipped, created_at, ended_at)
            values (@key, @id, @rule, @event, @day, @UnitId, @owner, @From, @Until, 0, @state, @why, @Now, @ended)
            """, new
        {
            key, id, rule = rule.Id, @event = happened.Id, day = happened.Day, happened.UnitId, owner, window.From, window.Until, state = (why is null ? CallBackState.Open : CallBackState.Skipped).ToString(), why = why?.ToString(), s.Now,
            ended = why is null ? (DateTimeOffset?)null : s.Now,
        });
        if (why is null) await new PutWorkItem(WorkKind.CallBack, id.Value, Title(happened.Day), "/call-backs", happened.UnitId, owner, window.Until) { Calendar = calendar }.Run(s);
    }

    static Text Title(DateOnly day) => new(Languages.All.ToDictionary(l => l.Tag(), l => Words.Of("Ask a customer how it was on {0:yyyy-MM-dd}", day).In(l)));

    static async Task<WhyNoCall?> Why(Session s, CallBackRule rule, Id<Customer> customer)
    {
        if (Canonical.Phone(await s.Maybe<string>("select phone from customers where customer_id = @customer", new { customer })) is null) return WhyNoCall.NoNumber;
        if (await s.Maybe<bool?>("""
            select given from consents where customer_id = @customer and purpose = 'Service' and channel = 'Phone' order by said_on desc, noted_at desc, id desc limit 1
            """, new { customer }) == false) return WhyNoCall.NoConsent;
        // Those merged into the customer are the same one.
        var keys = (await Merging.Into(s, customer)).Select(m => m.CustomerId.Value).Append(customer.Value);
        var lately = await s.Value<long>($"select count(*) from call_backs where {s.Dialect.Among("customer_id", "keys")} and state <> 'Skipped' and (ended_at is null or created_at > @since)",
            new Dictionary<string, object> { ["keys"] = s.Dialect.Keys(keys), ["since"] = s.Now.AddDays(-rule.RestDays) });
        return lately > 0 ? WhyNoCall.CalledLately : null;
    }

    sealed record Happened
    {
        public required Id<Customer> CustomerId { get; init; }
        public required Id<CustomerEvent> Id { get; init; }
        public required DateOnly Day { get; init; }
        public required Id<Unit> UnitId { get; init; }
    }
}
