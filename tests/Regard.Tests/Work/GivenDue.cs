using Regard.Cases;
using Regard.Customers;
using Regard.Tests.Customers;
namespace Regard.Tests.Work;

/// <summary>Tasks, closed cases and events on PostgreSQL, of which nothing is due until all of it is at the same moment.</summary>
public sealed class GivenDue
{
    public const int Tasks = 20_000, Each = 120;

    public required KnownCustomers Given { get; init; }

    /// <param name="t">With the time of the real clock.</param>
    public static async Task<GivenDue> In(TestOffice t)
    {
        var g = await KnownCustomers.In(t);
        var today = DateOnly.FromDateTime(t.Clock.Now.UtcDateTime);
        await t.Do(new SaveCallBackRule(new()
        {
            Id = new(Guid.NewGuid()), UnitId = g.Company.North, Kind = EventKind.WorkOrder, Days = 1, Script = Text.Of("How is the car?", "车好吗？", "車好嗎？"), RestDays = 30, MostAttempts = 2, AgainMinutes = 240,
            FromMinute = 9 * 60, UntilMinute = 20 * 60, Since = today.AddYears(-1), IsOn = true,
        }), g.Company.Executive);
        for (var i = 0; i < Each; i++)
        {
            var heard = await t.Do(new HearCase { UnitId = g.Company.Store(1), Kind = CaseKind.Suggestion, Words = "More chairs", ContactPhone = "13800138000" }, g.Company.FrontLine);
            await t.Do(new CloseCase(heard.Number, CloseReason.NoAnswer, "Done"), g.Company.FrontLine);
            await g.Bought(await g.Add($"Customer {i}", $"1390013{i:0000}"), $"{today.AddDays(40):yyyy-MM-dd}", kind: EventKind.WorkOrder);
        }
        await g.Execute($$"""
            insert into work_items (id, kind, subject_id, title, path, unit_id, owner_id, due_at, created_at, escalates_at)
            select gen_random_uuid(), 'Request', gen_random_uuid(), '{"en":"Late"}', '/work', @unit, @owner, @due, @due, @due from generate_series(1, {{Tasks}})
            """, new { unit = g.Company.Store(1), owner = g.Company.FrontLine.Person, due = t.Clock.Now.AddDays(40) });
        return new() { Given = g };
    }

    /// <summary>Eight days after the closings, four after the events, and past the time of all tasks.</summary>
    public Task FallDue() => Given.Execute("""
        update work_items set escalates_at = escalates_at - interval '41 days' where kind = 'Request';
        update case_closures set closed_at = closed_at - interval '8 days';
        update events set day = day - 44;
        delete from settings where name in ('follow-ups-put', 'call-backs-put')
        """);

    /// <summary>As if their time had gone by.</summary>
    public Task EndLeases() => Given.Execute("update leases set until = until - interval '1 day'");

    public Task LookAgain() => Given.Execute("delete from settings where name in ('follow-ups-put', 'call-backs-put')");
    public async Task<bool> HasLooked() => await Count("select count(*) from settings where name in ('follow-ups-put', 'call-backs-put')") == 2;

    public async Task<(long Escalated, long FollowUps, long CallBacks)> Done() => (
        await Count("select count(*) from escalations e join work_items w on w.id = e.item_id where w.kind = 'Request'"), await Count("select count(*) from case_follow_ups"), await Count("select count(*) from call_backs"));

    /// <summary>Each task told of at its first level to one head, each case and each event taken up once, with one task on a list.</summary>
    public async Task<bool> IsEachOnce() =>
        await Count("select count(*) from work_items where kind = 'Request' and level = 1") == Tasks
        && await Count("select count(distinct e.item_id) from escalations e join work_items w on w.id = e.item_id where w.kind = 'Request' and e.level = 1 and e.person_id is not null") == Tasks
        && await Count("select count(distinct case_id) from case_follow_ups where days = 7") == Each && await Count("select count(distinct event_id) from call_backs where skipped is null") == Each
        && await Count("select count(distinct w.subject_id) from work_items w join case_follow_ups f on f.id = w.subject_id where w.kind = 'CaseFollowUp'") == Each && await Count("select count(*) from work_items where kind = 'CaseFollowUp'") == Each
        && await Count("select count(distinct w.subject_id) from work_items w join call_backs b on b.id = w.subject_id where w.kind = 'CallBack'") == Each && await Count("select count(*) from work_items where kind = 'CallBack'") == Each;

    Task<long> Count(string sql) => Given.Write(s => s.Value<long>(sql));
}
