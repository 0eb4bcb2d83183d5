using System.Net;
using Regard.Storage;
using Regard.Tests.Customers;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Standards;

public class DelightPagesTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_act_is_put_into_the_catalogue_and_noted_with_a_tap_for_anybody_or_on_the_customers_page()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var g = await KnownCustomers.In(site.Office);
        var customer = await g.Add("Zhang San");
        using var analyst = await site.BrowserOf(g.Company, g.Company.Analyst);
        using var added = await analyst.Send("/standards/delight", "/standards/delight", ("Names.en", "Tea brought to the car"));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        var delight = (await site.Office.Do(new Regard.Standards.ListDelights(), g.Company.FrontLine)).Single().Id;
        using var front = await site.BrowserOf(g.Company, g.Company.FrontLine);
        using var anybody = await front.Send("/standards/delight", "/standards/delight/acts", ("key", $"{Guid.NewGuid()}"), ("unit", $"{g.Company.Store(1)}"), ("delight", $"{delight}"));
        Assert.Contains("Noted. Thank you.", await front.GetStringAsync(anybody.Headers.Location!.ToString(), Stop));
        Assert.Contains("Tea brought to the car", await front.GetStringAsync($"/customers/{customer}", Stop));
        using var known = await front.Send($"/customers/{customer}", "/standards/delight/acts", ("key", $"{Guid.NewGuid()}"), ("unit", $"{g.Company.Store(1)}"), ("delight", $"{delight}"), ("customer", $"{customer}"));
        Assert.Equal($"/customers/{customer}", known.Headers.Location!.ToString());
        Assert.Contains("fewer than 30 visits", await front.GetStringAsync("/standards/delight", Stop));
        using var forbidden = await front.Send("/standards/delight", "/standards/delight", ("Names.en", "More"));
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
    }
}
