using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Regard.Cases;
namespace Regard.Web.Cases;

/// <summary>Files of cases come in and go out. What goes out is never shown as a page: it is saved, whatever is in it.</summary>
static class CaseFileRoutes
{
    const string Sandbox = "default-src 'none'; sandbox; frame-ancestors 'none'";

    /// <summary>A little more than a file may have: the form around it.</summary>
    public static RequestSizeLimitAttribute Limit { get; } = new(CaseFile.Largest + (1 << 20));

    public static void MapCaseFiles(this RouteGroupBuilder pages)
    {
        pages.MapPost("/{number:long}/files", Add).WithMetadata(Limit);
        pages.MapGet("/{number:long}/files/{id}", Fetch);
        pages.MapPost("/{number:long}/files/{id}/remove", async (long number, Id<CaseFile> id, HttpRequest request, CaseDesk desk, Office office, Caller me) =>
            await desk.Change(number, "drop-file", await request.ReadFormAsync(request.HttpContext.RequestAborted), _ => office.Do(new RemoveCaseFile(number, id), me)));
    }

    static async Task<IResult> Add(long number, HttpRequest request, CaseDesk desk, Office office, Caller me)
    {
        var sent = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        return await desk.Change(number, "file", sent, async _ =>
        {
            var file = sent.Files.Count > 0 ? sent.Files[0] : throw new Invalid("file", "Choose a file.");
            await using var content = file.OpenReadStream();
            try { await office.Do(new AddCaseFile(number, await Body(content), file.FileName), me); }
            catch (Invalid found) { throw new Invalid([.. found.Problems.Select(p => p with { Field = "file" })]); }
        });
    }

    /// <summary>All of it, up to one byte more than a file may have; whoever takes it says that it is too large.</summary>
    public static async Task<ReadOnlyMemory<byte>> Body(Stream from)
    {
        using var content = new MemoryStream();
        var part = new byte[1 << 16];
        while (content.Length <= CaseFile.Largest && await from.ReadAsync(part) is > 0 and var read) content.Write(part, 0, read);
        return content.ToArray();
    }

    public static async Task<IResult> Fetch(long number, Id<CaseFile> id, HttpResponse response, Office office, Caller me)
    {
        var content = new MemoryStream();
        var file = await office.Do(new FetchCaseFile(number, id, content), me);
        return Saved(response, content, file.Name, file.Type);
    }

    /// <summary>Content that is saved and never shown.</summary>
    public static IResult Saved(HttpResponse response, MemoryStream content, string name, string type)
    {
        response.Headers.ContentSecurityPolicy = Sandbox;
        response.Headers.XContentTypeOptions = "nosniff";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        response.Headers.ContentDisposition = disposition.ToString();
        content.Position = 0;
        return TypedResults.Stream(content, type);
    }
}
