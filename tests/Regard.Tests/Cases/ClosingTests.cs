using Regard.Care;
using Regard.Cases;
using Regard.Organisation;
using Regard.Storage;
using Regard.Tests.Organisation;
namespace Regard.Tests.Cases;

public class ClosingTests
{
    static async Task<IEnumerable<string>> Missing(TestOffice t, CloseCase close, Caller? by = null) =>
        (await Assert.ThrowsAsync<Invalid>(() => t.Do(close, by))).Problems.Select(p => p.Field).Order(StringComparer.Ordinal);

    [Theory, EachDatabase]
    public async Task Everything_that_is_missing_is_said_at_once(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        var number = await g.Heard();
        await t.Do(new DeclareMajor(number), g.Company.StoreManager);
        var task = await t.Do(new AskDepartment(number, g.Company.Store(2), "Look for the key"), g.Company.FrontLine);
        await t.Do(new MakeProposal(number, "A free wash"), g.Company.FrontLine);
        await t.Do(new OfferCase(number, g.Colleague.Person!.Value, "Please"), g.Company.FrontLine);
        var close = new CloseCase(number, CloseReason.AcceptedByCustomer, "Done");
        Assert.Equal(["Broadcast", "Cause", "Channel", "CustomersView", "Improvement", "Offer", "Proposal", "Review", "Tasks"], await Missing(t, close, g.Company.FrontLine));
        Assert.Equal(["Offer", "Tasks"], await Missing(t, close with { Reason = CloseReason.Spam }, g.Company.FrontLine));
        await t.Do(new WithdrawOffer(number), g.Company.FrontLine);
        await t.Do(new AnswerCaseTask(number, task, "Found"), g.Company.RegionalManager);
        await t.Do(new AnswerProposal(number, true, CaseChannel.Phone), g.Company.FrontLine);
        await g.Told(number);
        await t.Do(new WriteCaseReview(number, "Two keys for each car"), g.Company.FrontLine);
        await t.Do(new BroadcastCase(number, [g.Company.Store(3), g.Company.Store(4)], "How many keys are there?"), g.Company.StoreManager);
        await t.Do(close with { Channel = CaseChannel.Phone, Improvement = "A second key" }, g.Company.FrontLine);
        var whole = await g.Show(number);
        var closure = Assert.Single(whole.Closures);
        Assert.Equal((CaseState.Closed, CloseReason.AcceptedByCustomer, CaseChannel.Phone, "A second key"), (whole.Case.State, closure.Reason, closure.Channel, closure.Improvement));
        Assert.Equal(2, whole.Tasks.Count(k => k is { Kind: CaseTaskKind.Broadcast, IsOpen: true }));
        await g.Refused("This case is closed already.", () => t.Do(close, g.Company.FrontLine));
        await t.Do(new AnswerCaseTask(number, whole.Tasks.First(k => k.IsOpen).Id, "One only"), g.Company.Executive);
    }

    [Theory, EachDatabase]
    public async Task Praise_closes_without_a_cause_and_a_complaint_does_not(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        await g.Close(await g.Heard(h => h with { Kind = CaseKind.Praise }), g.Company.FrontLine);
        var complaint = await g.Heard();
        Assert.Equal(["Cause", "CustomersView"], await Missing(t, new CloseCase(complaint, CloseReason.NoAnswer, "Three calls, no answer"), g.Company.FrontLine));
    }

    [Theory, EachDatabase]
    public async Task A_remedy_that_waits_for_consent_holds_the_closing_up(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        var number = await g.Heard();
        await g.Told(number);
        await t.Do(new SetAuthorities("CNY", AuthorityRules.None), g.Company.Executive);
        await t.Do(new GrantRemedy(number, new(Guid.NewGuid()), GestureKind.Refund, 50_000, "For the day lost"), g.Company.FrontLine);
        Assert.Equal(["Remedies"], await Missing(t, new CloseCase(number, CloseReason.NotAccepted, "Said why"), g.Company.FrontLine));
    }

    [Theory, EachDatabase]
    public async Task A_case_that_opens_again_has_a_new_time_to_resolve_and_keeps_what_was_met(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        var number = await g.Heard();
        await g.Told(number);
        await g.Close(number);
        t.Clock.Now = t.Clock.Now.AddDays(30);
        await t.Do(new ReopenCase(number, "It rattles again"), g.Company.FrontLine);
        var resolve = (await g.Show(number)).Clocks.Where(k => k.Kind == ClockKind.Resolve).OrderBy(k => k.Round).ToList();
        Assert.Equal([ClockOutcome.Met, ClockOutcome.Running], resolve.Select(k => k.Outcome));
        Assert.Equal((t.Clock.Now, resolve[1].DueAt), (resolve[1].StartedAt, (await g.Show(number)).Case.DueAt!.Value));
        Assert.Equal(["Case Complaint No. 1"], await g.Open(g.Company.FrontLine));
        await g.Refused("This case is open already.", () => t.Do(new ReopenCase(number, "Twice"), g.Company.FrontLine));
    }

    [Theory, EachDatabase]
    public async Task Merged_cases_are_told_as_one_and_can_be_parted_again(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        var (first, second) = (await g.Heard(), await g.Heard());
        await t.Do(new PauseCase(second, "Which car is it?"), g.Company.FrontLine);
        var due = (await g.Show(second)).Clocks.Single(k => k.Kind == ClockKind.FirstAction).LeftMinutes;
        await t.Do(new MergeCases(second, first), g.Company.FrontLine);
        var merged = await g.Show(second);
        Assert.Equal((CaseState.Merged, first), (merged.Case.State, merged.MergedIntoNumber));
        Assert.Equal([second], (await g.Show(first)).Merged);
        Assert.All(merged.Clocks.Where(k => k.Kind != ClockKind.Acknowledge), k => Assert.Equal(ClockOutcome.Void, k.Outcome));
        Assert.Single(await g.Open(g.Company.FrontLine));
        await g.Refused("This case goes on in another one.", () => t.Do(new CloseCase(second, CloseReason.NoAnswer, "x"), g.Company.FrontLine));
        await g.Refused("This case goes on in another one.", () => t.Do(new MergeCases(second, first), g.Company.FrontLine));
        await t.Do(new UndoCaseMerge(second), g.Company.FrontLine);
        var parted = await g.Show(second);
        Assert.Equal((CaseState.Open, due), (parted.Case.State, (long)(parted.Clocks.Single(k => k is { Kind: ClockKind.FirstAction, Outcome: ClockOutcome.Running }).DueAt - t.Clock.Now).TotalMinutes));
        Assert.Equal(2, (await g.Open(g.Company.FrontLine)).Count);
        await g.Refused("Case No. 2 is not merged into another one.", () => t.Do(new UndoCaseMerge(second), g.Company.FrontLine));
    }
}
