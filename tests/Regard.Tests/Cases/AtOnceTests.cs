using Regard.Cases;
using Regard.Organisation;
using Regard.Storage;
using Regard.Tests.Organisation;
namespace Regard.Tests.Cases;

/// <summary>Two people do something to one case at the same moment: one of them wins, the other is told.</summary>
public class AtOnceTests
{
    /// <summary>What the losers were told.</summary>
    static async Task<IReadOnlyList<string>> Race(params IReadOnlyList<Func<Task>> racers)
    {
        var told = await Task.WhenAll(racers.Select(r => Task.Run(async () =>
        {
            try { await r(); return null; }
            catch (Refused refused) { return refused.Words.ToString(); }
        })));
        return [.. told.OfType<string>()];
    }

    [Theory, EachDatabase]
    public async Task One_of_two_who_close_a_case_closes_it(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        for (var i = 0; i < 5; i++)
        {
            var number = await g.Heard();
            await g.Told(number);
            var lost = await Race(() => g.Close(number, g.Company.FrontLine), () => g.Close(number, g.Company.StoreManager), () => g.Close(number, g.Colleague));
            Assert.Equal(["This case is closed already.", "This case is closed already."], lost);
            Assert.Single((await g.Show(number)).Closures);
        }
        Assert.Empty(await t.Do(new BrokenLaws(1)));
    }

    [Theory, EachDatabase]
    public async Task A_case_is_offered_to_one_of_two_only_and_taken_back_or_accepted_but_not_both(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        for (var i = 0; i < 5; i++)
        {
            var number = await g.Heard();
            var lost = await Race(() => t.Do(new OfferCase(number, g.Colleague.Person!.Value, "Please"), g.Company.FrontLine), () => t.Do(new OfferCase(number, g.Company.RegionalManager.Person!.Value, "Please"), g.Company.StoreManager));
            Assert.StartsWith("It is offered to ", Assert.Single(lost));
            var to = (await g.Show(number)).OpenOffer!.ToId == g.Colleague.Person ? g.Colleague : g.Company.RegionalManager;
            Assert.Single(await Race(() => t.Do(new AnswerOffer(number, true), to), () => t.Do(new WithdrawOffer(number), g.Company.FrontLine)));
            var whole = await g.Show(number);
            Assert.Equal(whole.Offers[0].Answer == OfferAnswer.Accepted ? to.Person : g.Company.FrontLine.Person, whole.Case.OwnerId);
        }
        Assert.Empty(await t.Do(new BrokenLaws(1)));
    }

    [Theory, EachDatabase]
    public async Task A_case_is_not_closed_while_another_department_is_being_asked(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        for (var i = 0; i < 5; i++)
        {
            var number = await g.Heard();
            await g.Told(number);
            await Race(async () => { try { await g.Close(number, g.Company.FrontLine); } catch (Invalid) { } }, () => t.Do(new AskDepartment(number, g.Company.Store(2), "Look"), g.Company.StoreManager), () => t.Do(new OfferCase(number, g.Colleague.Person!.Value, "Please"), g.Company.StoreManager));
        }
        Assert.Empty(await t.Do(new BrokenLaws(1)));
    }

    [Theory, EachDatabase]
    public async Task Who_saves_second_is_told_that_somebody_was_faster(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        var number = await g.Heard();
        var read = (await g.Show(number)).Case.Revision;
        await t.Do(new EditCase(number, read) { OurFacts = "The bay was taken" }, g.Company.FrontLine);
        await g.Refused("Somebody else changed this case just now. Nothing was saved; look again and try once more.", () => t.Do(new EditCase(number, read) { OurFacts = "Nothing" }, g.Company.StoreManager));
        Assert.Equal("The bay was taken", (await g.Show(number)).Case.OurFacts);
    }
}
