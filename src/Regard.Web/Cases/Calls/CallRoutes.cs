using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Regard.Cases;
using Regard.Customers;
using Regard.Organisation;
using Regard.Post.Inbox;
using Regard.Web.Security;
using Regard.Web.Ui;
namespace Regard.Web.Cases.Calls;

static class CallRoutes
{
    public static void MapCalls(this WebApplication app)
    {
        var pages = app.MapGroup("/calls").ExcludeFromDescription();
        pages.MapGet("", List);
        pages.MapGet("/live", async (Office office, Caller me) => Forms.Page<LiveCallsPage>(new { Cards = await office.Do(new ListLiveCalls(), me) }));
        pages.MapGet("/numbers", (Office office, Caller me) => Numbers([], office, me));
        pages.MapPost("/numbers", ([FromForm] string? number, [FromForm] string? unitId, Office office, Caller me) => Forms.Try(
            async () =>
            {
                await office.Do(new SetHotline(number ?? "", Id<Unit>.TryParse(unitId, null, out var unit) ? unit : null), me);
                return TypedResults.LocalRedirect("/calls/numbers");
            },
            found => Numbers(found, office, me)));
        pages.MapPost("/key", ([FromForm] string? key, Office office, Caller me) => Forms.Try(
            async () => { await office.Do(new SetIncomingKey(key ?? ""), me); return TypedResults.LocalRedirect("/calls/numbers"); },
            found => Numbers(found, office, me)));
        pages.MapGet("/{id}", (Id<Call> id, Office office, Caller me) => Show(id, new(), [], office, me));
        pages.MapPost("/{id}", (Id<Call> id, [FromForm] CallTyped sent, Office office, Caller me) => Forms.Try(
            async () =>
            {
                var recorded = await office.Do(sent.ToChange(id), me);
                return TypedResults.LocalRedirect(recorded.CaseNumber is { } number ? $"/cases/{number}" : "/calls");
            },
            found => Show(id, sent, found, office, me)));
        pages.MapPost("/{id}/customer", (Id<Call> id, [FromForm] string? customer, Office office, Caller me) => Forms.Try(
            async () => { await office.Do(new LinkCall(id, await Found(customer, office, me)), me); return TypedResults.LocalRedirect($"/calls/{id}"); },
            found => Show(id, new() { Customer = customer }, found, office, me)));

        var api = app.MapGroup("/api/calls").WithTags("Calls");
        api.MapPost("", (NoteCall told, Office office, Caller me) => office.Do(told, me));
        api.MapPost("/signed", Signed).WithMetadata(new RequestSizeLimitAttribute(4 * NoteSignedCall.Longest)).RequireRateLimiting(Limits.Respond);
        api.MapGet("", ([AsParameters] CallQuery asked, Office office, Caller me) => office.Do(new ListCalls(asked.Filter, asked.Start ?? 0), me));
        api.MapGet("/live", (Office office, Caller me) => office.Do(new ListLiveCalls(), me));
        api.MapGet("/{id}", (Id<Call> id, Office office, Caller me) => office.Do(new ShowCall(id), me));
        api.MapPost("/{id}/record", (Id<Call> id, RecordSent sent, Office office, Caller me) =>
            office.Do(new RecordCall(id, sent.Purpose, sent.Words) { UnitId = sent.UnitId, ContactName = sent.ContactName, Severity = sent.Severity, Anger = sent.Anger, Wants = sent.Wants }, me));
        api.MapPost("/{id}/customer", (Id<Call> id, CustomerSent sent, Office office, Caller me) => office.Do(new LinkCall(id, sent.CustomerId), me));
        api.MapPut("/numbers", (SetHotline sent, Office office, Caller me) => office.Do(sent, me));
        api.MapGet("/numbers", (Office office, Caller me) => office.Do(new ListHotlines(), me));
    }

    sealed record RecordSent(CallPurpose Purpose, string Words, Id<Unit>? UnitId = null, string? ContactName = null, Severity Severity = Severity.Minor, int Anger = 0, Wish? Wants = null);
    sealed record CustomerSent(Id<Customer> CustomerId);

    /// <summary>Read as it came: the signature is of these very signs.</summary>
    static async Task<CallNoted> Signed(HttpRequest request, Office office, Caller me)
    {
        using var reader = new StreamReader(request.Body);
        return await office.Do(new NoteSignedCall(await reader.ReadToEndAsync(request.HttpContext.RequestAborted), request.Headers[Regard.Post.Signature.Header].ToString(), request.Headers[Regard.Post.Signature.TimeHeader].ToString()), me);
    }

    static Task<IResult> List([AsParameters] CallQuery asked, Office office, Caller me) => Forms.Try(
        async () => await ListPage(asked, asked, [], office, me),
        async found => await ListPage(new(), asked, found, office, me));

    static async Task<IResult> ListPage(CallQuery read, CallQuery asked, IReadOnlyList<Problem> found, Office office, Caller me) => Forms.Page<CallListPage>(new
    {
        Cards = await office.Do(new ListLiveCalls(), me), Shown = await office.Do(new ListCalls(read.Filter, read.Start ?? 0), me), Asked = asked, Units = await Units(office, me), Found = found,
    }, found);

    static async Task<IResult> Show(Id<Call> id, CallTyped typed, IReadOnlyList<Problem> found, Office office, Caller me) =>
        Forms.Page<CallPage>(new { Card = await office.Do(new ShowCall(id), me), Typed = typed, Units = await Units(office, me), Found = found }, found);

    static async Task<IResult> Numbers(IReadOnlyList<Problem> found, Office office, Caller me) =>
        Forms.Page<HotlinesPage>(new { Hotlines = await office.Do(new ListHotlines(), me), HasKey = await office.Do(new HasIncomingKey(), me), Units = await Units(office, me), Found = found }, found);

    static async Task<IReadOnlyList<TreeRow>> Units(Office office, Caller me) => me.May(Permission.SeeOrganisation) ? [.. (await office.Do(new ShowTree(), me)).Where(r => r.IsOpen)] : [];

    /// <summary>By what somebody on the telephone can say: a number, a name, a plate.</summary>
    static async Task<Id<Customer>> Found(string? said, Office office, Caller me)
    {
        if (Id<Customer>.TryParse(said, null, out var id)) return id;
        if (string.IsNullOrWhiteSpace(said)) throw new Invalid("Customer", "Say who calls: the customer's number, name or plate.");
        var rows = (await office.Do(new FindCustomers(new() { Query = said.Trim() }, Size: 2), me)).Rows;
        var number = long.TryParse(said.Trim().TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1;
        return (rows.FirstOrDefault(r => r.Number == number) ?? (rows.Count == 1 ? rows[0] : null))?.CustomerId
            ?? throw (rows.Count == 0 ? new Invalid("Customer", "Nobody in your care is found by this. Try fewer signs, or the number alone.") : new Invalid("Customer", "Several customers are found by this. Give the customer's number."));
    }
}
