using System.Text;
using Regard.Customers.Intake;
using Regard.Files;
using Regard.Organisation;
using Regard.Storage;
namespace Regard.Tests.Customers;

public class ImportCustomersTests
{
    const string Three = "external_id,name,email,phone,language,unit,segment,since,kind,account\nK1,李娜, Li.Na@Example.com ,+86 138-0013-8000,zh-Hans,N1,private,2030-01-05,person,A1\nA1,华远物流,,(021) 6100 0000,,N1,fleet,2029/3/1,account,\nK2,  Bob  ,,00491511234567,en,S3,,2030年1月5日,,\n";

    [Theory, EachDatabase]
    public async Task A_file_of_customers_is_taken_and_the_same_file_again_changes_nothing(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCustomers.In(t);
        var first = await g.Customers(Three);
        Assert.Equal((3, 3, 0, 0, 0), (first.Taken, first.Added, first.Updated, first.Unchanged, first.TurnedAway));
        var again = await g.Customers(Three);
        Assert.Equal((3, 0, 0, 3), (again.Taken, again.Added, again.Updated, again.Unchanged));
        Assert.Equal(["A1|华远物流||02161000000|Account", "K1|李娜|li.na@example.com|13800138000|Person", "K2|Bob||+491511234567|Person"],
            await g.Rows("select external_id || '|' || coalesce(name, '') || '|' || coalesce(email, '') || '|' || coalesce(phone, '') || '|' || kind from customers order by external_id"));
        Assert.Equal(["1"], await g.Rows("select cast(count(*) as text) from customers k join customers a on a.customer_id = k.account_id where k.external_id = 'K1' and a.external_id = 'A1'"));
        Assert.Equal(["2029-03-01", "2030-01-05", "2030-01-05"], await g.Rows("select cast(since as text) from customers order by external_id"));
    }

    [Theory, EachDatabase]
    public async Task What_a_row_changes_is_told_and_what_it_does_not_say_stays(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCustomers.In(t);
        await g.Customers(Three);
        const string change = "external_id,name,phone\nK1,李娜娜,\nK2,,0049 151 1234567\nK9,New,\n";
        var dry = await g.Customers(change, dry: true);
        Assert.True(dry.DryRun);
        Assert.Equal([RowOutcome.Updated, RowOutcome.Unchanged, RowOutcome.Added], dry.Lines.Select(l => l.Outcome));
        Assert.Equal(["name"], dry.Lines[0].Changes);
        Assert.Equal((1, 1, 1), (dry.Added, dry.Updated, dry.Unchanged));
        Assert.Equal(["李娜"], await g.Rows("select name from customers where external_id = 'K1'"));
        var real = await g.Customers(change);
        Assert.Equal((dry.Added, dry.Updated, dry.Unchanged), (real.Added, real.Updated, real.Unchanged));
        Assert.Equal(["李娜娜|13800138000"], await g.Rows("select name || '|' || phone from customers where external_id = 'K1'"));
    }

    [Theory, EachDatabase]
    public async Task A_trial_writes_nothing_at_all(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCustomers.In(t);
        const string everything = "select cast((select count(*) from customers) + (select count(*) from imports) + (select count(*) from audit) as text)";
        var before = await g.Rows(everything);
        var dry = await g.Customers(Three + "K3,,nonsense,,,,,,,\n", dry: true);
        Assert.Equal((3, 1), (dry.Added, dry.TurnedAway));
        Assert.Equal(before, await g.Rows(everything));
    }

    [Theory, EachDatabase]
    public async Task Chinese_headers_in_GB18030_are_understood(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCustomers.In(t);
        var gb = CodePagesEncodingProvider.Instance.GetEncoding(54936)!;
        var import = await t.Do(new ImportCustomers(new MemoryStream(gb.GetBytes("客户编号,姓名,手机,门店编码,类别\nK1,欧阳雪𠮷,１３８００１３８０００,N1,个人\n")), "客户.csv"));
        Assert.Equal(("GB18030", 1), (import.Report.Encoding, import.Report.Added));
        Assert.Equal(["欧阳雪𠮷|13800138000"], await g.Rows("select name || '|' || phone from customers"));
    }

    [Theory, EachDatabase]
    public async Task Everything_wrong_with_a_file_of_customers_is_told_in_words(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCustomers.In(t);
        await g.Customers(Three);
        var report = await g.Customers("external_id,name,email,phone,language,unit,since,kind,account\n" +
            ",x,,,,,,,\nB1,,nonsense,,,,,,\nB2,,,12,,,,,\nB3,,,,fr,,,,\nB4,,,,,X9,,,\nB5,,,,,,05/01/2026,,\nB6,,,,,,2031-06-01,,\nB7,,,,,,,robot,\nB8,,,,,,,,K2\nB9,,,,,,,,nobody\nB9,,,,,,,,\nA1,,,,,,,person,\n", RowMode.GoodRows);
        Assert.Equal(["external_id", "email", "phone", "language", "unit", "since", "since", "kind", "account", "account", "external_id", "kind"], report.Problems.Select(p => p.Column));
        Assert.Equal(Enumerable.Range(2, 12).Select(i => (long)i), report.Problems.Select(p => p.Line));
        Assert.Contains("2026-01-05", report.Problems[5].Words.ToString());
        Assert.Contains("2031-06-01 lies in the future", report.Problems[6].Words.ToString());
        Assert.Contains("K2 is a person", report.Problems[8].Words.ToString());
        Assert.Equal(0, report.Taken);
    }

    [Theory, EachDatabase]
    public async Task Accounts_may_stand_anywhere_in_the_file_but_never_belong_to_themselves(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCustomers.In(t);
        var cycle = await g.Customers("external_id,kind,account\nK1,person,A1\nA1,account,A2\nA2,account,A3\nA3,account,A1\nA4,account,A4\nA5,account,\nK5,person,A5\n", RowMode.GoodRows);
        Assert.Equal([2, 3, 4, 5, 6], cycle.Problems.Select(p => p.Line));
        Assert.Equal(2, cycle.Added);
        Assert.Equal(2, (await g.Customers("external_id,kind,account\nA1,account,\nA2,account,A1\n")).Added);
        var later = await g.Customers("external_id,kind,account\nA1,account,A2\n");
        Assert.Contains("belong to itself", later.Problems.Single().Words.ToString());
    }

    [Theory, EachDatabase]
    public async Task Whoever_cares_for_a_region_brings_its_customers_and_no_others(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCustomers.In(t);
        await g.Customers("external_id,unit\nS,S3\nall,\n");
        var report = await g.Customers("external_id,name,unit\nN,n,N2\nS,x,N1\nall,x,N1\nM,x,S4\nO,x,\n", RowMode.GoodRows, by: g.Company.RegionalManager);
        Assert.Equal([3, 4, 5, 6], report.Problems.Select(p => p.Line));
        Assert.Equal("There is no unit S4.", report.Problems[2].Words.ToString());
        Assert.Equal(1, report.Added);
        foreach (var caller in new[] { g.Company.Analyst, g.Company.Agency, g.Company.FrontLine, g.Company.Administrator })
            Assert.True((await Assert.ThrowsAsync<Refused>(() => g.Customers("external_id\nK\n", by: caller))).Forbidden);
    }

    [Theory, EachDatabase]
    public async Task Rows_that_look_like_somebody_are_told_and_taken(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCustomers.Two(t);
        var report = await g.Customers("external_id,name,phone,email\nZ1,Li Na,0086 13800138000,\nZ2,Na,,LI.NA@example.com\nZ3,Carl,555 0001,\nZ4,Karl,5550001,\nZ5,Other,555 0002,\n");
        Assert.Equal((5, 3), (report.Added, report.LookAlikesFound));
        Assert.Equal([(2, Likeness.Phone, 1, null), (3, Likeness.Email, 1, null), (5, Likeness.Phone, null, 4)], report.LookAlikes.Select(a => (a.Line, a.Because, a.CustomerNumber, a.OtherLine)));
        var dry = await g.Customers("external_id,phone\nZ9,13800138000\n", dry: true);
        Assert.Equal(1, dry.LookAlikesFound);
    }

    [Theory, EachDatabase]
    public async Task Bad_rows_come_back_as_a_file_with_reasons_in_the_senders_language(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCustomers.In(t);
        var import = await t.Do(new ImportCustomers(GivenCustomers.Csv("external_id,unit\nK1,N1\nK2,X\n"), "c.csv", RowMode.GoodRows), g.Company.Executive with { Language = Language.SimplifiedChinese });
        Assert.True(import.HasBadRows);
        Assert.Contains("没有编码为 X 的单位", Assert.Single(await g.Rows("select bad_rows from imports")));
        var nothing = await g.Customers("external_id,unit\nK5,N1\nK6,X\n");
        Assert.Equal((0, 0, 1), (nothing.Taken, nothing.Added, nothing.TurnedAway));
        Assert.Equal(["K1"], await g.Rows("select external_id from customers"));
    }

    [Theory, EachDatabase]
    public async Task Fifty_thousand_customers_come_with_a_report_of_likely_duplicates(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCustomers.Two(t);
        var text = new StringBuilder("external_id,name,phone,email,unit\n");
        for (var i = 0; i < 50_000; i++)
        {
            // Each thousandth has a phone number seen before: of K1, or of the row before it.
            var phone = i % 2000 == 999 ? "13800138000" : i % 2000 == 1999 ? $"139{i - 1:00000000}" : $"139{i:00000000}";
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"X{i},客户{i},{phone},x{i}@example.com,{(i % 2 == 0 ? "N1" : "S4")}\n");
        }
        var report = await g.Customers(text.ToString());
        Assert.True(report.TurnedAway == 0, GivenCustomers.Told(report));
        Assert.Equal((50_000, 50), (report.Added, report.LookAlikesFound));
        Assert.Equal(25, report.LookAlikes.Count(a => a.CustomerNumber == 1));
        Assert.Equal(50_000, (await g.Customers(text.ToString())).Unchanged);
    }
}
