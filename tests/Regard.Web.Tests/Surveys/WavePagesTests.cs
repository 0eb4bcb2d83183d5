using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Regard.Files;
using Regard.Measures;
using Regard.Storage;
using Regard.Surveys;
using Regard.Testing;
using Regard.Tests;
using Regard.Tests.Files;
using Regard.Tests.Organisation;
using Regard.Tests.Surveys;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Surveys;

public class WavePagesTests
{
    const string Header = "unit,r1_E,r1_P,r2_E,r2_P,nps\n";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static async Task<string> Text(HttpClient browser, string path) => WebUtility.HtmlDecode(await browser.GetStringAsync(path, Cancel));

    [Theory, EachDatabase]
    public async Task An_analyst_starts_a_programme_plans_opens_and_closes_a_wave(Engine on)
    {
        await using var site = await TestSite.On(on);
        var company = await Company.In(site.Office);
        var (_, version, tree) = await GivenForm.Rater(site.Office);
        using var browser = await site.BrowserOf(company, company.Analyst);
        using var wrong = await browser.Send("/waves/programmes/new", "/waves/programmes", ("Name", "Owners"), ("WavesPerYear", "1"), ("MinimumN", "10"), ("ShortBoards", "3"), ("PlanDays", "90"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("At least two waves a year", await wrong.Content.ReadAsStringAsync(Cancel));
        using var started = await browser.Send("/waves/programmes/new", "/waves/programmes", ("Name", "Owners"), ("WavesPerYear", "2"), ("MinimumN", "10"), ("ShortBoards", "3"), ("PlanDays", "90"));
        Assert.Equal("/waves", started.Headers.Location!.OriginalString);
        Assert.Contains("Too few waves: 0 of 2", await Text(browser, "/waves"));

        var programme = (await site.Office.Do(new ListProgrammes())).Single().Programme.Id;
        using var planned = await browser.Send("/waves/plan", "/waves/plan", ("ProgrammeId", programme.ToString()), ("Name", "Spring"), ("FormVersionId", version.ToString()), ("TreeId", tree.ToString()), ("OpensOn", "2031-05-01"), ("ClosesOn", "2031-05-31"), ("MinimumN", ""));
        var wave = planned.Headers.Location!.OriginalString;
        Assert.Contains("Planned", await Text(browser, wave));
        using var edited = await browser.Send(wave + "/edit", wave + "/edit", ("Name", "Early spring"), ("FormVersionId", version.ToString()), ("TreeId", tree.ToString()), ("OpensOn", "2031-05-01"), ("ClosesOn", "2031-05-20"), ("MinimumN", "12"));
        Assert.Equal(wave, edited.Headers.Location!.OriginalString);
        using var opened = await browser.Send(wave, wave + "/open");
        Assert.Contains("Early spring", await Text(browser, wave));
        using var closed = await browser.Send(wave, wave + "/close");
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        Assert.Contains("Frozen", await Text(browser, wave));
        using var twice = await browser.Send("/waves", wave + "/open");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
    }

    [Theory, EachDatabase]
    public async Task A_sample_is_uploaded_its_links_downloaded_once_and_progress_shown(Engine on)
    {
        await using var site = await TestSite.On(on);
        var g = await GivenWave.Open(site.Office);
        using var browser = await site.BrowserOf(g.Company, g.Company.Agency);
        var wave = $"/waves/{g.Wave}";
        using var bad = await browser.Upload(wave, wave + "/contacts", Encoding.UTF8.GetBytes("external_id,unit\nK1,X9\n"), "s.csv", ("mode", "AllOrNothing"));
        Assert.Contains("There is no unit X9.", await Text(browser, bad.Headers.Location!.OriginalString));
        using var good = await browser.Upload(wave, wave + "/contacts", Encoding.UTF8.GetBytes("external_id,name,unit\nK1,=cmd,N1\nK2,李娜,S3\n"), "s.csv", ("mode", "AllOrNothing"));
        Assert.Contains("All 2 rows were taken.", await Text(browser, good.Headers.Location!.OriginalString));

        using var links = await browser.Send(wave, wave + "/links");
        var csv = await links.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("\"'=cmd\"", csv);
        var link = Regex.Match(csv, $"{Regex.Escape(site.Address.ToString())}r/[\\w-]+").Value;
        Assert.Contains("Your visit", await Text(site.Browser(), new Uri(link).AbsolutePath));
        Assert.DoesNotContain("Make 2 links", await Text(browser, wave));
        Assert.Contains("0 of 2 invited answered; 1 opened their link", await Text(browser, wave));

        using var manager = await site.BrowserOf(g.Company, g.Company.StoreManager);
        using var forbidden = await manager.GetAsync(wave, Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
    }

    [Theory, EachDatabase]
    public async Task Responses_are_imported_with_a_report_and_the_bad_rows_handed_back(Engine on)
    {
        await using var site = await TestSite.On(on);
        var g = await GivenWave.Open(site.Office);
        using var browser = await site.BrowserOf(g.Company, g.Company.Analyst);
        var wave = $"/waves/{g.Wave}";
        var file = Encoding.UTF8.GetBytes(Header + "N1,9,8,7,6,10\nN1,nine,8,7,6,10\n");
        using var refused = await browser.Upload(wave, wave + "/import", file, "a.csv", ("mode", "AllOrNothing"), ("unitCode", ""));
        Assert.Contains("“nine” is not a number.", await Text(browser, refused.Headers.Location!.OriginalString));
        using var taken = await browser.Upload(wave, wave + "/import", file, "a.csv", ("mode", "GoodRows"), ("unitCode", ""));
        var report = taken.Headers.Location!.OriginalString;
        Assert.Contains("1 rows were taken, 1 turned away.", await Text(browser, report));
        Assert.Contains("nine", await Text(browser, report + "/bad.csv"));
        using var empty = await browser.Upload(wave, wave + "/import", [], "a.csv", ("mode", "AllOrNothing"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Contains("The file is empty.", await empty.Content.ReadAsStringAsync(Cancel));
        Assert.StartsWith("response_id,unit,segment", await browser.GetStringAsync(wave + "/columns.csv", Cancel));
        Assert.Contains(",9,8,7,6,10", await browser.GetStringAsync(wave + "/responses.csv", Cancel));
    }

    [Theory, EachDatabase]
    public async Task An_agency_sends_a_file_of_SPSS_and_says_which_column_answers_what(Engine on)
    {
        await using var site = await TestSite.On(on);
        var g = await GivenWave.Open(site.Office);
        using var browser = await site.BrowserOf(g.Company, g.Company.Agency);
        var (wave, file) = ($"/waves/{g.Wave}", AgencyFiles.Of("agency.sav"));
        using var cut = await browser.Upload(wave, wave + "/import", file[..2000], "cut.sav", ("mode", "AllOrNothing"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, cut.StatusCode);
        Assert.Contains("This SPSS file cannot be read: it is damaged or cut short", await cut.Content.ReadAsStringAsync(Cancel));
        using var kept = await browser.Upload(wave, wave + "/import", file, "agency.sav", ("mode", "AllOrNothing"), ("match", "yes"));
        var step = kept.Headers.Location!.OriginalString;
        var page = await Text(browser, step);
        foreach (var said in (string[])["服务是否准时", "拒答", "SPSS, UTF-8", "value=\"98, 99\"", "r1_E On time", "which the file declares to be no answer"]) Assert.Contains(said, page);
        // unit, Q1, Q2, Q3, sex, w, visited, comment, reason, amount
        string[] holds = ["unit", "r1_E", "r1_P", "r2_E", "nps", "weight", "", "comment", "", "r2_P"];
        using var taken = await browser.Send(step, step, [("UnitCode", ""), ("NoAnswer", "98, 99"), ("mode", "GoodRows"), .. holds.Select(h => ("holds", h))]);
        var report = await Text(browser, taken.Headers.Location!.OriginalString);
        foreach (var said in (string[])["1 rows were taken, 3 turned away.", "12.5 is not a whole number.", "SPSS, UTF-8", "Not taken over from the file", "1 times 98 (不知道)"]) Assert.Contains(said, report);
    }

    [Theory, EachDatabase]
    public async Task The_open_link_has_a_poster_for_each_place(Engine on)
    {
        await using var site = await TestSite.On(on);
        var g = await GivenWave.Open(site.Office);
        using var browser = await site.BrowserOf(g.Company, g.Company.Analyst);
        var wave = $"/waves/{g.Wave}";
        using var none = await browser.GetAsync(wave + "/poster", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        using var made = await browser.Send(wave, wave + "/link", ("unitId", ""));
        var link = (await g.Shown()).Wave.OpenLink;
        var poster = await Text(browser, wave + "/poster?unit=S3");
        Assert.Contains($"/o/{link}/S3", poster);
        Assert.Contains("Store 3", poster);
        Assert.Contains("<svg", poster);
    }

    [Theory, EachDatabase]
    public async Task Programs_run_the_whole_of_a_wave_through_the_api(Engine on)
    {
        await using var site = await TestSite.On(on);
        var g = await GivenWave.Planned(site.Office);
        using var program = await site.ProgramOf(g.Company.Analyst);
        var api = $"/api/waves/{g.Wave}";
        async Task<HttpResponseMessage> Post(string path, HttpContent? content = null) => await program.PostAsync(path, content, Cancel);
        static StringContent Csv(string text) => new(text, Encoding.UTF8, "text/csv");

        using var programme = await program.PostAsJsonAsync("/api/programmes", new { name = "Monthly", wavesPerYear = 12 }, Cancel);
        Assert.Equal(HttpStatusCode.OK, programme.StatusCode);
        Assert.Contains("\"isBehind\":true", await program.GetStringAsync("/api/programmes", Cancel));
        Assert.Contains(g.Wave.ToString(), await program.GetStringAsync("/api/waves/due", Cancel));
        using (var opened = await Post(api + "/opening")) Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        using (var again = await Post(api + "/opening")) Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        using (var contacts = await Post(api + "/contacts?fileName=s.csv", Csv("external_id,unit\nK1,N1\n"))) Assert.Equal(HttpStatusCode.OK, contacts.StatusCode);
        using (var links = await Post(api + "/invitations")) Assert.Contains("\"token\":", await links.Content.ReadAsStringAsync(Cancel));
        using (var bad = await Post(api + "/imports", Csv(Header + "N1,99,8,7,6,10\n")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.StatusCode);
            Assert.Contains("off the scale", await bad.Content.ReadAsStringAsync(Cancel));
        }
        using (var good = await Post(api + "/imports?mode=GoodRows&unitCode=S4&column=A:r1_E", Csv("A,r1_P,r2_E,r2_P,nps\n9,8,7,6,10\nx,1,1,1,1\n")))
        {
            var import = await good.Content.ReadFromJsonAsync<Import>(Cancel);
            Assert.Equal((1, 1), (import!.Report.Taken, import.Report.TurnedAway));
            Assert.Contains("x,1,1,1,1", await program.GetStringAsync($"/api/waves/imports/{import.Id}/bad.csv", Cancel));
        }
        Assert.Contains("\"responses\":1", await program.GetStringAsync(api, Cancel));
        Assert.Contains("r1_P", await program.GetStringAsync(api + "/form", Cancel));
        Assert.Contains("S4", await program.GetStringAsync(api + "/responses.csv", Cancel));
        using (var link = await Post(api + "/link")) Assert.Contains("\"link\":", await link.Content.ReadAsStringAsync(Cancel));
        using (var closed = await Post(api + "/closing")) Assert.Contains("\"state\":\"Frozen\"", await closed.Content.ReadAsStringAsync(Cancel));
    }

    [Theory, EachDatabase]
    public async Task Own_data_goes_from_the_upload_to_a_wave_with_an_index(Engine on)
    {
        await using var site = await TestSite.On(on);
        var company = await Company.In(site.Office);
        using var browser = await site.BrowserOf(company, company.Analyst);
        var rows = await File.ReadAllBytesAsync(ReferenceFiles.Find("data", "mobi.csv"), Cancel);
        using var kept = await browser.Upload("/waves/bring", "/waves/bring", rows, "mobi.csv");
        var step = kept.Headers.Location!.OriginalString;
        var page = await Text(browser, step);
        Assert.Contains("value=\"CUEX\"", page);
        var names = Encoding.UTF8.GetString(rows).Split('\n')[0].Trim().Split(',');
        // Quality as perceived is compared with the expectations of it; satisfaction stands beside them.
        var sent = names.SelectMany(n => n[..4] switch
        {
            "CUEX" => new[] { ("use", "Expected"), ("dimension", "Quality") },
            "PERQ" => [("use", "Perceived"), ("dimension", "Quality")],
            "CUSA" => [("use", "Perceived"), ("dimension", "Satisfaction")],
            _ => [("use", "Ignore"), ("dimension", "")],
        });
        using var brought = await browser.Send(step, step, [("Name", "Mobi"), ("From", "1"), ("To", "10"), ("UnitCode", "G"), ("mode", "AllOrNothing"), .. sent]);
        Assert.StartsWith("/index?wave=", brought.Headers.Location!.OriginalString);
        var index = brought.Headers.Location!.OriginalString;
        var wave = (await site.Office.Do(new ListWaves())).Single().Id;
        Assert.Equal(250, (await site.Office.Do(new ShowWave(wave))).Responses);

        var reference = JsonNode.Parse(await File.ReadAllTextAsync(ReferenceFiles.Find("reference", "score_mobi.json"), Cancel))!["results"]!;
        var shown = await site.Office.Do(new ShowIndex(wave));
        var quality = shown.Sides.Single(side => side.Node.Code == "Quality").Sides;
        Same(reference["perceived"]!, "score", quality[Aspect.Perceived], 1);
        Same(reference["expected"]!, "score", quality[Aspect.Expected], 1);
        Same(reference["disconfirmation"]!, "estimate", quality[Aspect.Gap], 1);
        Same(reference["ratio"]!, "estimate", quality[Aspect.Ratio], 100);
        var satisfaction = await site.Office.Do(new ShowIndex(wave, Node: "Satisfaction"));
        foreach (var item in reference["items"]!.AsArray())
            Same(item!, "score", satisfaction.Sides.Single(side => side.Node.Code == item!["item"]!.GetValue<string>()).Sides[Aspect.Perceived], 1);
        var read = await Text(browser, index);
        Assert.Contains("74.6", read);
        Assert.Contains("+2.2", read);
        Assert.Contains("103.1", read);

        using var gone = await browser.GetAsync(step, Cancel);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    static void Same(JsonNode expected, string field, ShownFigure actual, double unit)
    {
        Assert.Equal(expected[field]!.GetValue<double>() * unit, actual.Figure.Value!.Value, 1e-9);
        Assert.Equal(expected["se"]!.GetValue<double>() * unit, actual.Figure.StandardError!.Value, 1e-9);
        if (expected["lower"] is not { } lower) return;
        Assert.Equal(lower.GetValue<double>() * unit, actual.Figure.Lower!.Value, 1e-9);
        Assert.Equal(expected["upper"]!.GetValue<double>() * unit, actual.Figure.Upper!.Value, 1e-9);
    }
}
