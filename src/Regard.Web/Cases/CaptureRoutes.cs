using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Regard.Cases;
using Regard.Web.Ui;
namespace Regard.Web.Cases;

/// <summary>Taking something down on the spot, also without network: the phone keeps it and sends it later, once.</summary>
static class CaptureRoutes
{
    public static void MapCapture(this RouteGroupBuilder pages)
    {
        pages.MapGet("/new", (Office office, Caller me) => Form(new(), [], office, me));
        pages.MapPost("/new", Take).WithMetadata(CaseFileRoutes.Limit);
        pages.MapPost("/new/send", Send).WithMetadata(CaseFileRoutes.Limit);
        pages.MapGet("/new/token", Token);
        pages.MapGet("/new/kept", (string? language) => Forms.Page<CaptureKeptPage>(new { Language = Languages.FromTag(language) ?? Language.English }));
        pages.MapGet("/capture-worker.js", Worker);
    }

    static async Task<IResult> Form(CaptureForm typed, IReadOnlyList<Problem> found, Office office, Caller me) =>
        Forms.Page<CapturePage>(new { Typed = typed, Places = await office.Do(new ListCasePlaces(), me), Found = found }, found);

    static async Task<IResult> Take(HttpRequest request, Office office, Caller me, TimeProvider clock)
    {
        var typed = CaptureForm.Of(await request.ReadFormAsync());
        return await Forms.Try(
            async () =>
            {
                var heard = await Hear(typed, office, me, clock);
                return Forms.Page<CapturedPage>(new { Heard = heard, NoPhoto = await Photo(heard, request.Form.Files, office, me) });
            },
            found => Form(typed, found, office, me));
    }

    static async Task<CaseHeard> Hear(CaptureForm typed, Office office, Caller me, TimeProvider clock)
    {
        var home = string.IsNullOrEmpty(typed.Unit) ? (await office.Do(new ListCasePlaces(), me)).Home : null;
        return await office.Do(typed.Hear(home, clock.GetUtcNow()), me);
    }

    /// <summary>Puts the photo to the case that was heard. The case stands without it: says why it was not kept; null when it was, or there is none.</summary>
    static async Task<Words?> Photo(CaseHeard heard, IFormFileCollection files, Office office, Caller me)
    {
        if (files.GetFile("photo") is not { Length: > 0 } photo) return null;
        try
        {
            // Sent again after the line broke: the case is known, its photo perhaps not yet.
            if (heard.Receipt is null && (await office.Do(new ShowCase(heard.Number), me)).Files.Count > 0) return null;
            await using var content = photo.OpenReadStream();
            await office.Do(new AddCaseFile(heard.Number, await CaseFileRoutes.Body(content), photo.FileName), me);
            return null;
        }
        catch (Invalid e) { return e.Problems[0].Words; }
        catch (Refused e) { return e.Words; }
        catch (NotFound e) { return e.Words; }
    }

    /// <summary>For the script of the page: what it kept goes out by this, with an answer that it can read.</summary>
    static async Task<IResult> Send(HttpRequest request, Office office, Caller me, TimeProvider clock)
    {
        if (me.Person is null) return TypedResults.StatusCode(StatusCodes.Status401Unauthorized);
        var typed = CaptureForm.Of(await request.ReadFormAsync());
        IResult Not(int status, IEnumerable<Words> words) => TypedResults.Json(new { problems = words.Select(w => w.In(me.Language)) }, statusCode: status);
        try
        {
            var heard = await Hear(typed, office, me, clock);
            return TypedResults.Json(new { number = heard.Number, receipt = heard.Receipt, photo = (await Photo(heard, request.Form.Files, office, me))?.In(me.Language) });
        }
        catch (Invalid e) { return Not(StatusCodes.Status422UnprocessableEntity, e.Problems.Select(p => p.Words)); }
        catch (Refused e) { return Not(e.Forbidden ? StatusCodes.Status403Forbidden : StatusCodes.Status409Conflict, [e.Words]); }
        catch (NotFound e) { return Not(StatusCodes.Status422UnprocessableEntity, [e.Words]); }
    }

    /// <summary>What the script sends with an entry so that no other site can, and whose entries these are.</summary>
    static IResult Token(HttpContext http, IAntiforgery forgery, Caller me) => me.Person is { } person
        ? TypedResults.Json(new { token = forgery.GetAndStoreTokens(http).RequestToken, person = person.ToString(), name = me.Name })
        : TypedResults.StatusCode(StatusCodes.Status401Unauthorized);

    /// <summary>The service worker: keeps the empty form and what it is drawn with, nothing else.</summary>
    static IResult Worker(string? language)
    {
        var tag = (Languages.FromTag(language) ?? Language.English).Tag();
        string[] assets = [AssetFiles.Url("css/respond.css"), AssetFiles.Url("css/capture.css"), AssetFiles.Url("js/shelf.js"), AssetFiles.Url("js/capture.js"), AssetFiles.Url("css/icon.svg")];
        var kept = $"/cases/new/kept?language={tag}";
        var source = File.ReadAllText(Path.Combine(AssetFiles.Root, "js", "capture-worker.js"));
        var head = $"const kept = {JsonSerializer.Serialize(kept)};\nconst assets = {JsonSerializer.Serialize(assets)};\nconst version = {JsonSerializer.Serialize(tag + string.Concat(assets.Select(a => "-" + a[(a.LastIndexOf('=') + 1)..])))};\n";
        return TypedResults.Text(head + source, "text/javascript; charset=utf-8");
    }
}
