using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Regard.Organisation;
using Regard.Web.Ui;
namespace Regard.Web.Organisation.Calendars;

static class CalendarRoutes
{
    public static void MapCalendars(this WebApplication app)
    {
        var pages = app.MapGroup("/organisation/calendars").ExcludeFromDescription();
        pages.MapGet("", (string? holidays, Office office, Caller me, TimeProvider clock) => List(new() { Year = holidays }, [], office, me, clock));
        pages.MapPost("/holidays", Holidays);
        pages.MapPost("/unit", SetUnit);
        pages.MapGet("/new", (Office office, Caller me) => Form(null, new() { Zone = Tongue.Zone.Id, Region = "CN", Week = [.. WorkingWeek.Standard] }, [], office, me));
        pages.MapPost("/new", (HttpRequest sent, Office office, Caller me) => Save(null, sent, office, me));
        pages.MapGet("/standard", (int? year, Office office, Caller me, TimeProvider clock) => Year(null, year, new(), [], office, me, clock));
        pages.MapGet("/{id}", (Id<SavedCalendar> id, int? year, Office office, Caller me, TimeProvider clock) => Year(id, year, new(), [], office, me, clock));
        pages.MapGet("/{id}/edit", (Id<SavedCalendar> id, Office office, Caller me) => Edit(id, office, me));
        pages.MapPost("/{id}/edit", (Id<SavedCalendar> id, HttpRequest sent, Office office, Caller me) => Save(id, sent, office, me));
        pages.MapPost("/{id}/days", Days);
        pages.MapPost("/{id}/days/{day}/remove", (Id<SavedCalendar> id, DateOnly day, Office office, Caller me, TimeProvider clock) => Forms.Try(
            async () => { await office.Do(new RemoveCalendarDay(id, day), me); return TypedResults.LocalRedirect($"/organisation/calendars/{id}?year={day.Year}"); }, found => Year(id, day.Year, new(), found, office, me, clock)));

        var api = app.MapGroup("/api/organisation/calendars").WithTags("Organisation");
        api.MapGet("", (Office office, Caller me) => office.Do(new ShowCalendars(), me));
        api.MapPost("", (SaveCalendar asked, Office office, Caller me) => office.Do(asked, me));
        api.MapGet("/{id}/{year:int}", (Id<SavedCalendar> id, int year, Office office, Caller me) => office.Do(new ShowCalendarYear(id, year), me));
        api.MapPost("/{id}/days", (Id<SavedCalendar> id, SomeDays sent, Office office, Caller me) => office.Do(new SaveCalendarDays(id, sent.From, sent.Until ?? sent.From, sent.Shifts, sent.Name), me));
        api.MapDelete("/{id}/days/{day}", (Id<SavedCalendar> id, DateOnly day, Office office, Caller me) => office.Do(new RemoveCalendarDay(id, day), me));
        api.MapPut("/holidays/{region}/{year:int}", (string region, int year, HolidaysOf sent, Office office, Caller me) => office.Do(new SaveHolidays(region, year, sent.Source, sent.Days), me));
        api.MapPut("/units/{unit}", (Id<Unit> unit, CalendarOf sent, Office office, Caller me) => office.Do(new SetUnitCalendar(unit, sent.CalendarId), me));
    }

    sealed record SomeDays(DateOnly From, DateOnly? Until, string? Shifts, string? Name);
    sealed record HolidaysOf(string Source, string Days);
    sealed record CalendarOf(Id<SavedCalendar>? CalendarId);

    static async Task<IResult> List(HolidayForm typed, IReadOnlyList<Problem> found, Office office, Caller me, TimeProvider clock)
    {
        var view = await office.Do(new ShowCalendars(), me);
        var units = me.May(Permission.SeeOrganisation) ? await office.Do(new ShowTree(), me) : [];
        var year = int.TryParse(typed.Year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) ? y : view.Unknown is [var missing, ..] ? missing : clock.Day().Year + 1;
        var known = view.Holidays.FirstOrDefault(h => h.Region == "CN" && h.Year == year);
        typed = typed with { Year = typed.Year ?? year.ToString(CultureInfo.InvariantCulture), Source = typed.Source ?? known?.Source, Days = typed.Days ?? (known is null ? null : PublicHolidays.Write(known.Days)) };
        return Forms.Page<CalendarsPage>(new { View = view, Units = units, Typed = typed, Found = found }, found);
    }

    static Task<IResult> Holidays([FromForm] string? year, [FromForm] string? source, [FromForm] string? days, Office office, Caller me, TimeProvider clock) => Forms.Try(
        async () =>
        {
            await office.Do(new SaveHolidays("CN", int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) ? y : 0, source ?? "", days ?? ""), me);
            return TypedResults.LocalRedirect("/organisation/calendars");
        },
        found => List(new() { Year = year, Source = source, Days = days }, found, office, me, clock));

    static Task<IResult> SetUnit([FromForm] string? unitId, [FromForm] string? calendarId, Office office, Caller me, TimeProvider clock) => Forms.Try(
        async () =>
        {
            var unit = Id<Unit>.TryParse(unitId, null, out var u) ? u : throw new Invalid("UnitId", "Choose a unit.");
            await office.Do(new SetUnitCalendar(unit, Id<SavedCalendar>.TryParse(calendarId, null, out var c) ? c : null), me);
            return TypedResults.LocalRedirect("/organisation/calendars");
        },
        found => List(new(), found, office, me, clock));

    static async Task<IResult> Edit(Id<SavedCalendar> id, Office office, Caller me)
    {
        var calendar = (await office.Do(new ShowCalendars(), me)).Calendars.FirstOrDefault(c => c.Id == id) ?? throw new NotFound("There is no such calendar.");
        return await Form(id, new() { Name = calendar.Name, Zone = calendar.Zone, Region = calendar.Region, Week = calendar.Week, Revision = calendar.Revision }, [], office, me);
    }

    static Task<IResult> Form(Id<SavedCalendar>? id, CalendarForm typed, IReadOnlyList<Problem> found, Office office, Caller me) =>
        me.May(Permission.EditOrganisation) ? Task.FromResult(Forms.Page<EditCalendarPage>(new { Id = id, Typed = typed, Found = found }, found)) : throw new Refused(Words.Of("Your role does not include this."), forbidden: true);

    static async Task<IResult> Save(Id<SavedCalendar>? id, HttpRequest sent, Office office, Caller me)
    {
        var form = await sent.ReadFormAsync();
        var typed = new CalendarForm
        {
            Name = form["name"], Zone = form["zone"], Region = form["region"].ToString() is { Length: > 0 } region ? region : null,
            Week = [.. Enumerable.Range(0, 7).Select(i => form[$"week{i}"].ToString())], Revision = long.TryParse(form["revision"], CultureInfo.InvariantCulture, out var r) ? r : 0,
        };
        return await Forms.Try(
            async () => TypedResults.LocalRedirect($"/organisation/calendars/{await office.Do(new SaveCalendar(id, typed.Name ?? "", typed.Zone ?? "", typed.Week, typed.Region, typed.Revision), me)}"),
            found => Form(id, typed, found, office, me));
    }

    static async Task<IResult> Year(Id<SavedCalendar>? id, int? year, DaysForm typed, IReadOnlyList<Problem> found, Office office, Caller me, TimeProvider clock) =>
        Forms.Page<CalendarPage>(new { Shown = await office.Do(new ShowCalendarYear(id, year ?? clock.Day().Year), me), Today = clock.Day(), Typed = typed, Found = found }, found);

    static Task<IResult> Days(Id<SavedCalendar> id, [FromForm] string? from, [FromForm] string? until, [FromForm] string? shifts, [FromForm] string? name, Office office, Caller me, TimeProvider clock) => Forms.Try(
        async () =>
        {
            var first = Forms.Day(from) ?? throw new Invalid("From", "Choose a day.");
            await office.Do(new SaveCalendarDays(id, first, Forms.Day(until) ?? first, shifts, name), me);
            return TypedResults.LocalRedirect($"/organisation/calendars/{id}?year={first.Year}");
        },
        found => Year(id, Forms.Day(from)?.Year, new(from, until, shifts, name), found, office, me, clock));
}

public sealed record HolidayForm
{
    public string? Year { get; init; }
    public string? Source { get; init; }
    public string? Days { get; init; }
}

public sealed record CalendarForm
{
    public string? Name { get; init; }
    public string? Zone { get; init; }
    public string? Region { get; init; }
    public IReadOnlyList<string> Week { get; init; } = [];
    public long Revision { get; init; }
}

public sealed record DaysForm(string? From = null, string? Until = null, string? Shifts = null, string? Name = null);
