using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Regard.Care;
using Regard.Cases;
using Regard.Files;
using Regard.Organisation;
using Regard.Web.Cases;
using Regard.Web.Surveys.Waves;
using Regard.Web.Ui;
namespace Regard.Web.Care;

static class CareRoutes
{
    public static void MapCare(this WebApplication app)
    {
        var pages = app.MapGroup("/care").ExcludeFromDescription();
        pages.MapGet("", (string? month, Office office, Caller me) => Ledger(month, new(), [], office, me));
        pages.MapPost("/budgets", ([FromForm] BudgetTyped sent, Office office, Caller me) => Forms.Try(
            async () =>
            {
                await office.Do(sent.Read((await office.Do(new ListAuthorities(), me)).Currency), me);
                return TypedResults.LocalRedirect($"/care?month={sent.FromMonth}");
            },
            found => Ledger(null, sent, found, office, me)));
        pages.MapGet("/export.csv", async (DateOnly from, DateOnly until, Office office, Caller me, Tongue l) => TypedResults.File(Export(await office.Do(new ExportGestures(from, until), me), l), "text/csv; charset=utf-8", "remedies.csv"));
        pages.MapGet("/use", async (Id<Unit>? unit, int? days, Office office, Caller me) => Forms.Page<UsePage>(new { View = await office.Do(new ListAuthorityUse(unit, days ?? 90), me) }));
        pages.MapGet("/authorities", (Office office, Caller me) => Authorities(null, null, [], office, me));
        pages.MapPost("/authorities", SetAuthorities);
        pages.MapPost("/remedies", (HttpRequest request, Office office, Caller me) => AddRemedy(request, office, me));
        pages.MapPost("/remedies/{id}/retire", async (Id<Remedy> id, Office office, Caller me) => { await office.Do(new RetireRemedy(id), me); return TypedResults.LocalRedirect("/care/authorities#catalogue"); });

        var cases = app.MapGroup("/cases/{number:long}/remedies").ExcludeFromDescription();
        cases.MapPost("", (long number, HttpRequest request, CaseDesk desk, Office office, Caller me) => Change(number, "remedy", request, desk, sent => Grant(number, sent, office, me)));
        cases.MapPost("/{id}/judge", (long number, Id<Gesture> id, HttpRequest request, CaseDesk desk, Office office, Caller me) => Change(number, $"judge-{id}", request, desk, sent => office.Do(new JudgeGesture(number, id, sent[$"judge-{id}.agrees"] == "yes", sent[$"judge-{id}.Words"]), me)));
        cases.MapPost("/{id}/deliver", (long number, Id<Gesture> id, HttpRequest request, CaseDesk desk, Office office, Caller me) => Change(number, $"deliver-{id}", request, desk, sent => office.Do(new DeliverGesture(number, id, Id<CaseFile>.TryParse(sent[$"deliver-{id}.Proof"], null, out var proof) ? proof : null), me)));
        cases.MapPost("/{id}/undo", (long number, Id<Gesture> id, HttpRequest request, CaseDesk desk, Office office, Caller me) => Change(number, $"undo-{id}", request, desk, sent => office.Do(new UndoGesture(number, id, sent[$"undo-{id}.Why"].ToString()), me)));

        var api = app.MapGroup("/api").WithTags("Care").DisableAntiforgery();
        api.MapGet("/cases/{number:long}/remedies", (long number, Office office, Caller me) => office.Do(new ShowRemedies(number), me));
        api.MapPost("/cases/{number:long}/remedies", (long number, RemedySent sent, Office office, Caller me) => office.Do(new GrantRemedy(number, sent.Key, sent.Kind, sent.Amount, sent.Words ?? "", sent.Remedy), me));
        api.MapPost("/cases/{number:long}/remedies/{id}/judge", (long number, Id<Gesture> id, JudgedSent sent, Office office, Caller me) => office.Do(new JudgeGesture(number, id, sent.Agrees, sent.Words), me));
        api.MapPost("/cases/{number:long}/remedies/{id}/deliver", (long number, Id<Gesture> id, Id<CaseFile>? proof, Office office, Caller me) => office.Do(new DeliverGesture(number, id, proof), me));
        api.MapPost("/cases/{number:long}/remedies/{id}/undo", (long number, Id<Gesture> id, UndoneSent sent, Office office, Caller me) => office.Do(new UndoGesture(number, id, sent.Why ?? ""), me));
        api.MapGet("/care/ledger", (Id<Unit>? unit, DateOnly? month, Office office, Caller me) => office.Do(new ShowLedger(unit, month), me));
        api.MapGet("/care/authorities", (Office office, Caller me) => office.Do(new ListAuthorities(), me));
        api.MapPut("/care/authorities", (SetAuthorities sent, Office office, Caller me) => office.Do(sent, me));
        api.MapPost("/care/remedies", (AddRemedy sent, Office office, Caller me) => office.Do(sent, me));
        api.MapDelete("/care/remedies/{id}", (Id<Remedy> id, Office office, Caller me) => office.Do(new RetireRemedy(id), me));
        api.MapPut("/care/budgets", (SetBudget sent, Office office, Caller me) => office.Do(sent, me));
        api.MapGet("/care/use", (Id<Unit>? unit, int? days, Office office, Caller me) => office.Do(new ListAuthorityUse(unit, days ?? 90), me));
        api.MapGet("/care/limits", (Office office, Caller me) => office.Do(new SuggestLimits(), me));
    }

    static async Task<IResult> Change(long number, string form, HttpRequest request, CaseDesk desk, Func<IFormCollection, Task> change) => await desk.Change(number, form, await request.ReadFormAsync(), change);

    /// <summary>The currency that no amount was given in yet does not matter for what costs nothing.</summary>
    static async Task Grant(long number, IFormCollection sent, Office office, Caller me)
    {
        string Of(string name) => sent[$"remedy.{name}"].ToString();
        var currency = (await office.Do(new ShowRemedies(number), me)).Currency;
        var amount = string.IsNullOrWhiteSpace(Of("Amount")) ? 0 : CareTyped.Amount(Of("Amount"), currency, "Amount");
        await office.Do(new GrantRemedy(number, Id<Gesture>.TryParse(Of("Key"), null, out var key) ? key : new(Guid.NewGuid()), Enum.TryParse<GestureKind>(Of("Kind"), out var kind) ? kind : (GestureKind)(-1), amount, Of("Words")), me);
    }

    static async Task<IResult> Ledger(string? month, BudgetTyped typed, IReadOnlyList<Problem> found, Office office, Caller me)
    {
        var view = await office.Do(new ShowLedger(null, CareTyped.Month(month)), me);
        var units = view.MayEdit ? (await office.Do(new ShowTree(), me)).Where(r => r.InCare).Select(r => r.Unit).ToList() : [];
        return Forms.Page<LedgerPage>(new { View = view, Units = units, Typed = typed, Found = found }, found);
    }

    static async Task<IResult> Authorities(IReadOnlyList<AuthorityTyped>? typed, string? currency, IReadOnlyList<Problem> found, Office office, Caller me)
    {
        var view = await office.Do(new ListAuthorities(), me);
        IReadOnlyList<LimitSuggestion> suggestions = view.MayEdit ? await office.Do(new SuggestLimits(), me) : [];
        return Forms.Page<AuthoritiesPage>(new { View = view, Typed = typed ?? AuthorityTyped.Of(view), Currency = currency, Suggestions = suggestions, Found = found }, found);
    }

    static async Task<IResult> SetAuthorities(HttpRequest request, Office office, Caller me)
    {
        var sent = await request.ReadFormAsync();
        var (lines, typed) = (AuthorityTyped.Read(sent), sent["Currency"].ToString().Trim().ToUpperInvariant());
        return await Forms.Try(
            async () =>
            {
                var currency = (await office.Do(new ListAuthorities(), me)).Currency ?? typed;
                await office.Do(new SetAuthorities(currency, AuthorityTyped.Rules(lines, currency)), me);
                return TypedResults.LocalRedirect("/care/authorities");
            },
            found => Authorities(lines, typed, found, office, me));
    }

    static async Task<IResult> AddRemedy(HttpRequest request, Office office, Caller me)
    {
        var sent = await request.ReadFormAsync();
        return await Forms.Try(
            async () =>
            {
                var currency = (await office.Do(new ListAuthorities(), me)).Currency;
                long? cost = string.IsNullOrWhiteSpace(sent["Cost"]) ? null : CareTyped.Amount(sent["Cost"], currency, "Cost");
                await office.Do(new AddRemedy(Enum.TryParse<GestureKind>(sent["Kind"], out var kind) ? kind : GestureKind.ExtraService, Text.OneFor(me.Language, sent["Name"].ToString().Trim()), cost), me);
                return TypedResults.LocalRedirect("/care/authorities#catalogue");
            },
            found => Authorities(null, null, found, office, me));
    }

    static byte[] Export(IReadOnlyList<Gesture> gestures, Tongue l) => WaveFileRoutes.WithMark(
        CsvCell.Line("case", "kind", "words", "amount_minor", "state", "grade", "cause", "fault", "limit_then_minor", "reasons", "asked_by", "asked_at", "approver", "decided_by", "decided_at", "decided_words", "granted_at", "delivered_at", "taken_back_at", "taken_back_because")
        + string.Concat(gestures.Select(g => CsvCell.Line(
            $"{g.CaseNumber}", l[g.Kind.Said()], g.Words, $"{g.Amount}", l[g.State.Said()], g.Grade, g.Cause is { } cause ? l[cause.Said()] : "", l[g.Fault.Said()], $"{g.LimitThen}", string.Join("; ", g.Reasons.Select(r => l[r.Said()])), g.AskerName, At(g.AskedAt),
            g.ApproverName, g.JudgedByName, At(g.JudgedAt), g.JudgedWords, At(g.GrantedAt), At(g.DeliveredAt), At(g.UndoneAt), g.UndoneBecause))));

    static string At(DateTimeOffset? moment) => moment?.ToString("u", CultureInfo.InvariantCulture) ?? "";
}

public sealed record RemedySent(Id<Gesture> Key, GestureKind Kind, long Amount, string? Words, Id<Remedy>? Remedy);
public sealed record JudgedSent(bool Agrees, string? Words);
public sealed record UndoneSent(string? Why);
