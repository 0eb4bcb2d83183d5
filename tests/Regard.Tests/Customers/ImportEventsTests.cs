using System.Globalization;
using System.Text;
using Regard.Customers.Intake;
using Regard.Files;
using Regard.Storage;
namespace Regard.Tests.Customers;

public class ImportEventsTests
{
    const string Two = "event_id,customer,kind,date,unit,amount,profit,category,note\nE1,K1,purchase,2031-01-05,N1,1280.50,-20,tyres,四条\nE2,K1,到店,20310106,,,,,\n";

    [Theory, EachDatabase]
    public async Task An_event_counts_once_however_often_it_comes_and_a_correction_is_taken(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCustomers.Two(t);
        var first = await g.Events(Two);
        Assert.Equal((2, 0, "CNY"), (first.Added, first.TurnedAway, first.Currency));
        Assert.Equal((0, 0, 2), await Counts(g, Two));
        Assert.Equal((1, 1, 1), await Counts(g, Two.Replace("1280.50", "1180.50", StringComparison.Ordinal) + "E3,K2,工单,2031/1/7,S3,300,,,\n"));
        Assert.Equal(["Purchase|118050", "Visit|-", "WorkOrder|30000"], await g.Rows("select kind || '|' || coalesce(cast(amount as text), '-') from events order by kind"));
        static async Task<(long, long, long)> Counts(GivenCustomers g, string text) => await g.Events(text, dry: true) is var dry && await g.Events(text) is var real && (dry.Added, dry.Updated, dry.Unchanged) == (real.Added, real.Updated, real.Unchanged) ? (real.Added, real.Updated, real.Unchanged) : (-1, -1, -1);
    }

    [Theory, EachDatabase]
    public async Task Without_ids_equal_rows_are_events_of_their_own_and_the_same_file_again_adds_none(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCustomers.Two(t);
        const string file = "customer,kind,date,amount\nK1,purchase,2031-01-05,10\nK1,purchase,2031-01-05,10\nK1,purchase,2031-01-05,10\nK2,purchase,2031-01-05,10\n";
        Assert.Equal(4, (await g.Events(file)).Added);
        Assert.Equal(4, (await g.Events(file)).Unchanged);
        Assert.Equal(1, (await g.Events(file + "K1,purchase,2031-01-05,10\n")).Added);
        // The same content in other words of the same file format is the same event.
        Assert.Equal(4, (await g.Events("日期,客户编号,类别,金额\n2031/1/5,K1,购买,10.00\n2031/1/5,K1,购买,10\n2031/1/5,K1,购买,10\n2031/1/5,K2,购买,10\n")).Unchanged);
    }

    [Theory, EachDatabase]
    public async Task Everything_wrong_with_events_is_told_in_words_and_nothing_is_lost(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCustomers.Two(t);
        await g.Assets("asset_id,customer,kind\nV1,K1,vehicle\n");
        const string head = "event_id,customer,kind,date,unit,amount,currency,asset\n";
        var report = await g.Events(head +
            "G,K1,purchase,2031-01-05,N1,1,CNY,V1\n1,K2,purchase,2030-05-31,,1,CNY,\n2,K1,purchase,2031-05-03,,1,CNY,\n3,K1,purchase,2031-01-05,,-1,CNY,\n4,K1,purchase,2031-01-05,,1,USD,\n5,K1,purchase,05/01/2031,,1,CNY,\n" +
            "6,nobody,purchase,2031-01-05,,1,CNY,\n7,K1,purchase,2031-01-05,X9,1,CNY,\n8,K2,purchase,2031-01-05,,1,CNY,V1\nG,K1,purchase,2031-01-05,,2,CNY,\n9,K1,dance,2031-01-05,,1,CNY,\n10,K1,purchase,2031-02-30,,1,CNY,\n11,K1,purchase,2031-01-05,,much,CNY,\n12,K1,purchase,,,1,CNY,\n", RowMode.GoodRows);
        Assert.Equal(["date", "date", "amount", "currency", "date", "customer", "unit", "asset", "event_id", "kind", "date", "amount", "date"], report.Problems.Select(p => p.Column));
        Assert.Equal(Enumerable.Range(3, 13).Select(i => (long)i), report.Problems.Select(p => p.Line));
        var said = report.Problems.Select(p => p.Words.ToString()).ToList();
        Assert.Contains("since when this is a customer", said[0]);
        Assert.Contains("future", said[1]);
        Assert.Contains("return", said[2]);
        Assert.Contains("two currencies", said[3], StringComparison.OrdinalIgnoreCase);
        Assert.Contains("year first", said[4]);
        Assert.Equal(1, report.Added);
        var bad = (await g.Rows("select bad_rows from imports where kind = 'Events'")).Single();
        Assert.Equal(14, bad.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory, EachDatabase]
    public async Task All_amounts_of_the_company_are_in_one_currency(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCustomers.Two(t);
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new ImportEvents(GivenCustomers.Csv("customer,kind,date,amount\nK1,purchase,2031-01-05,1\n"), "e.csv")));
        await t.Do(new ImportEvents(GivenCustomers.Csv("customer,kind,date,amount,currency\nK1,purchase,2031-01-05,1,元\n"), "e.csv"));
        await t.Do(new ImportEvents(GivenCustomers.Csv("customer,kind,date,amount\nK1,purchase,2031-01-06,1\n"), "e.csv"));
        var refused = await Assert.ThrowsAsync<Invalid>(() => t.Do(new ImportEvents(GivenCustomers.Csv("customer,kind,date,amount\nK1,purchase,2031-01-07,1\n"), "e.csv") { Currency = "USD" }));
        Assert.Contains("CNY", refused.Message);
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new ImportEvents(GivenCustomers.Csv("customer,kind,date,amount,currency\nK1,purchase,2031-01-07,1,money\n"), "e.csv")));
    }

    [Theory, EachDatabase]
    public async Task Events_of_a_merged_customer_go_to_its_own_key(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCustomers.Two(t);
        await g.Write("update customers set merged_into = (select customer_id from customers where external_id = 'K2') where external_id = 'K1'");
        Assert.Equal(2, (await g.Events(Two)).Added);
        Assert.Equal(["K1", "K1"], await g.Rows("select c.external_id from events e join customers c on c.customer_id = e.customer_id"));
    }

    [Theory, EachDatabase]
    public async Task A_manager_brings_events_of_customers_and_units_in_their_care(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCustomers.Two(t);
        var report = await g.Events("customer,kind,date,unit\nK1,visit,2031-01-05,N2\nK2,visit,2031-01-05,N2\nK1,visit,2031-01-05,S3\n", RowMode.GoodRows, by: g.Company.RegionalManager);
        Assert.Equal(["There is no customer K2.", "There is no unit S3."], report.Problems.Select(p => p.Words.ToString()));
        Assert.Equal(1, report.Added);
    }

    [Theory, EachDatabase]
    public async Task Many_events_in_several_runs_come_in_whole(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCustomers.Two(t);
        var text = new StringBuilder("event_id,customer,kind,date,amount\n");
        for (var i = 0; i < 20_000; i++) text.Append(CultureInfo.InvariantCulture, $"E{i},{(i % 3 == 0 ? "K1" : "K2")},purchase,{new DateOnly(2030, 7, 1).AddDays(i % 300):yyyy-MM-dd},{i}.5\n");
        var report = await g.Events(text.ToString());
        Assert.True(report.Added == 20_000, GivenCustomers.Told(report));
        // 0.5 + 1.5 + ... + 19,999.5 = 200,000,000, in fen.
        Assert.Equal(["20000|20000000000"], await g.Rows("select cast(count(*) as text) || '|' || cast(sum(amount) as text) from events"));
        Assert.Equal(20_000, (await g.Events(text.ToString())).Unchanged);
    }
}
