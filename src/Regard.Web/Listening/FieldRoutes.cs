using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Regard.Cases;
using Regard.Customers;
using Regard.Listening;
using Regard.Organisation;
using Regard.Web.Ui;
using Regard.Work;
namespace Regard.Web.Listening;

static class FieldRoutes
{
    public static void MapFieldLog(this WebApplication app)
    {
        var pages = app.MapGroup("/field-log").ExcludeFromDescription();
        pages.MapGet("", List);
        pages.MapGet("/new", (string? unit, Office office, Caller me, TimeProvider clock) => NewForm(new() { Unit = unit, Day = clock.Day().Iso(), Ours = me.Name, Attendees = "1" }, [], office, me));
        pages.MapPost("/new", Write);
        pages.MapGet("/{number:long}", (long number, Office office, Caller me) => Show(number, null, [], office, me));
        pages.MapPost("/{number:long}/codes", Code);
        pages.MapPost("/{number:long}/actions", Ask);

        var api = app.MapGroup("/api/field-log").WithTags("Field log").DisableAntiforgery();
        api.MapGet("", (FieldKind? kind, Id<Unit>? unit, string? indicator, DateOnly? from, DateOnly? until, Office office, Caller me) => office.Do(new ListFieldNotes(kind, unit, indicator, from, until), me));
        api.MapPost("", (WriteFieldNote asked, Office office, Caller me) => office.Do(asked, me));
        api.MapGet("/evidence", (Id<Unit>? unit, DateOnly? from, Office office, Caller me) => office.Do(new CountFieldCodes(unit, from), me));
        api.MapGet("/{number:long}", (long number, Office office, Caller me) => office.Do(new ShowFieldNote(number), me));
        api.MapPut("/{number:long}/codes", (long number, Coding sent, Office office, Caller me) => office.Do(new CodeFieldNote(number, sent.Codes, sent.Mix), me));
        api.MapPost("/{number:long}/actions", (long number, Asking sent, Office office, Caller me) => office.Do(new AskFieldAction(number, sent.Words, sent.OwnerId, sent.DueOn), me));
    }

    sealed record Coding(IReadOnlyList<FieldCode> Codes, MarketingMix? Mix);
    sealed record Asking(string Words, Id<Person> OwnerId, DateOnly DueOn);

    static Task<IResult> List([AsParameters] FieldQuery asked, Office office, Caller me)
    {
        async Task<IResult> Page(FieldQuery by, IReadOnlyList<Problem> found) => Forms.Page<FieldLogPage>(new { Log = await office.Do(by.Asked, me), Places = await office.Do(new ListFieldPlaces(), me), Query = asked, Found = found }, found);
        return Forms.Try(() => Page(asked, []), found => Page(new(), found));
    }

    static async Task<IResult> NewForm(FieldForm typed, IReadOnlyList<Problem> found, Office office, Caller me) =>
        Forms.Page<NewFieldNotePage>(new { Typed = typed, Places = await office.Do(new ListFieldPlaces(), me), Found = found }, found);

    static async Task<IResult> Write(HttpRequest request, Office office, Caller me)
    {
        var typed = FieldForm.Of(await request.ReadFormAsync());
        return await Forms.Try(
            async () =>
            {
                var number = await office.Do(typed.Note(await Known(typed.Customer, office, me)), me);
                return TypedResults.LocalRedirect(me.May(Permission.SeeCases) ? $"/field-log/{number}" : "/field-log/new");
            },
            found => NewForm(typed, found, office, me));
    }

    static async Task<IResult> Code(long number, HttpRequest request, Office office, Caller me)
    {
        var typed = FieldForm.Of(await request.ReadFormAsync());
        return await Forms.Try(
            async () => { await office.Do(new CodeFieldNote(number, typed.CodesOf, typed.MixOf), me); return TypedResults.LocalRedirect($"/field-log/{number}"); },
            found => Show(number, typed, found, office, me));
    }

    static Task<IResult> Ask(long number, [FromForm] string? words, [FromForm] string? ownerId, [FromForm] string? dueOn, Office office, Caller me) => Forms.Try(
        async () =>
        {
            var owner = Id<Person>.TryParse(ownerId, null, out var id) ? id : throw new Invalid("OwnerId", "Choose a person.");
            await office.Do(new AskFieldAction(number, words ?? "", owner, Forms.Day(dueOn) ?? throw new Invalid("DueOn", "Choose a day.")), me);
            return TypedResults.LocalRedirect($"/field-log/{number}");
        },
        found => Show(number, null, found, office, me, (words, ownerId, dueOn)));

    static async Task<IResult> Show(long number, FieldForm? typed, IReadOnlyList<Problem> found, Office office, Caller me, (string? Words, string? Owner, string? Due) asked = default)
    {
        var shown = await office.Do(new ShowFieldNote(number), me);
        return Forms.Page<FieldNotePage>(new
        {
            Shown = shown, Places = await office.Do(new ListFieldPlaces(), me), Hands = me.May(Permission.SeePlans) ? await office.Do(new ListHands(shown.Note.UnitId), me) : [],
            Typed = typed ?? FieldForm.Of(shown.Note), Coding = typed is not null, AskedWords = asked.Words, AskedOwner = asked.Owner, AskedDue = asked.Due, Found = found,
        }, found);
    }

    static async Task<Id<Customer>?> Known(string? sent, Office office, Caller me)
    {
        if (sent?.Trim().TrimStart('#') is not { Length: > 0 } sought) return null;
        var found = long.TryParse(sought, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? (await office.Do(new FindCustomers(new() { Query = sought }), me)).Rows.FirstOrDefault(r => r.Number == n) : null;
        return found?.CustomerId ?? throw new Invalid("Customer", "There is no customer No. {0} in your care.", sought);
    }
}

/// <summary>What the list is narrowed to, as it stands in the address; "to" is the last day that counts.</summary>
public sealed record FieldQuery(string? Kind = null, string? Unit = null, string? Indicator = null, string? From = null, string? To = null)
{
    public ListFieldNotes Asked => new(
        Enum.TryParse<FieldKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : null, Id<Unit>.TryParse(Unit, null, out var unit) ? unit : null,
        string.IsNullOrEmpty(Indicator) ? null : Indicator, Forms.Day(From), Forms.Day(To)?.AddDays(1));

    public bool IsNarrowed => new[] { Kind, Unit, Indicator, From, To }.Any(v => !string.IsNullOrEmpty(v));

    public string Address => "/field-log" + QueryString.Create(new[] { ("kind", Kind), ("unit", Unit), ("indicator", Indicator), ("from", From), ("to", To) }
        .Where(v => !string.IsNullOrEmpty(v.Item2)).Select(v => KeyValuePair.Create(v.Item1, v.Item2)));
}
