using Regard.Customers;
using Regard.Storage;
using Regard.Tests.Organisation;
namespace Regard.Tests.Customers;

public class TwinTests
{
    [Theory, EachDatabase]
    public async Task Customers_that_share_a_number_an_address_or_a_rare_name_are_found_with_the_reasons(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await KnownCustomers.In(t);
        await g.Add("张三", "138 0013 8000");
        await g.Add("张三", "+86-13800138000");
        await g.Add("李娜", email: "Li.Na@Example.com");
        await g.Add(null, email: "li.na@example.com ");
        await g.AddAsset(await g.Add("王一"), "沪A·12345");
        await g.AddAsset(await g.Add("王二"), "沪a12345", "VIN1");
        await g.Add("尉迟敬德");
        await g.Add("尉迟 敬德");
        await g.Add("尉迟敬德", unit: g.Company.Store(3));
        for (var i = 0; i < 9; i++) await g.Add($"赵{i}号", "021-55556666");
        for (var i = 0; i < 5; i++) await g.Add("王伟");
        var account = await g.Add("远大", "010-88889999", kind: CustomerKind.Account);
        await g.Add("周甲", "010-88889999", account: account);
        await g.Add("周乙", "010-88889999", account: account);

        Assert.Null((await t.Do(new ListTwins(), g.Company.Executive)).LastSearch);
        await new DuplicateSearch(t.Office, t.Clock, 7).Run(g.Company.RegionalManager);
        var found = await t.Do(new ListTwins(), g.Company.Executive);
        Assert.Equal(
            [("张三", "Phone Name"), ("李娜", "Email"), ("尉迟敬德", "RareNameAtUnit")],
            found.Pairs.Select(p => (p.First.Customer.Name, string.Join(' ', p.Reasons))));
        Assert.Equal((0.88, 0.7, 0.45), (found.Pairs[0].Score, found.Pairs[1].Score, found.Pairs[2].Score));
        Assert.Equal((26, 3, 1), (found.LastSearch!.Customers, found.LastSearch.Pairs, found.LastSearch.Crowds));
    }

    [Theory, EachDatabase]
    public async Task A_pair_is_judged_once_and_seen_only_by_who_cares_for_both(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await KnownCustomers.In(t);
        var (a, b, c) = (await g.Add("张三", "13800138000"), await g.Add("张三", "13800138000"), await g.Add("张三", "13800138000", unit: g.Company.Store(2)));
        await new DuplicateSearch(t.Office, t.Clock, 7).Run(g.Company.StoreManager);
        Assert.Equal(1, (await t.Do(new ListTwins(), g.Company.StoreManager)).Waiting);
        Assert.Equal(3, (await t.Do(new ListTwins(Size: 2), g.Company.RegionalManager)).Waiting);
        Assert.Equal(2, (await t.Do(new ListTwins(Of: c), g.Company.RegionalManager)).Waiting);
        Assert.Equal(2, (await t.Do(new ShowCustomer(a), g.Company.RegionalManager)).Twins);
        await t.Do(new KeepApart(b, a), g.Company.StoreManager);
        await t.Do(new KeepApart(a, b), g.Company.StoreManager);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new KeepApart(a, c), g.Company.StoreManager));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new KeepApart(a, a), g.Company.StoreManager));
        Assert.Equal(0, (await t.Do(new ListTwins(), g.Company.StoreManager)).Waiting);
        await t.Do(new MergeCustomers(a, c), g.Company.RegionalManager);
        Assert.Equal(0, (await t.Do(new ListTwins(Of: a), g.Company.RegionalManager)).Waiting);
        await new DuplicateSearch(t.Office, t.Clock, 7).Run(g.Company.RegionalManager);
        Assert.Equal(0, (await t.Do(new ListTwins(), g.Company.RegionalManager)).Waiting);
    }

    [Theory, EachDatabase]
    public async Task A_search_runs_by_the_clock_when_asked_for_and_stops_when_told_to(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await KnownCustomers.In(t);
        await g.Add("张三", "13800138000");
        await g.Add("张三", "13800138000");
        // By day and unasked, nothing is done.
        var timetable = new Timetable(t.Office);
        await timetable.LookForTwins(t.Clock);
        Assert.Equal((null, null), ((await t.Do(new ListTwins(), g.Company.Executive)).LastSearch, (await t.Do(new ListTwins(), g.Company.Executive)).Running));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new StopTwins(), g.Company.Executive));
        await t.Do(new AskForTwins(), g.Company.RegionalManager);
        await t.Do(new AskForTwins(), g.Company.Executive);
        Assert.Null((await t.Do(new ListTwins(), g.Company.Executive)).Running!.StartedAt);
        await timetable.LookForTwins(t.Clock);
        var done = await t.Do(new ListTwins(), g.Company.Executive);
        Assert.Equal((1, null, 2L), (done.Waiting, done.Running, done.LastSearch!.Customers));

        // Told to stop once it runs, it keeps what the last one found.
        await g.Add("李娜", "13900139000");
        await g.Add("李娜", "13900139000");
        await t.Do(new AskForTwins(), g.Company.Executive);
        await t.Do(new BeginTwinSearch(new(18, 0)), t.Installation);
        await t.Do(new NoteTwinProgress(1, 4), t.Installation);
        Assert.Equal((1L, 4L), (await t.Do(new ListTwins(), g.Company.Executive)).Running is { } run ? (run.Read, run.Total) : default);
        await t.Do(new StopTwins(), g.Company.Executive);
        Assert.False(await new DuplicateSearch(t.Office, t.Clock, 1).Run(t.Installation));
        done = await t.Do(new ListTwins(), g.Company.Executive);
        Assert.Equal((1, null), (done.Waiting, done.Running));
        // Not begun yet, it is just taken back.
        await t.Do(new AskForTwins(), g.Company.Executive);
        await t.Do(new StopTwins(), g.Company.Executive);
        Assert.Null((await t.Do(new ListTwins(), g.Company.Executive)).Running);
    }

    [Theory, EachDatabase]
    public async Task By_night_it_looks_by_itself_once_and_only_after_customers_came_in(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await KnownCustomers.In(t);
        await g.Add("张三", "13800138000");
        await g.Add("张三", "13800138000");
        var timetable = new Timetable(t.Office);
        t.Clock.Now = new(t.Clock.Now.Date.AddHours(18).AddMinutes(5), TimeSpan.Zero);
        await timetable.LookForTwins(t.Clock);
        var first = (await t.Do(new ListTwins(), g.Company.Executive)).LastSearch!;
        Assert.Equal(2, first.Customers);
        t.Clock.Now = t.Clock.Now.AddDays(1);
        await timetable.LookForTwins(t.Clock);
        Assert.Equal(first, (await t.Do(new ListTwins(), g.Company.Executive)).LastSearch);
        await g.Add("李娜", "13900139000");
        await timetable.LookForTwins(t.Clock);
        Assert.Equal(3, (await t.Do(new ListTwins(), g.Company.Executive)).LastSearch!.Customers);
    }
}
