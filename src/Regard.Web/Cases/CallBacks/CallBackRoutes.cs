using Microsoft.AspNetCore.Mvc;
using Regard.Cases;
using Regard.Customers;
using Regard.Organisation;
using Regard.Web.Ui;
namespace Regard.Web.Cases.CallBacks;

static class CallBackRoutes
{
    public static void MapCallBacks(this WebApplication app)
    {
        var pages = app.MapGroup("/call-backs").ExcludeFromDescription();
        pages.MapGet("", (string? unit, string? day, bool? mine, int? start, Office office, Caller me) => List(unit, day, mine == true, start, null, [], office, me));
        pages.MapPost("/{customer}/{id}", (Id<Customer> customer, Id<CallBack> id, [FromForm] CallBackOutcome? outcome, [FromForm] string? words, [FromForm] string? unit, [FromForm] int? start, Office office, Caller me) => Forms.Try(
            async () =>
            {
                var noted = await office.Do(new NoteCallBack(customer, id, outcome ?? (CallBackOutcome)(-1), words ?? ""), me);
                return TypedResults.LocalRedirect(noted.CaseNumber is { } number ? $"/cases/{number}" : Id<Unit>.TryParse(unit, null, out var of) ? $"/call-backs?unit={of}" : "/call-backs");
            },
            found => List(unit, null, false, start, new(id, words), found, office, me)));
        pages.MapGet("/rules", (Id<CallBackRule>? id, Office office, Caller me) => Rules(id, null, [], office, me));
        pages.MapPost("/rules", ([FromForm] CallBackRuleTyped sent, Office office, Caller me, TimeProvider clock) => Forms.Try(
            async () => { await office.Do(new SaveCallBackRule(sent.Rule(clock.GetUtcNow())), me); return TypedResults.LocalRedirect("/call-backs/rules"); },
            found => Rules(null, sent, found, office, me)));

        var api = app.MapGroup("/api/call-backs").WithTags("Call-backs");
        api.MapGet("", (Id<Unit>? unit, DateOnly? day, bool? mine, int? start, int? size, Office office, Caller me) => office.Do(new ListCallBacks(unit, day, mine == true, start ?? 0, size ?? 50), me));
        api.MapPost("/{customer}/{id}", (Id<Customer> customer, Id<CallBack> id, Noted sent, Office office, Caller me) => office.Do(new NoteCallBack(customer, id, sent.Outcome, sent.Words ?? ""), me));
        api.MapGet("/rules", (Office office, Caller me) => office.Do(new ListCallBackRules(), me));
        api.MapPut("/rules", (CallBackRule rule, Office office, Caller me) => office.Do(new SaveCallBackRule(rule), me));
    }

    sealed record Noted(CallBackOutcome Outcome, string? Words);

    static async Task<IResult> List(string? unit, string? day, bool mine, int? start, TypedOutcome? typed, IReadOnlyList<Problem> found, Office office, Caller me)
    {
        var asked = Id<Unit>.TryParse(unit, null, out var id) ? id : (Id<Unit>?)null;
        return Forms.Page<CallBackListPage>(new { Shown = await office.Do(new ListCallBacks(asked, Forms.Day(day), mine, Math.Max(0, start ?? 0)), me), Unit = asked, Start = Math.Max(0, start ?? 0), Mine = mine, Typed = typed, Units = await Units(office, me), Found = found }, found);
    }

    static async Task<IResult> Rules(Id<CallBackRule>? id, CallBackRuleTyped? typed, IReadOnlyList<Problem> found, Office office, Caller me)
    {
        var rules = await office.Do(new ListCallBackRules(), me);
        return Forms.Page<CallBackRulesPage>(new { Rules = rules, Typed = typed ?? CallBackRuleTyped.Of(rules.FirstOrDefault(r => r.Id == id)), Units = await Units(office, me), Found = found }, found);
    }

    static async Task<IReadOnlyList<TreeRow>> Units(Office office, Caller me) => me.May(Permission.SeeOrganisation) ? [.. (await office.Do(new ShowTree(), me)).Where(r => r.IsOpen && r.InCare)] : [];
}

/// <summary>What was typed about a call that could not be noted.</summary>
public sealed record TypedOutcome(Id<CallBack> Id, string? Words);
