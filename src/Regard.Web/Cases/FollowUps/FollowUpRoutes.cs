using Microsoft.AspNetCore.Mvc;
using Regard.Cases;
using Regard.Organisation;
using Regard.Web.Ui;
namespace Regard.Web.Cases.FollowUps;

static class FollowUpRoutes
{
    public static void MapFollowUps(this WebApplication app)
    {
        var pages = app.MapGroup("/follow-ups").ExcludeFromDescription();
        pages.MapGet("", (string? unit, int? start, Office office, Caller me) => List(unit, start, null, null, [], office, me));
        pages.MapPost("/{number:long}/{id}", (long number, Id<FollowUp> id, [FromForm] FollowUpState? outcome, [FromForm] string? words, [FromForm] int? start, Office office, Caller me) => Forms.Try(
            async () =>
            {
                await office.Do(new NoteFollowUp(number, id, outcome ?? FollowUpState.Open, words ?? ""), me);
                return TypedResults.LocalRedirect(outcome == FollowUpState.NotFine ? $"/cases/{number}" : "/follow-ups");
            },
            found => List(null, start, id, words, found, office, me)));

        var api = app.MapGroup("/api/follow-ups").WithTags("Follow-ups");
        api.MapGet("", (Id<Unit>? unit, int? start, int? size, Office office, Caller me) => office.Do(new ListFollowUps(unit, start ?? 0, size ?? 50), me));
        api.MapPost("/{number:long}/{id}", (long number, Id<FollowUp> id, Noted sent, Office office, Caller me) => office.Do(new NoteFollowUp(number, id, sent.Outcome, sent.Words ?? ""), me));
    }

    sealed record Noted(FollowUpState Outcome, string? Words);

    static async Task<IResult> List(string? unit, int? start, Id<FollowUp>? typedFor, string? typed, IReadOnlyList<Problem> found, Office office, Caller me) => Forms.Page<FollowUpListPage>(new
    {
        Shown = await office.Do(new ListFollowUps(Id<Unit>.TryParse(unit, null, out var id) ? id : null, Math.Max(0, start ?? 0)), me), Unit = unit, Start = Math.Max(0, start ?? 0), TypedFor = typedFor, Typed = typed, Found = found,
    }, found);
}
