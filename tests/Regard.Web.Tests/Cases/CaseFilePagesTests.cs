using System.Net;
using Regard.Cases;
using Regard.Organisation;
using Regard.Storage;
using Regard.Tests.Organisation;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Cases;

public class CaseFilePagesTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static readonly byte[] photo = [0xFF, 0xD8, 0xFF, 0xE0, .. "JFIF"u8];

    [Fact]
    public async Task A_photo_goes_out_to_be_saved_only_never_as_a_page_and_only_to_whom_the_case_shows()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        var number = (await site.Office.Do(new HearCase { UnitId = c.Store(1), Words = "Broken" }, c.FrontLine)).Number;
        var id = await site.Office.Do(new AddCaseFile(number, photo, "座椅.html"), c.FrontLine);
        using var clerk = await site.BrowserOf(c, c.FrontLine);
        Assert.Contains($"/cases/{number}/files/{id}", await clerk.GetStringAsync($"/cases/{number}", Stop));
        using (var got = await clerk.GetAsync($"/cases/{number}/files/{id}", Stop))
        {
            Assert.Equal(photo, await got.Content.ReadAsByteArrayAsync(Stop));
            Assert.Equal(("image/jpeg", "attachment", "座椅.html.jpg"), (got.Content.Headers.ContentType!.MediaType, got.Content.Headers.ContentDisposition!.DispositionType, got.Content.Headers.ContentDisposition.FileNameStar));
            Assert.Equal("nosniff", got.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Contains("sandbox", got.Headers.GetValues("Content-Security-Policy").Single());
        }
        using var elsewhere = await site.BrowserOf(c, await c.Person("Else Where", Role.Manager, c.Store(2)));
        using (var missing = await elsewhere.GetAsync($"/cases/{number}/files/{id}", Stop)) Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        await site.Office.Do(new NoteScan(number, id, IsClean: false));
        using (var held = await clerk.GetAsync($"/cases/{number}/files/{id}", Stop)) Assert.Equal(HttpStatusCode.Conflict, held.StatusCode);
        using (var removed = await clerk.Send($"/cases/{number}", $"/cases/{number}/files/{id}/remove")) Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.Empty((await site.Office.Do(new ShowCase(number), c.FrontLine)).Files);
    }

    [Fact]
    public async Task What_is_no_photo_or_document_or_comes_without_the_pages_token_is_not_taken()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        var number = (await site.Office.Do(new HearCase { UnitId = c.Store(1), Words = "Broken" }, c.FrontLine)).Number;
        using var clerk = await site.BrowserOf(c, c.FrontLine);
        using (var nothing = await clerk.Send($"/cases/{number}", $"/cases/{number}/files"))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
            Assert.Contains("Choose a file.", await nothing.Content.ReadAsStringAsync(Stop));
        }
        using var form = new MultipartFormDataContent { { new ByteArrayContent(photo), "file", "x.jpg" } };
        using var forged = await clerk.PostAsync($"/cases/{number}/files", form, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Empty((await site.Office.Do(new ShowCase(number), c.FrontLine)).Files);
    }
}
