using Regard.Customers;
using Regard.Loyalty;
using Regard.Organisation;
using Regard.Standards;
using Regard.Statistics;
namespace Regard.Web.Customers;

/// <summary>The customers for programs.</summary>
static class CustomerApi
{
    public static void MapCustomerApi(this RouteGroupBuilder api)
    {
        api.MapGet("", ([AsParameters] Asked asked, string? after, int? size, Office office, Caller me) => office.Do(new FindCustomers(asked.Filter, asked.Sort ?? CustomerSort.Worth, after, size ?? 50), me));
        api.MapGet("/export.csv", ([AsParameters] Asked asked, Office office, Caller me, HttpResponse response) => CustomerRoutes.Export(asked.Filter, asked.Sort ?? CustomerSort.Worth, office, me, response));
        api.MapGet("/{id}", (Id<Customer> id, TimelinePart? part, string? after, int? size, Office office, Caller me) => office.Do(new ShowCustomer(id, part ?? TimelinePart.Everything, after, size ?? 30), me));
        api.MapPost("/{id}/notes", (Id<Customer> id, NewNote sent, Office office, Caller me) => office.Do(new AddCustomerNote(id, sent.Kind, sent.Words), me));
        api.MapDelete("/{id}/notes/{note}", (Id<Customer> id, Id<CustomerNote> note, Office office, Caller me) => office.Do(new RemoveCustomerNote(id, note), me));
        api.MapPost("/{id}/consents", (Id<Customer> id, NewConsent sent, Office office, Caller me) => office.Do(new SetConsent(id, sent.Purpose, sent.Channel, sent.Given, sent.SaidOn, sent.Source), me));
        api.MapPost("/{id}/preferences", (Id<Customer> id, NewPreference sent, Office office, Caller me) => office.Do(new AddPreference(id, sent.Words, sent.SaidOn), me));
        api.MapDelete("/{id}/preferences/{preference}", (Id<Customer> id, Id<CustomerPreference> preference, Office office, Caller me) => office.Do(new EndPreference(id, preference), me));
        api.MapPost("/{id}/promises", (Id<Customer> id, NewPromise sent, Office office, Caller me) =>
            office.Do(new PromiseToCustomer(id, sent.UnitId, sent.Words, sent.DueOn) { DueTime = sent.DueTime, IndicatorCode = sent.IndicatorCode, PromisedBy = sent.PromisedBy }, me));
        api.MapPost("/{id}/promises/{promise}/outcome", (Id<Customer> id, Id<CustomerPromise> promise, PromiseSettled sent, Office office, Caller me) => office.Do(new SettleCustomerPromise(id, promise, sent.Outcome, sent.Note ?? ""), me));
        api.MapPost("/{id}/merges", (Id<Customer> id, NewMerge sent, Office office, Caller me) => office.Do(new MergeCustomers(id, sent.Merged), me));
        api.MapGet("/merges", (Office office, Caller me) => office.Do(new ListMerges(), me));
        api.MapDelete("/merges/{id}", (Id<Customer> id, Office office, Caller me) => office.Do(new UndoMerge(id), me));
        api.MapGet("/duplicates", (Id<Customer>? of, int? size, Office office, Caller me) => office.Do(new ListTwins(of, size ?? 20), me));
        api.MapPost("/duplicates/search", async (Office office, Caller me) =>
        {
            await office.Do(new AskForTwins(), me);
            return TypedResults.Accepted("/api/customers/duplicates", (await office.Do(new ListTwins(Size: 1), me)).Running);
        });
        api.MapDelete("/duplicates/search", (Office office, Caller me) => office.Do(new StopTwins(), me));
        api.MapPost("/duplicates/apart", (Pair sent, Office office, Caller me) => office.Do(new KeepApart(sent.One, sent.Other), me));
    }

    sealed record Asked(string? Query, Id<Unit>? Unit, string? Grade, string? Segment, CustomerState? State, LoyaltyType? LoyaltyType, Id<SavedSegment>? Saved, bool? Suppliers, CustomerSort? Sort)
    {
        public CustomerFilter Filter => new() { Query = Query, Unit = Unit, Grade = Grade, Segment = Segment, State = State, LoyaltyType = LoyaltyType, Saved = Saved, Suppliers = Suppliers ?? false };
    }

    sealed record NewNote(NoteKind Kind, string Words);
    sealed record NewConsent(Purpose Purpose, Channel Channel, bool Given, DateOnly SaidOn, string Source);
    sealed record NewPreference(string Words, DateOnly SaidOn);
    sealed record NewPromise(Id<Unit> UnitId, string Words, DateOnly DueOn, TimeOnly? DueTime = null, string? IndicatorCode = null, Id<Person>? PromisedBy = null);
    sealed record PromiseSettled(PromiseOutcome Outcome, string? Note = null);
    sealed record NewMerge(Id<Customer> Merged);
    sealed record Pair(Id<Customer> One, Id<Customer> Other);
}
