using Regard.Cases;
using Regard.Web.Ui;
namespace Regard.Web.Complain;

/// <summary>Asks a customer what happened, and gives a receipt.</summary>
sealed class ComplainDesk(Office office, Caller me)
{
    /// <summary>A field that people do not see; whatever fills it is a machine.</summary>
    internal const string Bait = "website";

    public async Task<IResult> Ask(string? code, HttpContext http) => Page(new() { Key = Guid.NewGuid(), Language = ComplainRoutes.LanguageOf(http), Place = await office.Do(new ShowComplaintPlace(code), me), Path = http.Request.Path });

    public async Task<IResult> Take(string? code, HttpContext http)
    {
        var sent = await http.Request.ReadFormAsync(http.RequestAborted);
        var view = new ComplainView
        {
            Key = Guid.TryParse(sent["key"], out var key) ? key : default, Language = ComplainRoutes.LanguageOf(http), Place = await office.Do(new ShowComplaintPlace(code), me), Path = http.Request.Path, Words = sent["words"], Contact = sent["contact"],
        };
        if (sent.ContainsKey("to")) return Page(view);
        if (sent[Bait].ToString().Length > 0) return Forms.Page<ComplainedPage>(new { View = view, Receipt = "" });
        try
        {
            var heard = await office.Do(new HearPublicCase(view.Key, view.Words ?? "", view.Contact, code), me with { Language = view.Language });
            return Forms.Page<ComplainedPage>(new { View = view, Receipt = heard.Receipt ?? "" });
        }
        catch (Invalid e) { return Page(view with { Found = e.Problems, Key = view.Key == default ? Guid.NewGuid() : view.Key }); }
        catch (Refused e) { return Page(view with { Found = [new("", e.Words)] }); }
    }

    static IResult Page(ComplainView view) => Forms.Page<ComplainPage>(new { View = view }, view.Found);
}

/// <summary>The public complaint page as it is to be shown.</summary>
public sealed record ComplainView
{
    /// <summary>Made with the page: what is sent twice is taken once.</summary>
    public required Guid Key { get; init; }
    public required Language Language { get; init; }
    public required ComplaintPlace Place { get; init; }
    public required string Path { get; init; }
    public string? Words { get; init; }
    public string? Contact { get; init; }
    public IReadOnlyList<Problem> Found { get; init; } = [];
}
