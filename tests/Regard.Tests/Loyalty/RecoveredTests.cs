using Regard.Cases;
using Regard.Customers;
using Regard.Loyalty;
using Regard.Storage;
namespace Regard.Tests.Loyalty;

/// <summary>What making complaints good saved, by customers whose complaints and purchases are written down.</summary>
public class RecoveredTests
{
    /// <summary>Each spent 100.00 in the year before; of those made good four in five come back, of the others one in five.</summary>
    static async Task<GivenBase> Given(TestOffice t, int each)
    {
        var given = await GivenBase.In(t);
        var c = given.Company;
        await t.Do(new SetChurnRule(new Dictionary<string, int> { [ChurnRule.AllOthers] = 180 }), c.Executive);
        var rows = Enumerable.Range(0, 2 * each).Select(i => (1, "", (IReadOnlyList<(DateOnly, long)>)(Returns(i) ? [(new(2030, 3, 1), 10_000), (new(2030, 8, 1), 5_000), (new(2031, 2, 1), 5_000)] : [(new DateOnly(2030, 3, 1), 10_000L)]))).ToList();
        var keys = await given.Customers(rows);
        t.Clock.Now = DateTimeOffset.Parse("2030-06-03T03:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
        foreach (var (key, i) in keys.Select((k, i) => (k, i)))
        {
            var number = (await t.Do(new HearCase { UnitId = c.Store(1), Words = "Too slow", CustomerId = key }, c.FrontLine)).Number;
            await t.Do(new EditCase(number) { CustomersView = "Waited", Cause = Cause.TooSlow }, c.FrontLine);
            await t.Do(new CloseCase(number, i % 2 == 0 ? CloseReason.AcceptedByCustomer : CloseReason.NotAccepted, "So it ended") { Channel = CaseChannel.Phone }, c.FrontLine);
        }
        t.Clock.Now = DateTimeOffset.Parse("2031-05-01T09:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
        await given.WorkOut();
        return given;

        static bool Returns(int i) => i % 2 == 0 ? i / 2 % 5 != 0 : i / 2 % 5 == 0;
    }

    [Theory, EachDatabase]
    public async Task What_was_saved_is_the_difference_between_those_made_good_and_the_others(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await Given(t, 20);
        var view = await t.Do(new ShowRecovery(), given.Company.Executive);
        Assert.Equal((20, 20, 0), (view.MadeGood, view.Others, view.Undecided));
        var saved = view.Saved!;
        Assert.Equal(0.8, saved.RecoveredRetained.Value!.Value, 1e-12);
        Assert.Equal(0.2, saved.OthersRetained.Value!.Value, 1e-12);
        Assert.Equal(0.6 * 20 * 10_000, saved.Saved.Value!.Value, 1e-6);
        Assert.True(saved.Saved.Lower < 120_000 && saved.Saved.Upper > 120_000);
        Assert.Equal(["Made good", "Not made good"], view.Staying!.Curves.Select(k => k.Name));
        Assert.True(view.Staying.PValue < 0.001);
        Assert.Null(view.Hazard);
        Assert.Equal((0, 0), (await t.Do(new ShowRecovery(given.Company.South), given.Company.Executive)) is var south ? (south.MadeGood, south.Others) : default);
    }

    [Fact]
    public async Task Those_not_made_good_leave_faster()
    {
        await using var t = await TestOffice.On(Engine.Sqlite);
        var given = await Given(t, 50);
        var hazard = (await t.Do(new ShowRecovery(), given.Company.Executive)).Hazard!;
        // Within the days watched 10 of 50 leave, and 40 of 50: log 0.2 over log 0.8 is 7.2.
        Assert.True(hazard.Ratio.Lower < 7.2 && hazard.Ratio.Upper > 7.2, $"{hazard.Ratio.Lower} {hazard.Ratio.Value} {hazard.Ratio.Upper}");
        Assert.True(hazard.PValue < 0.001);
    }

    [Theory, EachDatabase]
    public async Task Too_few_complaints_tell_nothing(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await Given(t, 9);
        var view = await t.Do(new ShowRecovery(), given.Company.Executive);
        Assert.Equal((9, 9), (view.MadeGood, view.Others));
        Assert.Null(view.Saved);
        Assert.Null(view.Staying);
    }
}
