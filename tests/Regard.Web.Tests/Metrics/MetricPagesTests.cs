using System.Net;
using System.Text;
using Regard.Metrics;
using Regard.Storage;
using Regard.Tests.Metrics;
using Regard.Tests.Organisation;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Metrics;

public sealed class MetricSite : SeenSite
{
    protected override async Task<Company> Fill(TestSite site)
    {
        var company = await GivenSeries.In(site.Office, GivenSeries.Of("QUEUE") with { IndicatorCode = "RES1", LimitValue = 10 });
        await site.Office.Bring("series,unit,day,value\nQUEUE,N1,2031-01,12\nQUEUE,N1,2031-02,9\nQUEUE,N2,2031-02,11\nQUEUE,S3,2031-02,30\n", company.Executive);
        return company;
    }
}

public class MetricPagesTests(MetricSite seen) : IClassFixture<MetricSite>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/metrics", "Operational figure")]
    [InlineData("/metrics/QUEUE", "Store 2")]
    [InlineData("/metrics/manufacturer", "No item of the manufacturer yet")]
    [InlineData("/metrics/competitors", "No competitor in your care")]
    [InlineData("/metrics/rework", "No work order names its fault yet")]
    [InlineData("/cockpit", "Nothing to watch yet")]
    [InlineData("/cockpit/scatter", "Nothing to set side by side yet")]
    [InlineData("/cockpit/natures", "Consistency")]
    public Task Each_view_is_there_for_those_who_may_see_the_unit(string path, string shown) => seen.Shows(path, shown);

    [Fact]
    public async Task A_manager_writes_values_of_the_own_store_and_defines_nothing()
    {
        var manager = await seen.Browser(seen.Company.StoreManager);
        var page = await manager.GetStringAsync("/metrics/QUEUE", Stop);
        Assert.DoesNotContain("Store 2", page);
        Assert.DoesNotContain("/metrics/QUEUE/edit", page);
        await seen.IsForbidden("/metrics/new", seen.Company.StoreManager);
        using var wrong = await manager.Send("/metrics/QUEUE", "/metrics/QUEUE/points", ("Unit", $"{seen.Company.Store(1)}"), ("At", $"{seen.Company.Store(1)}"), ("Day", "2031-04-02"), ("Value", "ten"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("ten is no number.", await wrong.Content.ReadAsStringAsync(Stop));
        using var right = await manager.Send("/metrics/QUEUE", "/metrics/QUEUE/points", ("Unit", $"{seen.Company.Store(1)}"), ("Day", "2031-04-02"), ("Value", "10.5"));
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.Contains("10.5 min", await manager.GetStringAsync("/metrics/QUEUE", Stop));
        await seen.IsForbidden("/metrics/import", seen.Company.FrontLine);
    }

    [Fact]
    public async Task An_analyst_defines_a_series_brings_a_file_and_reads_what_became_of_it()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var company = await GivenSeries.In(site.Office);
        using var analyst = await site.BrowserOf(company, company.Analyst);
        using var defined = await analyst.Send("/metrics/new", "/metrics/save", ("New", "true"), ("Code", "CALLS"), ("Kind", "Operational"), ("Granularity", "Month"), ("UnitOfMeasure", "%"), ("Names", "Abandoned calls"), ("Simplified", "放弃的来电"), ("HigherIsBetter", "false"), ("IsShare", "true"), ("IndicatorCode", "RES1"));
        Assert.Equal("/metrics/CALLS", defined.Headers.Location!.OriginalString);
        using var sent = await analyst.Upload("/metrics/import", "/metrics/import", Encoding.UTF8.GetBytes("门店,月份,放弃的来电\nN1,2031-01,4.5\nN9,2031-01,5\n"), "来电.csv", ("mode", "GoodRows"));
        var report = await analyst.GetStringAsync(sent.Headers.Location!.OriginalString, Stop);
        Assert.Contains("N9", report);
        Assert.Contains("N9", await analyst.GetStringAsync(sent.Headers.Location!.OriginalString + "/bad.csv", Stop));
        Assert.Contains("CALLS,N1,2031-01,4.5", await analyst.GetStringAsync("/metrics/values.csv", Stop));
        Assert.Contains("Abandoned calls", await analyst.GetStringAsync("/metrics", Stop));
    }

    [Fact]
    public async Task The_days_of_rework_and_the_sources_of_the_natures_are_chosen_on_their_pages_by_whom_the_whole_company_trusts()
    {
        var analyst = await seen.Browser(seen.Company.Analyst);
        using var never = await analyst.Send("/metrics/rework", "/metrics/rework", ("reworkDays", "0"), ("unit", $"{seen.Company.Group}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, never.StatusCode);
        using var days = await analyst.Send("/metrics/rework", "/metrics/rework", ("reworkDays", "45"), ("unit", $"{seen.Company.Group}"));
        Assert.Equal(HttpStatusCode.Redirect, days.StatusCode);
        Assert.Contains("value=\"45\"", await analyst.GetStringAsync("/metrics/rework", Stop));
        using var wrong = await analyst.Send("/cockpit/natures", "/cockpit/natures", ("Timeliness", "soon"), ("Unit", $"{seen.Company.Group}"));
        Assert.Contains("is no measure", await wrong.Content.ReadAsStringAsync(Stop));
        using var right = await analyst.Send("/cockpit/natures", "/cockpit/natures", ("Timeliness", "dimension:RES"), ("TimelinessSeries", "QUEUE"), ("Unit", $"{seen.Company.Group}"));
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.Contains("value=\"45\"", await analyst.GetStringAsync("/metrics/rework", Stop));
        Assert.DoesNotContain("reworkDays", await (await seen.Browser(seen.Company.StoreManager)).GetStringAsync("/metrics/rework", Stop), StringComparison.OrdinalIgnoreCase);
    }
}
