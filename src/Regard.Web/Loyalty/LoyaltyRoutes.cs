using Microsoft.AspNetCore.Mvc;
using Regard.Loyalty;
using Regard.Organisation;
using Regard.Web.Ui;
namespace Regard.Web.Loyalty;

static class LoyaltyRoutes
{
    public static void MapLoyalty(this WebApplication app)
    {
        var pages = app.MapGroup("/loyalty").ExcludeFromDescription();
        pages.MapGet("", async (Id<Unit>? unit, Office office, Caller me) => Forms.Page<BasePage>(new { View = await office.Do(new ShowBase(unit), me) }));
        pages.MapGet("/churn", async (Id<Unit>? unit, Office office, Caller me) => Forms.Page<ChurnPage>(new { View = await office.Do(new ShowChurn(unit), me) }));
        pages.MapGet("/matrix", async (Id<Unit>? unit, Office office, Caller me) => Forms.Page<MatrixPage>(new { View = await office.Do(new ShowMatrix(unit), me) }));
        pages.MapGet("/overdue", async (Id<Unit>? unit, string? grade, int? page, Office office, Caller me) => Forms.Page<OverduePage>(new { View = await office.Do(new ListOverdue(unit, grade, page ?? 1), me), Grade = grade }));
        pages.MapRisk();
        pages.MapSegments();
        pages.MapGet("/rules", (Office office, Caller me) => Rules(null, [], office, me));
        pages.MapPost("/rules/grades", ([FromForm] RulesTyped sent, Office office, Caller me) => Change(sent, async rules => await office.Do(sent.ToRule(rules.Currency), me), office, me));
        pages.MapPost("/rules/churn", (IFormCollection sent, Office office, Caller me) =>
            Change(new() { Days = sent["Days"] }, async _ => await office.Do(new SetChurnRule(Days(sent["Days"], sent["Segment"], sent["SegmentDays"])), me), office, me));
        pages.MapPost("/rules/value", ([FromForm] RulesTyped sent, Office office, Caller me) =>
            Change(sent, async _ => await office.Do(new SetValueTerms(RulesTyped.Number(sent.Years), RulesTyped.Number(sent.YearlyDiscount) / 100), me), office, me));
        pages.MapPost("/work-out", async ([FromForm] string? back, Office office, Caller me) =>
        {
            await office.Do(new AskForWorking(), me);
            return TypedResults.LocalRedirect(back is ['/', not '/', ..] ? back : "/loyalty");
        });

        var api = app.MapGroup("/api/loyalty").WithTags("Loyalty").DisableAntiforgery();
        api.MapGet("/base", (Id<Unit>? unit, Office office, Caller me) => office.Do(new ShowBase(unit), me));
        api.MapGet("/churn", (Id<Unit>? unit, Office office, Caller me) => office.Do(new ShowChurn(unit), me));
        api.MapGet("/matrix", (Id<Unit>? unit, Office office, Caller me) => office.Do(new ShowMatrix(unit), me));
        api.MapGet("/overdue", (Id<Unit>? unit, string? grade, int? page, Office office, Caller me) => office.Do(new ListOverdue(unit, grade, page ?? 1), me));
        api.MapRiskApi();
        api.MapSegmentApi();
        api.MapGet("/rules", (Office office, Caller me) => office.Do(new ListLoyaltyRules(), me));
        api.MapPost("/rules/grades", (SetGradeRule sent, Office office, Caller me) => office.Do(sent, me));
        api.MapPost("/rules/churn", (SetChurnRule sent, Office office, Caller me) => office.Do(sent, me));
        api.MapPost("/rules/value", (SetValueTerms sent, Office office, Caller me) => office.Do(sent, me));
        api.MapPost("/work-out", (Office office, Caller me) => office.Do(new AskForWorking(), me));
    }

    static async Task<IResult> Rules(RulesTyped? typed, IReadOnlyList<Problem> found, Office office, Caller me)
    {
        var rules = await office.Do(new ListLoyaltyRules(), me);
        var usual = RulesTyped.Of(rules);
        var shown = typed is null ? usual : typed.Basis is null ? usual with { Days = typed.Days, Years = typed.Years, YearlyDiscount = typed.YearlyDiscount } : typed;
        return Forms.Page<RulesPage>(new { Rules = rules, Typed = shown, Found = found }, found);
    }

    static Task<IResult> Change(RulesTyped typed, Func<LoyaltyRules, Task> change, Office office, Caller me) => Forms.Try(
        async () =>
        {
            await change(await office.Do(new ListLoyaltyRules(), me));
            return TypedResults.LocalRedirect("/loyalty/rules");
        },
        found => Rules(typed, found, office, me));

    static Dictionary<string, int> Days(string? all, IEnumerable<string?> segments, IEnumerable<string?> days)
    {
        var rule = new Dictionary<string, int> { [ChurnRule.AllOthers] = int.TryParse(all, out var d) ? d : 0 };
        foreach (var (segment, typed) in segments.Zip(days))
            if (!string.IsNullOrWhiteSpace(typed)) rule[segment!] = int.TryParse(typed, out var own) ? own : 0;
        return rule;
    }
}
