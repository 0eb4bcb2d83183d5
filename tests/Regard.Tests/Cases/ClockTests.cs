using Regard.Cases;
using Regard.Organisation;
using Regard.Storage;
using Regard.Tests.Organisation;
namespace Regard.Tests.Cases;

/// <summary>2031-05-01 is a Thursday; without a calendar of its own the company works Monday to Friday, nine to six, in UTC.</summary>
public class ClockTests
{
    static async Task<CaseClock> Clock(GivenCases g, long number, ClockKind kind) => (await g.Show(number)).Clocks.Where(k => k.Kind == kind).MaxBy(k => k.Round)!;

    static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal);

    [Theory, EachDatabase]
    public async Task Each_clock_is_met_by_what_happens_and_the_case_is_due_by_the_next(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        var number = await g.Heard();
        t.Clock.Now = At("2031-05-01T09:30");
        await t.Do(new AddNote(number, CaseNoteKind.Internal, "Ask the workshop"), g.Company.FrontLine);
        Assert.Equal(ClockOutcome.Running, (await Clock(g, number, ClockKind.Acknowledge)).Outcome);
        await t.Do(new DoStep(number, RecoveryStep.Apologise, "I said sorry", CaseChannel.Phone), g.Company.FrontLine);
        Assert.Equal((ClockOutcome.Met, t.Clock.Now), ((await Clock(g, number, ClockKind.Acknowledge)).Outcome, (await Clock(g, number, ClockKind.Acknowledge)).MetAt!.Value));
        Assert.Equal((await Clock(g, number, ClockKind.FirstAction)).DueAt, (await g.Show(number)).Case.DueAt);
        await t.Do(new DoStep(number, RecoveryStep.Solve, "New appointment"), g.Company.FrontLine);
        Assert.Equal((await Clock(g, number, ClockKind.Resolve)).DueAt, (await g.Show(number)).Case.DueAt);
        await g.Told(number);
        await g.Close(number);
        Assert.All((await g.Show(number)).Clocks, k => Assert.Equal(ClockOutcome.Met, k.Outcome));
        Assert.Null((await g.Show(number)).Case.DueAt);
        Assert.Empty(await g.Open(g.Company.FrontLine));
    }

    [Theory, EachDatabase]
    public async Task What_was_missed_stays_missed_when_it_happens_later(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        var number = await g.Heard();
        var due = (await Clock(g, number, ClockKind.Acknowledge)).DueAt;
        Assert.Equal(At("2031-05-01T10:00"), due);
        t.Clock.Now = due;
        Assert.Equal(0, await t.Do(new SweepCaseClocks()));
        t.Clock.Now = due.AddMilliseconds(1);
        Assert.Equal(1, await t.Do(new SweepCaseClocks()));
        Assert.Equal(0, await t.Do(new SweepCaseClocks()));
        t.Clock.Now = due.AddHours(3);
        await t.Do(new AddNote(number, CaseNoteKind.Sent, "We have your complaint", CaseChannel.Mail), g.Company.FrontLine);
        var clock = await Clock(g, number, ClockKind.Acknowledge);
        Assert.Equal((ClockOutcome.Missed, due, due.AddHours(3)), (clock.Outcome, clock.MissedAt!.Value, clock.MetAt!.Value));
    }

    [Theory, EachDatabase]
    public async Task A_clock_that_ran_out_before_anybody_looked_is_missed_all_the_same(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        var number = await g.Heard();
        t.Clock.Now = At("2031-05-01T12:00");
        await t.Do(new PauseCase(number, "Which car is it?"), g.Company.FrontLine);
        Assert.Equal(ClockOutcome.Missed, (await Clock(g, number, ClockKind.Acknowledge)).Outcome);
    }

    [Theory, EachDatabase]
    public async Task While_the_customer_is_asked_the_clocks_stand_still_but_not_the_one_of_the_law(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        var heard = await t.Do(new HearCase { UnitId = g.Company.Store(1), Words = "x", Channel = CaseChannel.ExternalBody, Body = "12315", StatutoryDueAt = At("2031-05-08T00:00") }, g.Company.FrontLine);
        // Resolve: five working days of eight hours after Thursday nine o'clock, in days of nine hours.
        Assert.Equal(At("2031-05-07T13:00"), (await Clock(g, heard.Number, ClockKind.Resolve)).DueAt);
        t.Clock.Now = At("2031-05-01T10:00");
        await t.Do(new PauseCase(heard.Number, "Which car is it?", CaseChannel.Phone), g.Company.FrontLine);
        Assert.Equal((CaseState.Waiting, "Which car is it?", At("2031-05-08T00:00")), ((await g.Show(heard.Number)).Case.State, (await g.Show(heard.Number)).Asked, (await g.Show(heard.Number)).Case.DueAt!.Value));
        t.Clock.Now = At("2031-05-07T14:00");
        await t.Do(new SweepCaseClocks());
        Assert.Equal((ClockOutcome.Running, 39L * 60), ((await Clock(g, heard.Number, ClockKind.Resolve)).Outcome, (await Clock(g, heard.Number, ClockKind.Resolve)).LeftMinutes!.Value));
        Assert.Equal("Which car is it?", (await t.Do(new ShowCaseByReceipt(heard.Receipt!), Caller.Anyone(Language.English))).Asked);
        await t.Do(new AnswerByReceipt(heard.Receipt!, "The blue one"), Caller.Anyone(Language.English));
        var whole = await g.Show(heard.Number);
        Assert.Equal((CaseState.Open, null, "The blue one"), (whole.Case.State, whole.Asked, whole.Notes[^1].Words));
        // 39 working hours after Wednesday two o'clock: 4 + 9 + 9 + 9 + 8.
        Assert.Equal(At("2031-05-13T17:00"), (await Clock(g, heard.Number, ClockKind.Resolve)).DueAt);
        t.Clock.Now = At("2031-05-08T00:01");
        await t.Do(new SweepCaseClocks());
        Assert.Equal(ClockOutcome.Missed, (await Clock(g, heard.Number, ClockKind.Statutory)).Outcome);
    }

    [Theory, EachDatabase]
    public async Task A_graver_case_has_less_time_from_now_on_and_nothing_is_late_for_what_nobody_knew(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        var number = await g.Heard();
        t.Clock.Now = At("2031-05-01T17:00");
        await t.Do(new SweepCaseClocks());
        await t.Do(new EditCase(number) { Severity = Severity.Severe }, g.Company.FrontLine);
        Assert.Equal(ClockOutcome.Missed, (await Clock(g, number, ClockKind.Acknowledge)).Outcome);
        // Eight hours would have ended at five; two from five on would end later, so the earlier end stays.
        Assert.Equal(At("2031-05-01T17:00"), (await Clock(g, number, ClockKind.FirstAction)).DueAt);
        // Two days of eight hours from five o'clock: one hour today, nine on Friday, six on Monday.
        Assert.Equal(At("2031-05-05T15:00"), (await Clock(g, number, ClockKind.Resolve)).DueAt);
        await t.Do(new EditCase(number) { Severity = Severity.Minor }, g.Company.FrontLine);
        // Back to five days: what was used up of the shorter time is none, so all five run from now.
        Assert.Equal(40 * 60, (await Clock(g, number, ClockKind.Resolve)).Minutes);
    }

    [Theory, EachDatabase]
    public async Task A_furious_customer_is_called_by_a_manager_within_the_hour(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        var number = await g.Heard();
        Assert.Empty(await g.Open(g.Company.StoreManager));
        await t.Do(new EditCase(number) { Anger = 3 }, g.Company.FrontLine);
        Assert.Equal(["CallBack Call the customer of case No. 1, who is furious"], await g.Open(g.Company.StoreManager));
        Assert.Equal(t.Clock.Now.AddHours(1), Assert.Single((await t.Do(new Regard.Work.ListMyWork(), g.Company.StoreManager)).Mine).DueAt);
        await t.Do(new AddNote(number, CaseNoteKind.Call, "Calm now, wants his car", CaseChannel.Phone), g.Company.StoreManager);
        Assert.Empty(await g.Open(g.Company.StoreManager));
    }

    [Theory, EachDatabase]
    public async Task A_case_keeps_the_rules_it_was_opened_under(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        var before = await g.Heard();
        var rules = CaseRules.AsDelivered with { Targets = [.. CaseRules.AsDelivered.Targets.Select(r => r with { Minutes = r.Minutes * 2 })], HandOverNeedsManager = 1 };
        await t.Do(new SetCaseRules(rules), g.Company.Executive);
        var after = await g.Heard();
        Assert.Equal((60L, 120L), ((await Clock(g, before, ClockKind.Acknowledge)).Minutes, (await Clock(g, after, ClockKind.Acknowledge)).Minutes));
        await t.Do(new OfferCase(after, g.Colleague.Person!.Value, "Please"), g.Company.FrontLine);
        Assert.True((await g.Show(after)).OpenOffer!.NeedsApproval);
        Assert.Equal([1, 0], (await t.Do(new ListCaseRules(), g.Company.FrontLine)).Select(v => v.Number));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new SetCaseRules(rules), g.Company.StoreManager));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SetCaseRules(rules with { Targets = [] }), g.Company.Executive));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SetCaseRules(rules with { Targets = [.. rules.Targets, new() { Clock = ClockKind.Resolve, Minutes = 0 }] }), g.Company.Executive));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SetCaseRules(rules with { FollowUpDays = [7, 7] }), g.Company.Executive));
    }
}
