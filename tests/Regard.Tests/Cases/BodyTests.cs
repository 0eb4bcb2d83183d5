using System.Globalization;
using Regard.Cases;
using Regard.Measures;
using Regard.Organisation;
using Regard.Storage;
using Regard.Tests.Organisation;
namespace Regard.Tests.Cases;

/// <summary>2031-05-01 is a Thursday; the company works Monday to Friday, nine to six, in UTC.</summary>
public class BodyTests
{
    static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    static async Task<DateTimeOffset?> AnswerDue(GivenCases g, long number) => (await g.Show(number)).Clocks.SingleOrDefault(k => k.Kind == ClockKind.Statutory)?.DueAt;

    static async Task<IReadOnlyList<BodyDays>> Shown(GivenCases g) => await g.Test.Do(new ShowBodyDays(new(2031, 4, 1), new(2031, 7, 1)), g.Company.Executive);

    [Theory, EachDatabase]
    public async Task A_body_of_the_list_sets_the_day_of_its_answer_in_working_days_or_in_any(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        await t.Do(new SaveBody(null, "12315", 3, InWorkingDays: true), g.Company.Executive);
        await t.Do(new SaveBody(null, "Consumer association", 3, InWorkingDays: false), g.Company.Executive);
        Assert.Equal(At("2031-05-06T23:59"), await AnswerDue(g, await g.Heard(h => h with { Channel = CaseChannel.ExternalBody, Body = " 12315 " })));
        var letter = await g.Heard();
        Assert.Null(await AnswerDue(g, letter));
        await t.Do(new EditCase(letter) { Body = "consumer ASSOCIATION", BodyReference = "No. 7" }, g.Company.FrontLine);
        Assert.Equal((At("2031-05-04T23:59"), "Consumer association"), (await AnswerDue(g, letter), (await g.Show(letter)).Case.Body));
        await t.Do(new EditCase(letter) { Body = "Consumer association", StatutoryDueAt = At("2031-05-20T12:00") }, g.Company.FrontLine);
        await t.Do(new EditCase(letter) { Body = "Consumer association", BodyReference = "No. 8" }, g.Company.FrontLine);
        Assert.Equal(At("2031-05-20T12:00"), await AnswerDue(g, letter));
        var given = await g.Heard(h => h with { Body = "12315", StatutoryDueAt = At("2031-05-02T12:00") });
        Assert.Equal(At("2031-05-02T12:00"), await AnswerDue(g, given));
    }

    [Theory, EachDatabase]
    public async Task A_body_that_is_not_on_the_list_or_no_longer_in_use_sets_no_day(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        await t.Do(new SaveBody(null, "12315", 3, true, IsInUse: false), g.Company.Executive);
        Assert.Null(await AnswerDue(g, await g.Heard(h => h with { Body = "12315" })));
        Assert.Null(await AnswerDue(g, await g.Heard(h => h with { Body = "A newspaper" })));
    }

    [Theory, EachDatabase]
    public async Task The_list_takes_no_body_twice_and_only_sensible_days_and_a_new_name_goes_with_its_cases(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        var id = await t.Do(new SaveBody(null, "Consumer asociation", 3, true, "By post"), g.Company.Executive);
        await t.Do(new SaveBody(null, "12315", 3, true), g.Company.Executive);
        Assert.Equal("Name", (await Assert.ThrowsAsync<Invalid>(() => t.Do(new SaveBody(id, "12315 ", 3, true), g.Company.Executive))).Problems.Single().Field);
        foreach (var days in new[] { 0, 366 }) Assert.Equal("Days", (await Assert.ThrowsAsync<Invalid>(() => t.Do(new SaveBody(id, "x", days, true), g.Company.Executive))).Problems.Single().Field);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new SaveBody(Id<ExternalBody>.New(t.Clock.Now), "x", 1, true), g.Company.Executive));
        var number = await g.Heard(h => h with { Body = "consumer asociation" });
        await t.Do(new SaveBody(id, "Consumer association", 5, false, "By post"), g.Company.Executive);
        Assert.Equal("Consumer association", (await g.Show(number)).Case.Body);
        Assert.Equal(At("2031-05-06T23:59"), await AnswerDue(g, number));
        Assert.Equal(["12315 3 True", "Consumer association 5 False"], (await t.Do(new ListBodies(), g.Company.FrontLine)).Select(b => $"{b.Name} {b.Days} {b.InWorkingDays}"));
    }

    [Theory, EachDatabase]
    public async Task What_was_answered_in_time_or_late_is_told_for_each_body_and_the_share_only_of_enough(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        await t.Do(new SaveBody(null, "12315", 3, true), g.Company.Executive);
        await t.Do(new SaveBody(null, "Regulator", 30, false), g.Company.Executive);
        var numbers = new List<long>();
        for (var i = 0; i < 10; i++) numbers.Add(await g.Heard(h => h with { Body = "12315" }));
        await g.Heard(h => h with { Body = "Regulator" });
        await g.Heard();
        foreach (var number in numbers.Take(7))
        {
            await g.Told(number);
            await g.Close(number, g.Company.FrontLine);
        }
        Assert.Equal((3, 7, 0, At("2031-05-06T23:59"), Withheld.TooFew), (await Shown(g))[0] is var now ? (now.Due, now.Met, now.Missed, now.NextDueAt!.Value, now.InTime.Withheld) : default);
        t.Clock.Now = At("2031-05-07T08:00");
        await g.Told(numbers[7]);
        await g.Close(numbers[7], g.Company.FrontLine);
        var shown = await Shown(g);
        Assert.Equal(["12315 10 0 7 3 2 ", "Regulator 1 1 0 0 0 2031-05-31 23:59"], shown.Select(b => $"{b.Body} {b.Heard} {b.Due} {b.Met} {b.Missed} {b.Late} {b.NextDueAt:yyyy-MM-dd HH:mm}"));
        // Wilson's interval of 7 in 10, by its formula with z = NormalDist().inv_cdf(0.975), Python 3 statistics, 2026-11-22: 0.3967781, 0.8922087.
        Assert.Equal((0.7, 0.39678, 0.89221, 10L), (shown[0].InTime.Value!.Value, Math.Round(shown[0].InTime.Lower!.Value, 5), Math.Round(shown[0].InTime.Upper!.Value, 5), shown[0].InTime.N!.Value));
        Assert.Equal(Withheld.Unmeasured, shown[1].InTime.Withheld);
        var elsewhere = await g.Company.Person("Else Where", Role.Manager, g.Company.Store(2));
        Assert.Empty(await t.Do(new ShowBodyDays(new(2031, 4, 1), new(2031, 7, 1)), elsewhere));
    }
}
