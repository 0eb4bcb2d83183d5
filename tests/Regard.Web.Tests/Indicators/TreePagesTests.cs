using System.Net;
using System.Text.RegularExpressions;
using Regard.Indicators;
using Regard.Storage;
using Regard.Tests.Organisation;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Indicators;

public class TreePagesTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_tree_is_weighed_and_published_on_its_page()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        using var browser = await site.BrowserOf(c, c.Analyst);
        using var adopted = await browser.Send("/indicators", "/indicators/rater");
        var rater = adopted.Headers.Location!.OriginalString["/indicators/".Length..];
        using var drafted = await browser.Send("/indicators", "/indicators", ("name", "RATER, weighed"), ("basedOn", rater));
        var path = drafted.Headers.Location!.OriginalString;
        var fields = await Fields(browser, path);

        // The first dimension weighs more: the sum is off, which is said with its number.
        fields["indicators[1].weight"] = "40";
        using (var off = await browser.Send(path, path, [.. fields.Select(f => (f.Key, f.Value)), ("do", "publish")]))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, off.StatusCode);
            Assert.Contains("The weights under CSI sum to 1.2, not to 1.", await off.Content.ReadAsStringAsync(Stop));
        }
        fields = await Fields(browser, path);
        Assert.Equal("40", fields["indicators[1].weight"]);
        using (await browser.Send(path, path, [.. fields.Select(f => (f.Key, f.Value)), ("do", "equal:0")])) { }
        fields = await Fields(browser, path);
        Assert.Equal("20", fields["indicators[1].weight"]);
        fields["indicators[1].weight"] = "30";
        fields["indicators[6].weight"] = "10";
        using (await browser.Send(path, path, [.. fields.Select(f => (f.Key, f.Value)), ("do", "publish")])) { }
        Assert.Contains("30.0 %", await browser.GetStringAsync(path, Stop));
        Assert.False((await site.Office.Do(new ListIndicatorTrees()))[0].IsDraft);
    }

    [Fact]
    public async Task A_new_code_takes_along_what_stands_under_it_and_deleting_a_dimension_its_indicators()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        var id = await site.Office.Do(new DraftIndicatorTree("Ours", await site.Office.Do(new AdoptRaterTree())), c.Analyst);
        using var browser = await site.BrowserOf(c, c.Analyst);
        var path = $"/indicators/{id}";
        var fields = await Fields(browser, path);
        fields["indicators[1].code"] = "TRUST";
        using (await browser.Send(path, path, [.. fields.Select(f => (f.Key, f.Value)), ("do", "remove:6")])) { }
        var tree = await site.Office.Do(new ShowIndicatorTree(id));
        Assert.Equal(["TRUST", "TAN", "EMP", "RES"], tree.Dimensions.Select(d => d.Code));
        Assert.Equal(["REL1", "REL2", "REL3", "REL4"], tree.ChildrenOf("TRUST").Select(i => i.Code));
    }

    /// <summary>What the editor's fields hold, as a browser would send them.</summary>
    static async Task<Dictionary<string, string>> Fields(HttpClient browser, string path)
    {
        var html = await browser.GetStringAsync(path, Stop);
        var form = html[html.IndexOf("<form id=\"tree\"", StringComparison.Ordinal)..];
        form = form[..form.IndexOf("</form>", StringComparison.Ordinal)];
        var inputs = Regex.Matches(form, "<input[^>]*>").Select(m => (Name: Regex.Match(m.Value, " name=\"([^\"]*)\"").Groups[1].Value, Value: WebUtility.HtmlDecode(Regex.Match(m.Value, " value=\"([^\"]*)\"").Groups[1].Value)));
        var selects = Regex.Matches(form, "<select[^>]* name=\"([^\"]*)\".*?</select>", RegexOptions.Singleline).Select(m => (Name: m.Groups[1].Value, Value: Regex.Match(m.Value, "<option value=\"([^\"]*)\" selected").Groups[1].Value));
        return inputs.Concat(selects).Where(f => f.Name != "__RequestVerificationToken").DistinctBy(f => f.Name).ToDictionary(f => f.Name, f => f.Value);
    }
}
