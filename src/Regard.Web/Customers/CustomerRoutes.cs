using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Regard.Customers;
using Regard.Loyalty;
using Regard.Organisation;
using Regard.Standards;
using Regard.Web.Ui;
namespace Regard.Web.Customers;

static class CustomerRoutes
{
    public static void MapCustomers(this WebApplication app)
    {
        var pages = app.MapGroup("/customers").ExcludeFromDescription();
        pages.MapGet("", List);
        pages.MapGet("/export.csv", ([AsParameters] CustomerQuery asked, Office office, Caller me, HttpResponse response) => Export(asked.Filter, asked.Order, office, me, response));
        pages.MapGet("/duplicates", (string? of, Office office, Caller me) => Duplicates(of, [], office, me));
        pages.MapPost("/duplicates/find", (Office office, Caller me) => Judge(null, () => office.Do(new AskForTwins(), me), office, me));
        pages.MapPost("/duplicates/stop", (Office office, Caller me) => Judge(null, () => office.Do(new StopTwins(), me), office, me));
        pages.MapPost("/duplicates/merge", ([FromForm] Id<Customer> goesOn, [FromForm] Id<Customer> merged, [FromForm] string? of, Office office, Caller me) => Judge(of, () => office.Do(new MergeCustomers(goesOn, merged), me), office, me));
        pages.MapPost("/duplicates/apart", ([FromForm] Id<Customer> one, [FromForm] Id<Customer> other, [FromForm] string? of, Office office, Caller me) => Judge(of, () => office.Do(new KeepApart(one, other), me), office, me));
        pages.MapGet("/merges", async (Office office, Caller me) => Forms.Page<MergesPage>(new { Merges = await office.Do(new ListMerges(), me) }));
        pages.MapPost("/merges/{id}/undo", async (Id<Customer> id, Office office, Caller me) => { await office.Do(new UndoMerge(id), me); return TypedResults.LocalRedirect($"/customers/{id}"); });
        pages.MapGet("/{id}", (Id<Customer> id, string? part, string? after, Office office, Caller me) => Show(id, part, after, new(), [], office, me));
        pages.MapPost("/{id}/notes", (Id<Customer> id, [FromForm] string? kind, [FromForm] string? words, Office office, Caller me) =>
            Change(id, "#notes", new() { NoteKind = kind, Words = words }, () => office.Do(new AddCustomerNote(id, Enum.TryParse<NoteKind>(kind, out var k) ? k : NoteKind.Remark, words ?? ""), me), office, me));
        pages.MapPost("/{id}/notes/{note}/remove", (Id<Customer> id, Id<CustomerNote> note, Office office, Caller me) => Change(id, "#notes", new(), () => office.Do(new RemoveCustomerNote(id, note), me), office, me));
        pages.MapPost("/{id}/consents", ([FromForm] CustomerForm sent, Id<Customer> id, Office office, Caller me) => Change(id, "#consents", sent, () => office.Do(sent.Consent(id), me), office, me));
        pages.MapPost("/{id}/preferences", ([FromForm] CustomerForm sent, Id<Customer> id, Office office, Caller me) => Change(id, "#preferences", sent, () => office.Do(sent.ToPreference(id), me), office, me));
        pages.MapPost("/{id}/preferences/{preference}/end", (Id<Customer> id, Id<CustomerPreference> preference, Office office, Caller me) => Change(id, "#preferences", new(), () => office.Do(new EndPreference(id, preference), me), office, me));
        pages.MapPost("/{id}/promises", ([FromForm] CustomerForm sent, Id<Customer> id, Office office, Caller me) => Change(id, "#promises", sent, () => office.Do(sent.ToPromise(id), me), office, me));
        pages.MapPost("/{id}/promises/{promise}/outcome", ([FromForm] CustomerForm sent, Id<Customer> id, Id<CustomerPromise> promise, Office office, Caller me) =>
            Change(id, "#promises", sent with { Promise = promise.ToString() }, () => office.Do(sent.ToSettling(id, promise), me), office, me));
        pages.MapPost("/{id}/merge", (Id<Customer> id, [FromForm] string? number, Office office, Caller me) => Change(id, "", new() { Number = number }, () => MergeByNumber(id, number, office, me), office, me));
        app.MapGroup("/api/customers").WithTags("Customers").MapCustomerApi();
    }

    static async Task<IResult> List([AsParameters] CustomerQuery asked, Office office, Caller me)
    {
        var units = me.May(Permission.SeeOrganisation) ? await office.Do(new ShowTree(), me) : [];
        var saved = (await office.Do(new ListSegments(Counted: false), me)).Segments;
        return await Forms.Try(
            async () => Forms.Page<CustomerListPage>(new { Shown = await office.Do(new FindCustomers(asked.Filter, asked.Order, asked.After), me), Asked = asked, Units = units, Saved = saved }),
            async found => Forms.Page<CustomerListPage>(new { Shown = await office.Do(new FindCustomers(new(), CustomerSort.Newest), me), Asked = new CustomerQuery(), Units = units, Saved = saved, Found = found }, found));
    }

    /// <summary>Goes out as the rows are read: nothing has been sent yet when it is refused.</summary>
    internal static async Task<IResult> Export(CustomerFilter filter, CustomerSort sort, Office office, Caller me, HttpResponse response)
    {
        var pass = await office.Do(new AskForExport(filter, sort), me);
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = "attachment; filename=customers.csv";
        try { await office.Do(new ExportCustomers(pass, response.Body), me); }
        catch when (!response.HasStarted)
        {
            response.Headers.ContentDisposition = default;
            throw;
        }
        return TypedResults.Empty;
    }

    static async Task<IResult> Show(Id<Customer> id, string? part, string? after, CustomerForm typed, IReadOnlyList<Problem> found, Office office, Caller me)
    {
        var asked = Enum.TryParse<TimelinePart>(part, out var p) ? p : TimelinePart.Everything;
        var shown = await office.Do(new ShowCustomer(id, asked, string.IsNullOrEmpty(after) ? null : after), me);
        var choices = shown.MayServe ? await office.Do(new ListPromiseChoices(), me) : null;
        return shown.Customer.CustomerId == id ? Forms.Page<CustomerPage>(new { Shown = shown, Choices = choices, Delights = choices is null ? [] : await office.Do(new ListDelights(), me), Part = asked, After = after, Typed = typed, Found = found }, found) : TypedResults.LocalRedirect($"/customers/{shown.Customer.CustomerId}");
    }

    static Task<IResult> Change(Id<Customer> id, string place, CustomerForm typed, Func<Task> change, Office office, Caller me) => Forms.Try(
        async () => { await change(); return TypedResults.LocalRedirect($"/customers/{id}{place}"); },
        found => Show(id, null, null, typed, found, office, me));

    static async Task MergeByNumber(Id<Customer> id, string? number, Office office, Caller me)
    {
        var sought = (number ?? "").Trim().TrimStart('#');
        var found = long.TryParse(sought, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? (await office.Do(new FindCustomers(new() { Query = sought }), me)).Rows.FirstOrDefault(r => r.Number == n) : null;
        await office.Do(new MergeCustomers(id, found?.CustomerId ?? throw new Invalid("Number", "There is no customer No. {0} in your care.", sought)), me);
    }

    static async Task<IResult> Duplicates(string? of, IReadOnlyList<Problem> found, Office office, Caller me)
    {
        var one = Id<Customer>.TryParse(of, null, out var id) ? id : (Id<Customer>?)null;
        return Forms.Page<DuplicatesPage>(new { Shown = await office.Do(new ListTwins(one), me), Of = one, Found = found }, found);
    }

    static Task<IResult> Judge(string? of, Func<Task> judge, Office office, Caller me) => Forms.Try(
        async () => { await judge(); return TypedResults.LocalRedirect(Id<Customer>.TryParse(of, null, out var id) ? $"/customers/duplicates?of={id}" : "/customers/duplicates"); },
        found => Duplicates(of, found, office, me));
}
