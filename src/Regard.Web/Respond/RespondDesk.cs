using Microsoft.AspNetCore.Http.HttpResults;
using Regard.Surveys;
using Regard.Web.Layout;
using Regard.Web.Security;
namespace Regard.Web.Respond;

/// <summary>Shows a respondent the page they are at, and takes what they send.</summary>
sealed class RespondDesk(Office office, ResponseWriter writer, Caller me)
{
    public async Task<IResult> Show(RespondentAt at, HttpContext http)
    {
        try
        {
            var begun = await office.Do(new BeginResponse(at.Who), me);
            var language = LanguageOf(begun, http.Request);
            if (begun.State != AnsweringState.Open) return Over(begun, at, language);
            if (begun.Unit is null && begun.Units.Count > 0) return Page<RespondUnits>(new { at.Path, begun.Document, begun.Units, Language = language });
            if (begun.IsFirstVisit && at.Token is { } token) await office.Do(new NoteLinkOpened(token), me);
            return Form(begun, at, language, http.Request);
        }
        catch (NotFound e) { return Note(404, Words.Of("This link does not work"), [e.Words], me.Language); }
    }

    static IResult Form(Answering begun, RespondentAt at, Language language, HttpRequest request)
    {
        var answers = begun.Draft?.Answers ?? [];
        var asked = int.TryParse(request.Query["page"], out var p) && p >= 0 && p < begun.Document.Pages.Count ? p : (int?)null;
        var page = asked ?? (int?)begun.Draft?.Page ?? FormPages.Shown(begun.Document, answers).FirstOrDefault();
        return Page<RespondPage>(new
        {
            View = new RespondView
            {
                Path = at.Path, Key = at.Key, Document = begun.Document, Page = Math.Clamp(page, 0, begun.Document.Pages.Count - 1), Answers = answers, Language = language, Unit = begun.Unit,
                IsResumed = begun.Draft is not null && asked is null,
                Found = request.Query.ContainsKey("check") ? AnswerRules.Problems(begun.Document, answers, page) : [],
            },
        });
    }

    public async Task<IResult> Take(RespondentAt at, HttpContext http)
    {
        var language = me.Language;
        if (await AtOnce(at, http) is { } done) return done;
        try
        {
            var begun = await office.Do(new BeginResponse(at.Who), me);
            language = LanguageOf(begun, http.Request);
            if (begun.State != AnsweringState.Open) return Over(begun, at, language);
            return await Go(begun, at, await http.Request.ReadFormAsync(http.RequestAborted), language);
        }
        catch (NotFound e) { return Note(404, Words.Of("This link does not work"), [e.Words], language); }
        catch (Refused e) { return Note(409, Words.Of("Not possible now"), [e.Words], language); }
    }

    /// <summary>The answers to a known form of a single page need nothing looked up first. Null when they are not simply taken: then the long way says why.</summary>
    async Task<IResult?> AtOnce(RespondentAt at, HttpContext http)
    {
        if (writer.Known(at.Who) is not { Pages.Count: 1 } document) return null;
        var sent = await http.Request.ReadFormAsync(http.RequestAborted);
        if (sent["go"] != "next" || sent.ContainsKey("to") || Languages.FromTag(sent["language"]) is not { } language) return null;
        var answers = AnswerReader.Read(document, key => [.. sent[key].OfType<string>()]);
        if (HasMore(document, answers, 0, sent["asked"].ToString())) return null;
        try { await writer.Submit(at.Who.Submit(answers, language, null), me); }
        catch (Exception e) when (e is Invalid or Refused or NotFound) { return null; }
        return See(at.Key is null ? at.Path : at.To(0));
    }

    async Task<IResult> Go(Answering begun, RespondentAt at, IFormCollection sent, Language language)
    {
        var document = begun.Document;
        if (!int.TryParse(sent["page"], out var page) || page < 0 || page >= document.Pages.Count) throw new NotFound("This survey has no such page.");
        var keys = document.Pages[page].Items.SelectMany(i => i.AnswerKeys).ToHashSet();
        var answers = AnswerReader.Read(document, key => keys.Contains(key) ? [.. sent[key].OfType<string>()] : []);
        if (Languages.FromTag(sent["to"]) is { } other) return await OnTheWay(at, page, answers, other, page);
        if (sent["go"] == "back") return await OnTheWay(at, page, answers, language, FormPages.Before(document, (begun.Draft?.Answers ?? []).WithPage(document.Pages[page], answers), page) ?? page);
        try
        {
            var all = (begun.Draft?.Answers ?? []).WithPage(document.Pages[page], answers);
            var hasMore = HasMore(document, all, page, sent["asked"].ToString());
            if (hasMore || FormPages.After(document, all, page) is not null)
            {
                var saved = await office.Do(new SavePage(at.Who, page, answers, language), me);
                return See(at.To(hasMore ? page : saved.NextPage ?? page));
            }
            // The last page needs no saving: it is sent in at once, together with many others.
            await writer.Submit(at.Who.Submit(all, language, begun.Draft?.StartedAt), me);
            return See(at.Key is null ? at.Path : at.To(page));
        }
        catch (Invalid e)
        {
            if (Elsewhere(document, page, e.Problems) is not { } wrong) return Again(begun, at, page, answers, e.Problems, language);
            await office.Do(new SavePage(at.Who, page, answers, language) { OnTheWay = true }, me);
            return See(at.To(wrong, check: true));
        }
    }

    /// <summary>The first page that has something wrong on it, when this one has nothing.</summary>
    static int? Elsewhere(FormDocument document, int page, IReadOnlyList<Problem> found)
    {
        bool Wrong(Regard.Surveys.Page p) => p.Items.Any(i => i.AnswerKeys.Any(key => found.Any(f => f.Field == key)));
        return Wrong(document.Pages[page]) ? null : document.Pages.Index().Where(p => Wrong(p.Item)).Select(p => (int?)p.Index).FirstOrDefault();
    }

    async Task<IResult> OnTheWay(RespondentAt at, int page, Answers answers, Language language, int to)
    {
        await office.Do(new SavePage(at.Who, page, answers, language) { OnTheWay = true }, me);
        return See(at.To(to));
    }

    /// <summary>The answers bring up questions on this very page that were not there before.</summary>
    static bool HasMore(FormDocument document, Answers answers, int page, string asked)
    {
        var before = asked.Split(',');
        return AnswerRules.Shown(document, answers).Any(i => document.Pages[page].Items.Contains(i) && !before.Contains(i.Key));
    }

    /// <summary>The page with what is wrong on it.</summary>
    static IResult Again(Answering begun, RespondentAt at, int page, Answers answers, IReadOnlyList<Problem> found, Language language)
    {
        var view = new RespondView { Path = at.Path, Key = at.Key, Document = begun.Document, Page = page, Answers = (begun.Draft?.Answers ?? []).WithPage(begun.Document.Pages[page], answers), Language = language, Unit = begun.Unit, Found = found };
        return Page<RespondPage>(new { View = view }, 422);
    }

    static IResult Over(Answering begun, RespondentAt at, Language language) => begun.State switch
    {
        AnsweringState.Answered => Page<RespondNote>(new
        {
            Title = Words.Of("Thank you!").In(language),
            Lines = (IReadOnlyList<string>)[begun.Document.Thanks.IsEmpty ? Words.Of("Your answers have been received.").In(language) : begun.Document.Thanks.In(language), Words.Of("You can close this page now.").In(language)],
            Language = language, AgainPath = at.Token is null ? at.Path + "?new=1" : null,
        }),
        AnsweringState.NotYet => Note(200, Words.Of("Not yet open"), [Words.Of("This survey has not been opened yet."), Words.Of("Please come back later by the same link.")], language),
        _ => Note(200, Words.Of("This survey is over"), [Words.Of("This survey is closed. It takes no more answers."), Words.Of("Thank you for wanting to tell us.")], language),
    };

    static Language LanguageOf(Answering begun, HttpRequest request)
    {
        var offered = begun.Document.Languages.Select(Languages.FromTag).OfType<Language>().ToList();
        Language?[] wished = [Languages.FromTag(request.HasFormContentType ? request.Form["language"] : request.Query["language"]), Languages.FromTag(begun.Draft?.LanguageTag), begun.Language, Preferences.LanguageOf(request)];
        return wished.FirstOrDefault(l => l is { } known && (offered.Count == 0 || offered.Contains(known))) ?? (offered.Count > 0 ? offered[0] : Language.English);
    }

    static IResult Note(int status, Words title, IReadOnlyList<Words> lines, Language language) =>
        Page<RespondNote>(new { Title = title.In(language), Lines = (IReadOnlyList<string>)[.. lines.Select(l => l.In(language))], Language = language }, status);

    static RazorComponentResult<T> Page<T>(object values, int status = 200) where T : Microsoft.AspNetCore.Components.IComponent => new(values) { StatusCode = status };

    /// <summary>303: the page after a form is fetched anew, so that going back or reloading sends nothing twice.</summary>
    static IResult See(string path) => new SeeOther(path);

    sealed class SeeOther(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext http)
        {
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}
