using Regard.Cases;
using Regard.Web.Ui;
namespace Regard.Web.Cases.LowScores;

static class LowScoreRoutes
{
    public static void MapLowScores(this WebApplication app)
    {
        app.MapGet("/cases/{number:long}/answer", async (long number, Office office, Caller me) => Forms.Page<CaseAnswerPage>(new { Number = number, Answer = await office.Do(new ShowCaseAnswer(number), me) })).ExcludeFromDescription();
        app.MapGet("/api/cases/{number:long}/answer", (long number, Office office, Caller me) => office.Do(new ShowCaseAnswer(number), me)).WithTags("Cases");
        app.MapPost("/api/cases/{number:long}/mails", (long number, MailSent sent, Office office, Caller me) => office.Do(new SendCaseMail(number, sent.Words, sent.Title, sent.Template ?? "case-answer"), me)).WithTags("Cases");
    }

    sealed record MailSent(string Words, string? Title, string? Template);
}
