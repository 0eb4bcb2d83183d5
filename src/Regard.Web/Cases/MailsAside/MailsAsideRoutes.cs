using Regard.Cases;
using Regard.Post.Inbox;
using Regard.Web.Ui;
namespace Regard.Web.Cases.MailsAside;

static class MailsAsideRoutes
{
    public static void MapMailsAside(this RouteGroupBuilder pages)
    {
        pages.MapGet("/mails-aside", (int? page, Office office, Caller me) => Page(page ?? 1, [], office, me));
        pages.MapPost("/mails-aside/{id}", (Id<MailIn> id, Office office, Caller me) => Forms.Try(
            async () => TypedResults.LocalRedirect($"/cases/{await office.Do(new HearMailAside(id), me)}"),
            found => Page(1, found, office, me)));
    }

    static async Task<IResult> Page(int page, IReadOnlyList<Problem> found, Office office, Caller me) =>
        Forms.Page<MailsAsidePage>(new { Shown = await office.Do(new ListMailsAside(page), me), Number = page, Found = found }, found);

    public static Words Said(this AsideReason reason) => Words.Of(reason switch
    {
        AsideReason.Own => "From our own address",
        AsideReason.Report => "Delivery report",
        AsideReason.Echo => "Answered by a program",
        _ => "Nobody could take it up yet",
    });
}
