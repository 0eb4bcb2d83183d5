using Regard.Organisation;
using Regard.Post;
using Regard.Post.Channels;
using Regard.Storage;
using Regard.Tests.Customers;
using Regard.Tests.Organisation;
using Regard.Work;
namespace Regard.Tests.Work;

public class EscalationTests
{
    sealed record Fact
    {
        public required Id<WorkItem> ItemId { get; init; }
        public required int Level { get; init; }
        public required DateTimeOffset At { get; init; }
        public Id<Person>? PersonId { get; init; }
        public required bool TookOver { get; init; }
    }

    sealed record Facts : Question<List<Fact>>
    {
        internal override Permission Needs => Permission.RunInstallation;
        internal override Task<List<Fact>> Run(Session s) => s.Many<Fact>("select item_id, level, at, person_id, took_over from escalations order by at, level, item_id");
    }

    static Task<Done> Put(TestOffice t, Company c, DateTimeOffset due, Id<Person>? owner, WorkKind kind = WorkKind.Case, Guid? subject = null) =>
        t.Do(new PutWorkItem(kind, subject ?? Guid.CreateVersion7(t.Clock.Now), Text.OneFor(Language.English, "Late"), "/work", c.Store(1), owner, due));

    static async Task<int> Sweep(TestOffice t, TimeSpan later)
    {
        t.Clock.Now += later;
        return await t.Do(new EscalateDue());
    }

    // Thursday nine o'clock; the standard calendar is nine to six, Monday to Friday, in UTC.
    [Theory, EachDatabase]
    public async Task What_is_late_climbs_from_head_to_head_each_level_by_its_own_clock(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        await Put(t, c, t.Clock.Now.AddHours(1), c.FrontLine.Person);
        Assert.Equal(0, await Sweep(t, TimeSpan.FromMinutes(59)));
        Assert.Equal(1, await Sweep(t, TimeSpan.FromMinutes(1)));
        Assert.Equal(0, await Sweep(t, TimeSpan.FromMinutes(239)));
        Assert.Equal(1, await Sweep(t, TimeSpan.FromMinutes(1)));
        // Eight working hours after two in the afternoon of Thursday.
        Assert.Equal(0, await Sweep(t, TimeSpan.FromHours(22) + TimeSpan.FromMinutes(59)));
        Assert.Equal(1, await Sweep(t, TimeSpan.FromMinutes(1)));
        Assert.Equal(0, await Sweep(t, TimeSpan.FromDays(30)));
        Assert.Equal([(1, c.StoreManager.Person), (2, c.RegionalManager.Person), (3, c.Executive.Person)], (await t.Do(new Facts())).Select(f => (f.Level, f.PersonId)));
    }

    [Theory, EachDatabase]
    public async Task What_is_done_or_moved_does_not_climb(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var (done, moved) = (Guid.NewGuid(), Guid.NewGuid());
        await Put(t, c, t.Clock.Now.AddHours(1), c.FrontLine.Person, subject: done);
        await Put(t, c, t.Clock.Now.AddHours(1), c.FrontLine.Person, subject: moved);
        await t.Do(new SettleWorkItem(WorkKind.Case, done));
        await t.Do(new MoveWorkItem(WorkKind.Case, moved, c.FrontLine.Person, t.Clock.Now.AddHours(3)));
        Assert.Equal(0, await Sweep(t, TimeSpan.FromHours(2)));
        Assert.Equal(1, await Sweep(t, TimeSpan.FromHours(1)));
        Assert.Single(await t.Do(new Facts()));
    }

    [Theory, EachDatabase]
    public async Task A_head_who_is_away_is_acted_for_and_the_owner_is_never_told_of_the_own_delay(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var today = DateOnly.FromDateTime(t.Clock.Now.UtcDateTime);
        await t.Do(new NoteAbsence(c.RegionalManager.Person!.Value, today, today, c.Analyst.Person), c.RegionalManager);
        await Put(t, c, t.Clock.Now, c.StoreManager.Person);
        await Sweep(t, TimeSpan.FromMinutes(1));
        Assert.Equal(c.Analyst.Person, Assert.Single(await t.Do(new Facts())).PersonId);
        await t.Do(new NoteAbsence(c.Executive.Person!.Value, today, today, null), c.Executive);
        await Put(t, c, t.Clock.Now, c.RegionalManager.Person);
        await t.Do(new NoteAbsence(c.StoreManager.Person!.Value, today, today, null), c.StoreManager);
        Assert.Equal(1, await Sweep(t, TimeSpan.FromMinutes(1)));
        Assert.Null((await t.Do(new Facts()))[^1].PersonId);
    }

    [Theory, EachDatabase]
    public async Task A_ladder_of_ones_own_holds_for_what_is_put_from_then_on(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        await Put(t, c, t.Clock.Now, c.FrontLine.Person, WorkKind.Request);
        Assert.Equal(1, await t.Do(new SetLadder(WorkKind.Request, [new(30, LadderStep.TakeOver)]), c.Executive));
        await Put(t, c, t.Clock.Now, c.FrontLine.Person, WorkKind.Request);
        Assert.Equal(2, await t.Do(new SetLadder(WorkKind.Request, []), c.Executive));
        Assert.Equal(1, await Sweep(t, TimeSpan.FromMinutes(30)));
        var fact = Assert.Single(await t.Do(new Facts()));
        Assert.True(fact.TookOver);
        Assert.Equal(fact.ItemId, Assert.Single((await t.Do(new ListMyWork(), c.StoreManager)).Mine).Id);
        Assert.Equal(0, await Sweep(t, TimeSpan.FromHours(4)));
        Assert.Equal(1, await Sweep(t, TimeSpan.FromHours(4)));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SetLadder(WorkKind.Case, [new(30, LadderStep.TakeOver)]), c.Executive));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SetLadder(WorkKind.Case, [new(-1, LadderStep.Inform)]), c.Executive));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new SetLadder(WorkKind.Case, []), c.Analyst));
        var shown = await t.Do(new ShowLadders(), c.FrontLine);
        Assert.Equal((2, 3), ((int)shown.Single(l => l.Ladder.Kind == WorkKind.Request).Ladder.Version, shown.Single(l => l.Ladder.Kind == WorkKind.Case).Ladder.Levels.Count));
    }

    [Theory, EachDatabase]
    public async Task A_customer_who_asks_for_a_superior_is_heard_at_once_and_again_by_the_next(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var subject = Guid.NewGuid();
        await Put(t, c, t.Clock.Now.AddHours(8), c.FrontLine.Person, subject: subject);
        foreach (var head in new[] { c.StoreManager, c.RegionalManager, c.Executive, c.Executive }) Assert.Equal(head.Person, await t.Do(new RaiseWorkItem(WorkKind.Case, subject)));
        await t.Do(new SettleWorkItem(WorkKind.Case, subject));
        Assert.Null(await t.Do(new RaiseWorkItem(WorkKind.Case, subject)));
        Assert.Equal([1, 2, 3, 4], (await t.Do(new Facts())).Select(f => f.Level));
    }

    [Theory, EachDatabase]
    public async Task Two_nodes_that_sweep_at_once_tell_of_each_task_once(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        for (var i = 0; i < 200; i++) await Put(t, c, t.Clock.Now, c.FrontLine.Person);
        var nodes = Enumerable.Range(0, 4).Select(_ => new Office(Database.At(t.Setting), t.Clock)).ToList();
        var swept = await Task.WhenAll(nodes.Select(n => Task.Run(() => n.Do(new EscalateDue(), t.Installation))));
        Assert.Equal(200, swept.Sum());
        Assert.Equal(200, (await t.Do(new Facts())).DistinctBy(f => f.ItemId).Count());
        Assert.Equal(200, (await t.Do(new Facts())).Count);
    }

    [Theory, EachDatabase]
    public async Task A_node_that_dies_in_the_middle_of_a_sweep_leaves_all_of_it_to_the_next(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        for (var i = 0; i < 50; i++) await Put(t, c, t.Clock.Now, c.FrontLine.Person);
        Task<int> other;
        await using (var connection = await t.Database.Open())
        {
            await using var work = await t.Database.Dialect.Begin(connection, writing: true);
            Assert.Equal(50, await new EscalateDue().Run(new Session(work, t.Database.Dialect, t.Installation, t.Clock.Now)));
            // The other begins while this one holds its locks, and this one never commits.
            other = Task.Run(() => new Office(Database.At(t.Setting), t.Clock).Do(new EscalateDue(), t.Installation), TestContext.Current.CancellationToken);
        }
        Assert.Equal(50, await other);
        Assert.Equal(50, (await t.Do(new Facts())).Count);
        Assert.Equal(0, await t.Do(new EscalateDue()));
    }

    [Theory, EachDatabase]
    public async Task The_timetable_of_one_node_of_two_sweeps(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        await Put(t, c, t.Clock.Now, c.FrontLine.Person);
        var (one, two) = (new Timetable(t.Office), new Timetable(new Office(Database.At(t.Setting), t.Clock)));
        await one.Escalate();
        await Put(t, c, t.Clock.Now, c.FrontLine.Person);
        await two.Escalate();
        Assert.Single(await t.Do(new Facts()));
        t.Clock.Now += TimeSpan.FromMinutes(3);
        await two.Escalate();
        Assert.Equal(2, (await t.Do(new Facts())).Count);
    }

    static async Task<IReadOnlyList<Message>> Told(TestOffice t) => [.. (await t.Do(new ListMessages(new()))).Rows.OrderBy(m => m.Recipient, StringComparer.Ordinal)];

    static Task<Id<Channel>> Mail(TestOffice t) => t.Do(new SaveChannel(null, ChannelKind.Smtp, "out", new() { Host = "mail.test", Port = 465, Address = "care@regard.test" }));

    static Task<Id<Channel>> Robot(TestOffice t, string name, Id<Unit>? unit) =>
        t.Do(new SaveChannel(null, ChannelKind.WeCom, name, new() { Url = Robots.UsualUrl(ChannelKind.WeCom), UnitId = unit }) { Token = "token" });

    [Theory, EachDatabase]
    public async Task A_head_gets_one_mail_of_all_that_has_come_up_in_a_sweep_and_the_robot_of_the_nearest_unit_one_message(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        await Put(t, c, t.Clock.Now, c.FrontLine.Person);
        await Sweep(t, TimeSpan.Zero);
        Assert.Empty(await Told(t));
        await Mail(t);
        await Robot(t, "north", c.North);
        await Robot(t, "group", c.Group);
        await Robot(t, "nobody", null);
        await t.Do(new SetPublicAddress("https://care.example.com"), c.Administrator);
        for (var i = 0; i < 22; i++) await Put(t, c, t.Clock.Now, c.FrontLine.Person);
        await Sweep(t, TimeSpan.Zero);
        var store = (await t.Do(new ListPeople(), c.Executive)).Single(p => p.Id == c.StoreManager.Person).Email;
        Assert.Equal([(MessageKind.Robot, "north"), (MessageKind.Mail, store)], (await Told(t)).Select(m => (m.Kind, m.Recipient)));
        Assert.All(await Told(t), m => Assert.Equal("Not done in time: 22 for you to see to", m.Subject));
        var letter = (await GivenCustomers.Look(t, $"select letter from outbox where kind = 'Mail'")).Single();
        Assert.Contains("and 2 more", letter);
        Assert.Contains("https://care.example.com/work", letter);
        await Sweep(t, TimeSpan.FromHours(5));
        Assert.Equal(4, (await Told(t)).Count);
    }

    [Theory, EachDatabase]
    public async Task Two_nodes_that_sweep_at_once_send_a_head_one_message_and_one_that_dies_sends_none(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        await Mail(t);
        for (var i = 0; i < 50; i++) await Put(t, c, t.Clock.Now, c.FrontLine.Person);
        await using (var connection = await t.Database.Open())
        {
            await using var work = await t.Database.Dialect.Begin(connection, writing: true);
            Assert.Equal(50, await new EscalateDue().Run(new Session(work, t.Database.Dialect, t.Installation, t.Clock.Now)));
        }
        Assert.Empty(await Told(t));
        var nodes = Enumerable.Range(0, 4).Select(_ => new Office(Database.At(t.Setting), t.Clock)).ToList();
        await Task.WhenAll(nodes.Select(n => Task.Run(() => n.Do(new EscalateDue(), t.Installation))));
        Assert.Equal("Not done in time: 50 for you to see to", Assert.Single(await Told(t)).Subject);
    }
}
