using Microsoft.AspNetCore.Mvc;
using Regard.Organisation;
using Regard.Web.Ui;
namespace Regard.Web.Organisation.Calendars;

static class AbsenceRoutes
{
    public static void MapAbsences(this WebApplication app)
    {
        var pages = app.MapGroup("/absences").ExcludeFromDescription();
        pages.MapGet("", (Office office, Caller me) => List(new(), [], office, me));
        pages.MapPost("", Note);
        pages.MapPost("/{id}/end", (Id<Absence> id, Office office, Caller me) => Forms.Try(
            async () => { await office.Do(new EndAbsence(id), me); return TypedResults.LocalRedirect("/absences"); }, found => List(new(), found, office, me)));

        var api = app.MapGroup("/api/absences").WithTags("Organisation");
        api.MapGet("", (Office office, Caller me) => office.Do(new ListAbsences(), me));
        api.MapPost("", (NoteAbsence asked, Office office, Caller me) => office.Do(asked, me));
        api.MapDelete("/{id}", (Id<Absence> id, Office office, Caller me) => office.Do(new EndAbsence(id), me));
    }

    static async Task<IResult> List(AbsenceForm typed, IReadOnlyList<Problem> found, Office office, Caller me) =>
        Forms.Page<AbsencesPage>(new { View = await office.Do(new ListAbsences(), me), Typed = typed, Found = found }, found);

    static Task<IResult> Note([FromForm] string? personId, [FromForm] string? fromDay, [FromForm] string? untilDay, [FromForm] string? standInId, Office office, Caller me) => Forms.Try(
        async () =>
        {
            var whose = Person(personId) ?? me.Person ?? throw new Invalid("PersonId", "Choose a person.");
            await office.Do(new NoteAbsence(whose, Forms.Day(fromDay) ?? throw new Invalid("FromDay", "Choose a day."), Forms.Day(untilDay) ?? throw new Invalid("UntilDay", "Choose a day."), Person(standInId)), me);
            return TypedResults.LocalRedirect("/absences");
        },
        found => List(new(personId, fromDay, untilDay, standInId), found, office, me));

    static Id<Person>? Person(string? sent) => Id<Person>.TryParse(sent, null, out var id) ? id : null;
}

public sealed record AbsenceForm(string? PersonId = null, string? FromDay = null, string? UntilDay = null, string? StandInId = null);
