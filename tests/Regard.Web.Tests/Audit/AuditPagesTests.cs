using System.Net;
using Dapper;
using Regard.Organisation;
using Regard.Storage;
using Regard.Tests.Organisation;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Audit;

public class AuditPagesTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_trail_is_read_narrowed_verified_and_taken_along()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        for (var i = 0; i < 60; i++) await site.Office.Do(new RenameUnit(c.North, "North"), c.Administrator);
        using var browser = await site.BrowserOf(c, c.Administrator);
        var html = await browser.GetStringAsync("/audit?operation=RenameUnit", Stop);
        Assert.Contains("Ada Ministrator", html);
        Assert.Contains("before=", html);
        Assert.Contains("No entries", await browser.GetStringAsync("/audit?person=nobody", Stop));
        using (var wrong = await browser.GetAsync("/audit?from=2031-05-02&to=2031-05-01", Stop)) Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("The trail is whole", await browser.GetStringAsync("/audit/verify", Stop));
        Assert.Equal([0xEF, 0xBB, 0xBF, .. "number,at"u8], (await browser.GetByteArrayAsync("/audit/export.csv?operation=RenameUnit", Stop))[..12]);
        await using (var connection = await site.Office.Database.Open()) await connection.ExecuteAsync("update audit set person_name = 'Nobody' where number = 7");
        Assert.Contains("does not fit at entry 7", await browser.GetStringAsync("/audit/verify", Stop));
    }

    [Fact]
    public async Task An_analyst_does_not_see_the_trail()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        using var browser = await site.BrowserOf(c, c.Analyst);
        foreach (var path in new[] { "/audit", "/audit/verify", "/audit/export.csv" })
        {
            using var answer = await browser.GetAsync(path, Stop);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }
}
