using System.Globalization;
using Regard.Cases;
using Regard.Customers;
namespace Regard.Web.Cases;

/// <summary>Every form of a case's page: where it is sent, and what it asks for.</summary>
static class CaseActions
{
    public static void MapCaseActions(this RouteGroupBuilder pages)
    {
        void On(string path, string form, Func<long, CaseFields, Office, Caller, Task> change) => pages.MapPost("/{number:long}/" + path, (long number, HttpRequest request, CaseDesk desk, Office office, Caller me) =>
            Sent(number, Named(form, request.RouteValues), request, desk, fields => change(number, fields, office, me)));

        On("facts", "facts", (n, f, office, me) => office.Do(new EditCase(n, f.Revision)
        {
            Title = f.Given("title"), CustomersView = f.Given("customersView"), OurFacts = f.Given("ourFacts"), Kind = f.One<CaseKind>("kind"), Wants = f.One<Wish>("wants"), Severity = f.One<Severity>("severity"),
            Anger = f.Number("anger"), Fault = f.One<Fault>("fault"), Cause = f.One<Cause>("cause"), Mix = f.One<MarketingMix>("mix"), Body = f.Given("body"), BodyReference = f.Given("bodyReference"), StatutoryDueAt = f.EndOfDay("statutoryDueAt"),
        }, me));
        On("place", "place", async (n, f, office, me) => await office.Do(new EditCase(n, f.Revision)
        {
            UnitId = f.Unit("unitId"), AboutId = f.Person("aboutId"), ContactName = f.Given("contactName"), ContactPhone = f.Given("contactPhone"), ContactEmail = f.Given("contactEmail"), CustomerId = await Known(f.Text("customer"), office, me),
        }, me));
        On("notes", "note", (n, f, office, me) => Write(Note(n, f), office, me));
        On("acknowledge", "acknowledge", (n, f, office, me) => office.Do(new AddNote(n, CaseNoteKind.Sent, f.Text("words"), f.One<CaseChannel>("channel")), me));
        On("wait", "wait", (n, f, office, me) => office.Do(new PauseCase(n, f.Text("asked"), f.One<CaseChannel>("channel")), me));
        On("resume", "resume", (n, f, office, me) => office.Do(new ResumeCase(n), me));
        On("steps/{step}", "step-{step}", (n, f, office, me) => office.Do(new DoStep(n, f.Step, f.Text("words"), f.One<CaseChannel>("channel")), me));
        On("offers", "offer", (n, f, office, me) => office.Do(new OfferCase(n, f.Chosen("to"), f.Text("why")), me));
        On("offer/accept", "accept", (n, f, office, me) => office.Do(new AnswerOffer(n, true), me));
        On("offer/decline", "decline", (n, f, office, me) => office.Do(new AnswerOffer(n, false, f.Text("words")), me));
        On("offer/withdraw", "withdraw", (n, f, office, me) => office.Do(new WithdrawOffer(n), me));
        On("offer/approve", "approve", (n, f, office, me) => office.Do(new ApproveOffer(n), me));
        On("offer/refuse", "refuse", (n, f, office, me) => office.Do(new ApproveOffer(n, false, f.Text("words")), me));
        On("give", "give", (n, f, office, me) => office.Do(new GiveCase(n, f.Chosen("to"), f.Text("why")), me));
        On("proposals", "propose", (n, f, office, me) => office.Do(new MakeProposal(n, f.Text("words")), me));
        On("proposals/answer", "answer", (n, f, office, me) => office.Do(new AnswerProposal(n, f.Text("accepted") == "yes", f.One<CaseChannel>("channel") ?? CaseChannel.Phone, f.Text("words")), me));
        On("tasks", "ask", (n, f, office, me) => office.Do(new AskDepartment(n, f.Unit("unitId"), f.Text("words"), f.Person("person"), f.Number("hours") * 60), me));
        On("tasks/{task}/done", "task-{task}", (n, f, office, me) => office.Do(new AnswerCaseTask(n, f.At<CaseTask>("task"), f.Text("answer")), me));
        On("tasks/{task}/withdraw", "withdraw-task", (n, f, office, me) => office.Do(new WithdrawCaseTask(n, f.At<CaseTask>("task")), me));
        On("close", "close", (n, f, office, me) => office.Do(new CloseCase(n, f.One<CloseReason>("reason") ?? throw new Invalid("reason", "Choose how it ended."), f.Text("words")) { Channel = f.One<CaseChannel>("channel"), Improvement = f.Text("improvement") }, me));
        On("reopen", "reopen", (n, f, office, me) => office.Do(new ReopenCase(n, f.Text("because")), me));
        On("merge", "merge", (n, f, office, me) => office.Do(new MergeCases(n, f.Case("into")), me));
        On("merge/undo", "unmerge", (n, f, office, me) => office.Do(new UndoCaseMerge(n), me));
        On("major", "major", (n, f, office, me) => office.Do(new DeclareMajor(n), me));
        On("media", "media", (n, f, office, me) => office.Do(new FlagMedia(n, f.Person("person")), me));
        On("spokesperson", "spokesperson", (n, f, office, me) => office.Do(new NameSpokesperson(n, f.Chosen("person")), me));
        On("review", "review", (n, f, office, me) => office.Do(new WriteCaseReview(n, f.Text("words")), me));
        On("broadcast", "broadcast", (n, f, office, me) => office.Do(new BroadcastCase(n, f.Units("units"), f.Text("words")), me));
    }

    static async Task<IResult> Sent(long number, string form, HttpRequest request, CaseDesk desk, Func<CaseFields, Task> change)
    {
        var sent = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        return await desk.Change(number, form, sent, _ => change(new CaseFields(form, sent, request.RouteValues)));
    }

    static async Task<Id<Customer>?> Known(string sent, Office office, Caller me)
    {
        var sought = sent.Trim().TrimStart('#');
        if (sought.Length == 0) return null;
        var found = long.TryParse(sought, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? (await office.Do(new FindCustomers(new() { Query = sought }), me)).Rows.FirstOrDefault(r => r.Number == n) : null;
        return found?.CustomerId ?? throw new Invalid("customer", "There is no customer No. {0} in your care.", sought);
    }

    /// <summary>A form that stands on the page once for each step or task carries its name.</summary>
    static string Named(string form, RouteValueDictionary route)
    {
        foreach (var (name, value) in route) form = form.Replace($"{{{name}}}", value?.ToString(), StringComparison.Ordinal);
        return form;
    }

    /// <summary>A mail to the customer is sent; whatever else was said or written is noted.</summary>
    static Task Write(AddNote note, Office office, Caller me) => note is { Kind: CaseNoteKind.Sent, Channel: CaseChannel.Mail } ? office.Do(new SendCaseMail(note.Number, note.Words, note.Heading), me) : office.Do(note, me);

    /// <summary>What hides behind rules goes to the customer only when the writer says so twice.</summary>
    static AddNote Note(long number, CaseFields f)
    {
        var (kind, words) = (f.One<CaseNoteKind>("kind") ?? CaseNoteKind.Internal, f.Text("words"));
        if (kind == CaseNoteKind.Sent && f.Text("anyway") != "yes" && Phrases.Hides(words) is { } phrase) throw new Invalid("words", "“{0}” hides behind a rule. Say what you can do instead, or send it as it is.", phrase);
        return new(number, kind, words, f.One<CaseChannel>("channel") ?? (kind == CaseNoteKind.Call ? CaseChannel.Phone : null)) { Heading = f.Given("heading"), Party = f.Given("party") };
    }
}
