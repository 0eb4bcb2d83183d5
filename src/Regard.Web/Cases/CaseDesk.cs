using Regard.Care;
using Regard.Cases;
using Regard.Customers;
using Regard.Web.Ui;
namespace Regard.Web.Cases;

/// <summary>Gathers what the pages of cases show.</summary>
sealed class CaseDesk(Office office, Caller me)
{
    const int OtherCases = 6, BulkMost = 200;

    public async Task<CaseSeen> See(long number, CaseSent? sent = null)
    {
        var whole = await office.Do(new ShowCase(number), me);
        var others = whole.Case.IsKnown ? (await office.Do(new ListCases(new() { Customer = whole.Case.CustomerId, IncludeClosed = true }, CaseSort.Newest, Size: OtherCases + 1), me)).Rows.Where(r => r.Number != number).Take(OtherCases) : [];
        return new()
        {
            Whole = whole, Left = await office.Do(new ListTimeLeft(number), me), Places = await Places(), Customer = whole.Case.IsKnown && whole.SeesPersonalData ? await CustomerOf(whole.Case) : null,
            Like = whole.MayManage && whole.Case.IsOpen ? await office.Do(new SuggestDuplicates(number), me) : [], Others = [.. others], Remedies = await office.Do(new ShowRemedies(number), me), Rating = whole.MayManage && me.Person != whole.Case.OwnerId && me.Person != whole.Case.SponsorId ? await office.Do(new ShowCaseRating(number), me) : null, Bodies = me.May(Permission.HearCases) ? await office.Do(new ListBodies(), me) : [], Sent = sent ?? CaseSent.Nothing,
        };
    }

    public async Task<IResult> Page(long number, string? back, CaseSent? sent = null) =>
        Forms.Page<CasePage>(new { Seen = await See(number, sent), Back = Local(back) }, sent?.Found);

    public async Task<IResult> Inbox(CaseQuery asked, IReadOnlyList<BulkOutcome>? outcomes = null, BulkForm? typed = null, IReadOnlyList<Problem>? bulkFound = null)
    {
        IReadOnlyList<Problem> found = [];
        CasesFound shown;
        try { shown = await office.Do(new ListCases(asked.Filter, asked.Order, asked.After), me); }
        catch (Invalid e) { (found, shown, asked) = (e.Problems, await office.Do(new ListCases(new()), me), new()); }
        return Forms.Page<CaseListPage>(new
        {
            Shown = shown, Asked = asked, Places = await Places(), Counts = await office.Do(new CountCases(), me), Views = await office.Do(new ListCaseViews(), me), Beside = await Beside(asked.At),
            Outcomes = outcomes ?? [], Typed = typed, BulkFound = bulkFound ?? [], Found = found,
        }, found.Count > 0 ? found : bulkFound);
    }

    /// <summary>Does the same with each, and tells of each what came of it.</summary>
    public async Task<IResult> Bulk(CaseQuery asked, BulkForm sent, Func<long, Task> each)
    {
        if (sent.Numbers.Count == 0) return await Inbox(asked, typed: sent, bulkFound: [new("", "Select at least one case.")]);
        var outcomes = new List<BulkOutcome>();
        foreach (var number in sent.Numbers.Take(BulkMost))
        {
            try { await each(number); outcomes.Add(new(number, null)); }
            catch (Invalid e) { outcomes.Add(new(number, e.Problems[0].Words)); }
            catch (Refused e) { outcomes.Add(new(number, e.Words)); }
            catch (NotFound e) { outcomes.Add(new(number, e.Words)); }
        }
        return await Inbox(asked with { At = null }, outcomes);
    }

    /// <summary>Makes a change and goes back to where the form stood; when it is refused, the case again with what was typed.</summary>
    public async Task<IResult> Change(long number, string form, IFormCollection sent, Func<IFormCollection, Task> change)
    {
        var back = Local(sent["back"]);
        try { await change(sent); }
        catch (Invalid e) { return await Page(number, back, CaseSent.Of(form, sent, e.Problems)); }
        catch (Refused e) when (!e.Forbidden) { return await Page(number, back, CaseSent.Of(form, sent, [new("", e.Words)])); }
        return TypedResults.LocalRedirect(back ?? $"/cases/{number}");
    }

    public static string? Local(string? path) => path is ['/', 'c', 'a', 's', 'e', 's', ..] ? path : null;

    async Task<CaseSeen?> Beside(long? number)
    {
        if (number is not { } at) return null;
        try { return await See(at); }
        catch (NotFound) { return null; }
    }

    Task<CasePlaces> Places() => me.May(Permission.HearCases) ? office.Do(new ListCasePlaces(), me) : Task.FromResult(new CasePlaces { Units = [], People = [] });

    async Task<CustomerView?> CustomerOf(Case c)
    {
        if (!me.May(Permission.SeeCustomers)) return null;
        try { return await office.Do(new ShowCustomer(c.CustomerId, Size: 6), me); }
        catch (NotFound) { return null; }
    }
}
