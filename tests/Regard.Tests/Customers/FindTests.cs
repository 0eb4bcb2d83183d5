using Regard.Customers;
using Regard.Loyalty;
using Regard.Statistics;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Organisation;
using Regard.Tests.Surveys;
namespace Regard.Tests.Customers;

public class FindTests
{
    [Theory, EachDatabase]
    public async Task A_customer_is_found_by_anything_it_goes_by(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await KnownCustomers.In(t);
        var zhang = await g.Add("张三丰", "138-0013-8000", "zhang.sanfeng@example.com", "K-0042");
        await g.AddAsset(zhang, "沪A·12345", "LFV2A21K8D4123456");
        await g.Add("Anna Müller", "+49 30 901820", externalId: "0012345");
        await g.Add("單雄信", "0987 654 321");
        foreach (var query in new[] { "张三", "三丰", "张", "丰", "张三丰", "zsf", "ZSF", "zs", "13800138000", "+86 138 0013 8000", "1380013", "8000", "zhang.sanfeng@example.com", "zhangsan", "K-0042", "k0042", "沪A12345", "沪a-12345", "A12345", "LFV2A21K8D4123456", "lfv2a", "123456", "张 8000" })
            Assert.Equal("张三丰", Assert.Single(await g.Found(query)));
        foreach (var query in new[] { "Anna", "mül", "müller ann", "0012345", "+49 30 90", "00493090" }) Assert.Equal("Anna Müller", Assert.Single(await g.Found(query)));
        foreach (var query in new[] { "單", "sxx", "dxx", "0987-654-321", "+886 987654321", "雄信" }) Assert.Equal("單雄信", Assert.Single(await g.Found(query)));
        foreach (var query in new[] { "李四", "zsfx", "13900000000", "%", "'", "\"", "a* OR b", "() & | !" }) Assert.Empty(await g.Found(query));
    }

    [Theory, EachDatabase]
    public async Task Surnames_are_found_by_both_of_their_readings(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await KnownCustomers.In(t);
        foreach (var name in new[] { "曾国藩", "解珍", "尉迟恭", "万俟卨", "查良镛", "歐陽修", "欧阳锋", "区小姐" }) await g.Add(name);
        foreach (var (query, name) in new[] { ("zgf", "曾国藩"), ("cgf", "曾国藩"), ("xz", "解珍"), ("ycg", "尉迟恭"), ("mqx", "万俟卨"), ("zly", "查良镛"), ("oxj", "区小姐"), ("oyx", "歐陽修") }) Assert.Equal(name, Assert.Single(await g.Found(query)));
        Assert.Equal(2, (await g.Found("oy")).Count());
    }

    [Theory, EachDatabase]
    public async Task What_a_customer_is_found_by_follows_its_changes_and_those_of_its_account(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var w = await GivenWave.Open(t);
        var g = new KnownCustomers { Company = w.Company };
        var account = await g.Add("北京远大物流", kind: CustomerKind.Account);
        await g.Add("李娜", account: account);
        Assert.Equal(2, (await g.Found("远大")).Count());
        Assert.Equal(2, (await g.Found("bjyd")).Count());
        await g.Write(async s => { await s.Write("update customers set name = '上海申通' where customer_id = @account", new { account }); await CustomerStore.Reword(s, [account]); return 0; });
        Assert.Empty(await g.Found("远大"));
        Assert.Equal(["上海申通", "李娜"], (await g.Found("申通")).Order(StringComparer.Ordinal));

        await t.Do(new UploadContacts(w.Wave, GivenWave.Csv("external_id,name,phone,unit\nK1,王小明,13900001111,N1\n"), "s.csv"));
        var car = await g.AddAsset((await t.Do(new FindCustomers(new() { Query = "王小明" }))).Rows.Single().CustomerId, "京N99999");
        await t.Do(new UploadContacts(await Next(w), GivenWave.Csv("external_id,name,phone,unit\nK1,王大明,13900002222,N1\n"), "s.csv"));
        Assert.Equal(["王大明"], await g.Found("京N99999"));
        Assert.Equal(["王大明"], await g.Found("wdm"));
        Assert.Empty(await g.Found("13900001111"));
    }

    static Task<Id<Wave>> Next(GivenWave w) => w.Test.Do(new PlanWave(w.Programme, "Next", w.Version, w.Tree, new(2031, 6, 1), new(2031, 6, 30)));

    [Theory, EachDatabase]
    public async Task The_best_fit_comes_first_and_a_merged_customer_is_found_as_the_one_that_goes_on(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await KnownCustomers.In(t);
        var (longer, exact, other) = (await g.Add("张伟强"), await g.Add("张伟"), await g.Add("李张伟", "13911112222"));
        await g.Stands(longer, worth: 9_000_00);
        Assert.Equal(["张伟", "张伟强", "李张伟"], await g.Found("张伟"));
        await t.Do(new MergeCustomers(exact, other));
        Assert.Equal(["张伟", "张伟强"], await g.Found("张伟"));
        Assert.Equal(["张伟"], await g.Found("13911112222"));
        Assert.Equal(["张伟"], await g.Found("3"));
    }

    [Theory, EachDatabase]
    public async Task A_list_is_narrowed_sorted_and_read_page_by_page(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await KnownCustomers.In(t);
        for (var i = 1; i <= 7; i++)
        {
            var id = await g.Add($"C{i}", segment: i % 2 == 0 ? "fleet" : "private", unit: g.Company.Store(1 + i % 4));
            if (i < 7) await g.Stands(id, grade: i < 3 ? "A" : "B", state: i == 4 ? "Lost" : "Active", worth: i < 4 ? 500 : 100 * i, nextDay: $"2031-06-1{i}", type: i == 5 ? "Hostage" : null, lastDay: i == 6 ? null : $"2031-01-0{i}");
        }
        foreach (var (sort, expected) in new[] { (CustomerSort.Worth, "C6 C1 C2 C3 C5 C4"), (CustomerSort.LastPurchase, "C5 C4 C3 C2 C1"), (CustomerSort.NextPurchase, "C1 C2 C3 C4 C5 C6"), (CustomerSort.Newest, "C7 C6 C5 C4 C3 C2 C1") })
        {
            var (all, after) = (new List<string>(), (string?)null);
            do
            {
                var page = await t.Do(new FindCustomers(new(), sort, after, Size: 2), g.Company.Executive);
                all.AddRange(page.Rows.Select(r => r.Name!));
                Assert.Equal(expected.Split(' ').Length, page.Count);
                after = page.Next;
            }
            while (after is not null);
            // Four are worth the same, in no order of their own.
            if (sort == CustomerSort.Worth) all.Sort(1, 4, StringComparer.Ordinal);
            Assert.Equal(expected, string.Join(' ', all));
        }
        async Task<string> Narrowed(CustomerFilter filter) => string.Join(' ', (await t.Do(new FindCustomers(filter, CustomerSort.Newest), g.Company.Executive)).Rows.Select(r => r.Name));
        Assert.Equal("C2 C1", await Narrowed(new() { Grade = "A" }));
        Assert.Equal("C4", await Narrowed(new() { State = CustomerState.Lost }));
        Assert.Equal("C5", await Narrowed(new() { LoyaltyType = LoyaltyType.Hostage }));
        Assert.Equal("C6 C4 C2", await Narrowed(new() { Segment = "fleet" }));
        Assert.Equal("C5 C4 C1", await Narrowed(new() { Unit = g.Company.North }));
        Assert.Equal("C1", await Narrowed(new() { Unit = g.Company.North, Grade = "A", Query = "c1" }));
        Assert.Equal(["fleet", "private"], (await t.Do(new FindCustomers(new()))).Segments);
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new FindCustomers(new(), After: "nonsense")));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new FindCustomers(new() { Grade = "X" })));
    }
}
