using Microsoft.AspNetCore.Http.HttpResults;
using Regard.Cases;
using Regard.Surveys;
using Regard.Web.Respond;
using Regard.Web.Security;
using Regard.Web.Ui;
namespace Regard.Web.Cases.AfterCases;

static class AfterCaseRoutes
{
    public static void MapAfterCases(this WebApplication app)
    {
        var links = app.MapGroup("/rate").ExcludeFromDescription().WithMetadata(new LinkIsPermission()).DisableAntiforgery().RequireRateLimiting(Limits.Respond);
        links.MapGet("/{token}", (string token, string? language, Office office, Caller me) => Show(token, language, office, me));
        links.MapPost("/{token}", Take);
        app.MapGet("/after-complaints", async (Office office, Caller me) => Forms.Page<AfterCasesPage>(new { Shown = await office.Do(new ShowAfterCases(), me) })).ExcludeFromDescription();

        var api = app.MapGroup("/api/after-complaints").WithTags("After complaints");
        api.MapGet("", (Office office, Caller me) => office.Do(new ShowAfterCases(), me));
        api.MapGet("/{number:long}", (long number, Office office, Caller me) => office.Do(new ShowCaseRating(number), me));
    }

    /// <summary>Only shows: a program that follows the link says nothing.</summary>
    static async Task<IResult> Show(string token, string? language, Office office, Caller me)
    {
        try
        {
            var begun = await office.Do(new BeginRating(token), me);
            var spoken = Languages.FromTag(language) ?? begun.Language;
            return begun.WhyNot is { } why ? Over(begun, why, spoken) : Form(PathOf(token), begun, [], spoken, []);
        }
        catch (NotFound e) { return Note(404, Words.Of("This link does not work"), e.Words, me.Language); }
    }

    static async Task<IResult> Take(string token, HttpRequest request, Office office, Caller me)
    {
        var sent = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        try
        {
            var begun = await office.Do(new BeginRating(token), me);
            var language = Languages.FromTag(sent["language"]) ?? begun.Language;
            var answers = AnswerReader.Read(begun.Document, key => [.. sent[key].OfType<string>()]);
            if (Languages.FromTag(sent["to"]) is { } other) return Form(PathOf(token), begun, answers, other, []);
            try { await office.Do(new RateCase(token, answers), me); }
            catch (Invalid e) { return Form(PathOf(token), begun, answers, language, e.Problems); }
            catch (Refused e) { return Over(begun, e.Words, language); }
            request.HttpContext.Response.Headers.Location = $"{PathOf(token)}?language={language.Tag()}";
            return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
        }
        catch (NotFound e) { return Note(404, Words.Of("This link does not work"), e.Words, me.Language); }
    }

    static string PathOf(string token) => $"/rate/{Uri.EscapeDataString(token)}";

    internal static IResult Form(string path, RatingBegun begun, Answers answers, Language language, IReadOnlyList<Problem> found) => Forms.Page<RespondPage>(new
    {
        View = new RespondView { Path = path, Document = begun.Document, Page = 0, Answers = answers, Language = language, Found = found },
    }, found);

    static IResult Over(RatingBegun begun, Words why, Language language) => begun.IsAnswered
        ? new RazorComponentResult<RespondNote>(new { Title = Words.Of("Thank you!").In(language), Lines = (IReadOnlyList<string>)[begun.Document.Thanks.In(language)], Language = language })
        : Note(200, Words.Of("Not possible now"), why, language);

    static IResult Note(int status, Words title, Words line, Language language) =>
        new RazorComponentResult<RespondNote>(new { Title = title.In(language), Lines = (IReadOnlyList<string>)[line.In(language)], Language = language }) { StatusCode = status };
}
