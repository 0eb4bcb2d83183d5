using Regard.Cases;
using Regard.Web.Ui;
namespace Regard.Web.Cases.Praise;

static class RecognitionRoutes
{
    public static void MapRecognition(this WebApplication app)
    {
        app.MapGet("/recognition", async (string? from, Office office, Caller me) => Forms.Page<RecognitionPage>(new { Shown = await office.Do(new ShowRecognition(Forms.Day(from)), me) })).ExcludeFromDescription();
        app.MapGet("/api/recognition", (DateOnly? from, Office office, Caller me) => office.Do(new ShowRecognition(from), me)).WithTags("Cases");
    }
}
