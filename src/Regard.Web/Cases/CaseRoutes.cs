using Microsoft.AspNetCore.Mvc;
using Regard.Cases;
using Regard.Web.Cases.Bodies;
using Regard.Web.Cases.MailsAside;
using Regard.Web.Ui;
namespace Regard.Web.Cases;

static class CaseRoutes
{
    public static void MapCases(this WebApplication app)
    {
        var pages = app.MapGroup("/cases").ExcludeFromDescription();
        pages.MapGet("", ([AsParameters] CaseQuery asked, CaseDesk desk) => desk.Inbox(asked));
        pages.MapGet("/export.csv", ([AsParameters] CaseQuery asked, Office office, Caller me, HttpResponse response) => Export(asked.Filter, asked.Order, office, me, response));
        pages.MapGet("/count", async (Office office, Caller me) => Forms.Page<CaseCountBadge>(new { Counts = await office.Do(new CountCases(), me) }));
        pages.MapPost("/views", KeepView);
        pages.MapPost("/views/{id}/remove", async (Id<CaseView> id, Office office, Caller me) => { await office.Do(new RemoveCaseView(id), me); return TypedResults.LocalRedirect("/cases"); });
        pages.MapGet("/{number:long}", (long number, string? back, CaseDesk desk) => desk.Page(number, back));
        pages.MapPost("/bulk", Bulk);
        pages.MapCaseActions();
        pages.MapCaseFiles();
        pages.MapCaseRules();
        pages.MapBodies();
        pages.MapMailsAside();
        pages.MapCapture();
    }

    /// <summary>Goes out as the rows are read: nothing has been sent yet when it is refused.</summary>
    internal static async Task<IResult> Export(CaseFilter filter, CaseSort sort, Office office, Caller me, HttpResponse response)
    {
        var pass = await office.Do(new AskForCaseExport(filter, sort), me);
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = "attachment; filename=cases.csv";
        try { await office.Do(new ExportCases(pass, response.Body), me); }
        catch when (!response.HasStarted)
        {
            response.Headers.ContentDisposition = default;
            throw;
        }
        return TypedResults.Empty;
    }

    static async Task<IResult> Bulk(HttpRequest request, CaseDesk desk, Office office, Caller me)
    {
        var form = await request.ReadFormAsync();
        var sent = BulkForm.Of(form);
        return await desk.Bulk(CaseQuery.From(form), sent, number => sent.Do switch
        {
            "offer" => office.Do(new OfferCase(number, sent.To, sent.Words ?? ""), me),
            "give" => office.Do(new GiveCase(number, sent.To, sent.Words ?? ""), me),
            "acknowledge" => office.Do(new AddNote(number, CaseNoteKind.Sent, sent.Words ?? ""), me),
            _ => office.Do(new AddNote(number, CaseNoteKind.Internal, sent.Words ?? ""), me),
        });
    }

    static async Task<IResult> KeepView(HttpRequest request, CaseDesk desk, Office office, Caller me)
    {
        var sent = await request.ReadFormAsync();
        var asked = CaseQuery.From(sent);
        try { await office.Do(new KeepCaseView(sent["name"].ToString(), asked.Filter), me); }
        catch (Exception e) when (e is Invalid or Refused { Forbidden: false }) { return await desk.Inbox(asked, bulkFound: e is Invalid invalid ? invalid.Problems : [new("", ((Refused)e).Words)]); }
        return TypedResults.LocalRedirect(asked.Address());
    }
}
