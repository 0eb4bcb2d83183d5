using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Regard.Storage;
using Regard.Tests.Organisation;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Organisation;

public class OrganisationPagesTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_unit_is_added_moved_closed_and_each_slip_is_told_on_the_page()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        using var browser = await site.BrowserOf(c, c.Administrator);
        using (var taken = await browser.Send("/organisation/add", "/organisation/add", ("Name", "Harbour"), ("Code", "N1"), ("Kind", "Store"), ("ParentId", $"{c.North}"), ("FromDay", "2031-05-01")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.StatusCode);
            Assert.Contains("Another unit has the code N1 already.", await taken.Content.ReadAsStringAsync(Stop));
        }
        using var added = await browser.Send("/organisation/add", "/organisation/add", ("Name", "Harbour"), ("Code", "N9"), ("Kind", "Store"), ("ParentId", $"{c.North}"), ("FromDay", "2031-05-01"));
        var unit = added.Headers.Location!.OriginalString;
        using (await browser.Send(unit, unit + "/name", ("Name", "Harbour East"))) { }
        using (await browser.Send(unit, unit + "/move", ("NewParentId", $"{c.South}"), ("FromDay", "2031-06-01"))) { }
        var html = await browser.GetStringAsync(unit, Stop);
        Assert.Contains("Harbour East", html);
        Assert.Contains("planned", html);
        using (var early = await browser.Send(unit, unit + "/close", ("Day", "2031-05-20"))) Assert.Contains("Choose a later day.", await early.Content.ReadAsStringAsync(Stop));
        using (await browser.Send(unit, unit + "/withdraw-move")) { }
        using (await browser.Send(unit, unit + "/close", ("Day", "2031-05-20"))) { }
        Assert.Contains("Closed since 20 May 2031", await browser.GetStringAsync("/organisation?day=2031-06-01", Stop));
        Assert.DoesNotContain("Harbour", await browser.GetStringAsync("/organisation?day=2031-04-01", Stop));
        using (await browser.Send(unit, unit + "/reopen")) { }
        Assert.DoesNotContain("Closed", await browser.GetStringAsync("/organisation", Stop));
    }

    [Fact]
    public async Task A_manager_sees_the_own_region_and_no_forms()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        using var browser = await site.BrowserOf(c, c.RegionalManager);
        var tree = await browser.GetStringAsync("/organisation", Stop);
        Assert.Contains("Store 1", tree);
        Assert.DoesNotContain("Store 3", tree);
        Assert.DoesNotContain("/organisation/add", tree);
        Assert.DoesNotContain("/move", await browser.GetStringAsync($"/organisation/{c.Store(1)}", Stop));
        using (var hidden = await browser.GetAsync($"/organisation/{c.Store(3)}", Stop)) Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        using (var refused = await browser.Send("/organisation", $"/organisation/{c.Store(1)}/name", ("Name", "Mine"))) Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task The_link_of_an_invitation_is_shown_once()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        using var browser = await site.BrowserOf(c, c.Administrator);
        using var made = await browser.Send("/people/invite", "/people/invite", ("Name", "Wang Wei"), ("Email", "wang.wei@example.com"), ("Role", "Analyst"), ("UnitId", $"{c.Group}"));
        var link = Regex.Match(await made.Content.ReadAsStringAsync(Stop), "/join/[A-Za-z0-9_-]{43}").Value;
        Assert.Contains("Welcome, Wang Wei", await site.Browser().GetStringAsync(link, Stop));
        var people = await browser.GetStringAsync("/people", Stop);
        Assert.Contains("Open invitations", people);
        Assert.DoesNotContain(link, people);
        using (await browser.Send("/people", Regex.Match(people, "/people/invitations/[0-9a-f-]+/withdraw").Value)) { }
        using var ended = await site.Browser().GetAsync(link, Stop);
        Assert.Equal(HttpStatusCode.Conflict, ended.StatusCode);
    }

    [Fact]
    public async Task Roles_are_given_and_ended_and_who_left_is_marked()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        using var browser = await site.BrowserOf(c, c.Administrator);
        var page = $"/people/{c.FrontLine.Person}";
        using (await browser.Send(page, page + "/roles", ("Role", "Manager"), ("UnitId", $"{c.Store(2)}"), ("FromDay", "2031-05-01"))) { }
        Assert.Contains("<td>Manager</td><td data-label=\"Over\">Store 2</td>", await browser.GetStringAsync(page, Stop));
        using (await browser.Send(page, page + "/end-role", ("role", "Manager"), ("unitId", $"{c.Store(2)}"))) { }
        Assert.DoesNotContain("<td>Manager</td>", await browser.GetStringAsync(page, Stop));
        using (await browser.Send(page, page + "/leave")) { }
        Assert.Contains("Left on", await browser.GetStringAsync(page, Stop));
        var own = $"/people/{c.Administrator.Person}";
        using var last = await browser.Send(own, own + "/leave");
        Assert.Contains("last administrator", await last.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task A_program_reads_and_changes_the_tree_and_is_refused_in_problem_details()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        using var program = await site.ProgramOf(c.Administrator);
        using var added = await program.PostAsJsonAsync("/api/organisation/units", new { code = "N9", name = "Harbour", kind = "Store", parentId = c.North, fromDay = "2031-05-01" }, Stop);
        var id = await added.Content.ReadFromJsonAsync<Guid>(Stop);
        using (var moved = await program.PostAsJsonAsync($"/api/organisation/units/{id}/moves", new { newParentId = c.South, fromDay = "2031-06-01" }, Stop)) Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
        var rows = await program.GetFromJsonAsync<JsonElement>("/api/organisation/units?day=2031-06-01", Stop);
        Assert.Equal("South", rows.EnumerateArray().Single(r => r.GetProperty("unit").GetProperty("code").GetString() == "N9").GetProperty("places")[1].GetProperty("parentName").GetString());
        using var twice = await program.PostAsJsonAsync("/api/organisation/units", new { code = "N9", name = "Harbour", kind = "Store", parentId = c.North, fromDay = "2031-05-01" }, Stop);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        Assert.Equal("Code", (await twice.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("problems")[0].GetProperty("field").GetString());
        using var manager = await site.ProgramOf(c.RegionalManager);
        using (var refused = await manager.DeleteAsync($"/api/organisation/units/{id}/moves/latest", Stop)) Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(4, (await manager.GetFromJsonAsync<JsonElement>("/api/organisation/units", Stop)).GetArrayLength() - 1);
    }
}
