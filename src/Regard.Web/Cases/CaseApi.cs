using Regard.Cases;
using Regard.Customers;
using Regard.Organisation;
namespace Regard.Web.Cases;

/// <summary>The cases for programs.</summary>
static class CaseApi
{
    public static void MapCaseApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/cases").WithTags("Cases").DisableAntiforgery();
        api.MapGet("", ([AsParameters] Asked asked, CaseSort? sort, string? after, int? size, Office office, Caller me) => office.Do(new ListCases(asked.Filter, sort ?? CaseSort.Due, after, size ?? 50), me));
        api.MapGet("/export.csv", ([AsParameters] Asked asked, CaseSort? sort, Office office, Caller me, HttpResponse response) => CaseRoutes.Export(asked.Filter, sort ?? CaseSort.Due, office, me, response));
        api.MapPost("", (HearCase sent, Office office, Caller me) => office.Do(sent, me));
        api.MapGet("/rules", (Office office, Caller me) => office.Do(new ListCaseRules(), me));
        api.MapPost("/rules", (CaseRules sent, Office office, Caller me) => office.Do(new SetCaseRules(sent), me));
        api.MapGet("/contacts", (Id<Customer>? customer, Office office, Caller me) => office.Do(new ListContacts(customer), me));
        api.MapPut("/contacts/units/{unit}", (Id<Unit> unit, Contact sent, Office office, Caller me) => office.Do(new SetUnitContact(unit, sent.Person, sent.Backup), me));
        api.MapPut("/contacts/customers/{customer}", (Id<Customer> customer, Contact sent, Office office, Caller me) => office.Do(new SetCustomerContact(customer, sent.Person, sent.Backup), me));
        api.MapGet("/handed-on", (DateOnly from, DateOnly until, Office office, Caller me) => office.Do(new ShowBounces(from, until), me));
        MapOne(api.MapGroup("/{number:long}"));
    }

    static void MapOne(RouteGroupBuilder one)
    {
        one.MapGet("", (long number, Office office, Caller me) => office.Do(new ShowCase(number), me));
        one.MapPatch("", (long number, Edit sent, Office office, Caller me) => office.Do(sent.Of(number), me));
        one.MapGet("/duplicates", (long number, Office office, Caller me) => office.Do(new SuggestDuplicates(number), me));
        one.MapPost("/offer", (long number, Offered sent, Office office, Caller me) => office.Do(new OfferCase(number, sent.To, sent.Why), me));
        one.MapPost("/offer/answer", (long number, Answered sent, Office office, Caller me) => office.Do(new AnswerOffer(number, sent.Accepts, sent.Words), me));
        one.MapPost("/offer/approval", (long number, Answered sent, Office office, Caller me) => office.Do(new ApproveOffer(number, sent.Accepts, sent.Words), me));
        one.MapDelete("/offer", (long number, Office office, Caller me) => office.Do(new WithdrawOffer(number), me));
        one.MapPost("/owner", (long number, Offered sent, Office office, Caller me) => office.Do(new GiveCase(number, sent.To, sent.Why), me));
        one.MapPost("/notes", (long number, Note sent, Office office, Caller me) => office.Do(new AddNote(number, sent.Kind, sent.Words, sent.Channel) { Heading = sent.Heading, Party = sent.Party }, me));
        one.MapPost("/pause", (long number, Said sent, Office office, Caller me) => office.Do(new PauseCase(number, sent.Words, sent.Channel), me));
        one.MapDelete("/pause", (long number, Office office, Caller me) => office.Do(new ResumeCase(number), me));
        one.MapPost("/steps/{step}", (long number, RecoveryStep step, Said sent, Office office, Caller me) => office.Do(new DoStep(number, step, sent.Words, sent.Channel), me));
        one.MapPost("/proposals", (long number, Said sent, Office office, Caller me) => office.Do(new MakeProposal(number, sent.Words), me));
        one.MapPost("/proposals/answer", (long number, ProposalAnswer sent, Office office, Caller me) => office.Do(new AnswerProposal(number, sent.Accepted, sent.Channel, sent.Words), me));
        one.MapPost("/tasks", (long number, Ask sent, Office office, Caller me) => office.Do(new AskDepartment(number, sent.UnitId, sent.Words, sent.Person, sent.Minutes), me));
        one.MapPost("/tasks/{task}/answer", (long number, Id<CaseTask> task, Said sent, Office office, Caller me) => office.Do(new AnswerCaseTask(number, task, sent.Words), me));
        one.MapDelete("/tasks/{task}", (long number, Id<CaseTask> task, Office office, Caller me) => office.Do(new WithdrawCaseTask(number, task), me));
        one.MapPost("/media", (long number, Office office, Caller me) => office.Do(new FlagMedia(number), me));
        one.MapPut("/spokesperson", (long number, Spokesperson sent, Office office, Caller me) => office.Do(new NameSpokesperson(number, sent.Person), me));
        one.MapPost("/major", (long number, Office office, Caller me) => office.Do(new DeclareMajor(number), me));
        one.MapPost("/reviews", (long number, Said sent, Office office, Caller me) => office.Do(new WriteCaseReview(number, sent.Words), me));
        one.MapPost("/broadcast", (long number, Broadcast sent, Office office, Caller me) => office.Do(new BroadcastCase(number, sent.Units, sent.Words), me));
        one.MapPost("/close", (long number, Closing sent, Office office, Caller me) => office.Do(new CloseCase(number, sent.Reason, sent.Words) { Channel = sent.Channel, Improvement = sent.Improvement }, me));
        one.MapPost("/reopen", (long number, Said sent, Office office, Caller me) => office.Do(new ReopenCase(number, sent.Words), me));
        one.MapPost("/merge", (long number, Merge sent, Office office, Caller me) => office.Do(new MergeCases(number, sent.Into), me));
        one.MapDelete("/merge", (long number, Office office, Caller me) => office.Do(new UndoCaseMerge(number), me));
        one.MapPost("/files", async (long number, string? name, Id<CaseNote>? note, HttpRequest request, Office office, Caller me) => await office.Do(new AddCaseFile(number, await CaseFileRoutes.Body(request.Body), name, note), me)).WithMetadata(CaseFileRoutes.Limit);
        one.MapGet("/files/{id}", CaseFileRoutes.Fetch);
        one.MapDelete("/files/{id}", (long number, Id<CaseFile> id, Office office, Caller me) => office.Do(new RemoveCaseFile(number, id), me));
    }

    sealed record Asked(string? Query, bool? Mine, bool? Offered, bool? IncludeClosed, bool? Overdue, Id<Unit>? Unit, Id<Person>? Owner, CaseState? State, CaseKind? Kind, CaseChannel? Channel, Severity? Severity, Cause? Cause, string? Grade, Id<Customer>? Customer)
    {
        public CaseFilter Filter => new()
        {
            Query = Query, Mine = Mine ?? false, Offered = Offered ?? false, IncludeClosed = IncludeClosed ?? false, Overdue = Overdue ?? false, Unit = Unit, Owner = Owner, State = State, Kind = Kind, Channel = Channel,
            Severity = Severity, Cause = Cause, Grade = Grade, Customer = Customer,
        };
    }

    sealed record Edit(long? Revision, string? Title, string? CustomersView, string? OurFacts, CaseKind? Kind, Wish? Wants, Severity? Severity, int? Anger, Fault? Fault, Cause? Cause, MarketingMix? Mix, Id<Unit>? UnitId, Id<Customer>? CustomerId,
        Id<Person>? AboutId, string? ContactName, string? ContactEmail, string? ContactPhone, string? LanguageTag, string? Body, string? BodyReference, DateTimeOffset? StatutoryDueAt)
    {
        public EditCase Of(long number) => new(number, Revision)
        {
            Title = Title, CustomersView = CustomersView, OurFacts = OurFacts, Kind = Kind, Wants = Wants, Severity = Severity, Anger = Anger, Fault = Fault, Cause = Cause, Mix = Mix, UnitId = UnitId, CustomerId = CustomerId, AboutId = AboutId,
            ContactName = ContactName, ContactEmail = ContactEmail, ContactPhone = ContactPhone, LanguageTag = LanguageTag, Body = Body, BodyReference = BodyReference, StatutoryDueAt = StatutoryDueAt,
        };
    }

    sealed record Contact(Id<Person>? Person, Id<Person>? Backup);
    sealed record Offered(Id<Person> To, string Why);
    sealed record Answered(bool Accepts, string? Words);
    sealed record Note(CaseNoteKind Kind, string Words, CaseChannel? Channel, string? Heading, string? Party);
    sealed record Said(string Words, CaseChannel? Channel);
    sealed record ProposalAnswer(bool Accepted, CaseChannel Channel, string? Words);
    sealed record Ask(Id<Unit> UnitId, string Words, Id<Person>? Person, long? Minutes);
    sealed record Broadcast(IReadOnlyList<Id<Unit>> Units, string Words);
    sealed record Closing(CloseReason Reason, string Words, CaseChannel? Channel, string? Improvement);
    sealed record Merge(long Into);
    sealed record Spokesperson(Id<Person> Person);
}
