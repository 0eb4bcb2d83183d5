using Regard.Cases;
using Regard.Storage;
using Regard.Tests.Organisation;
namespace Regard.Tests.Cases;

public class RecognitionTests
{
    [Theory, EachDatabase]
    public async Task Praise_by_name_and_mistakes_reported_by_oneself_count_by_person_and_month_without_a_ranking(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var first = await t.Do(new HearCase { Kind = CaseKind.Praise, UnitId = c.Store(1), Words = "She listened", AboutId = c.FrontLine.Person }, c.StoreManager);
        t.Clock.Now = t.Clock.Now.AddMonths(1);
        await t.Do(new HearCase { Kind = CaseKind.Praise, UnitId = c.Store(1), Words = "Again", AboutId = c.FrontLine.Person }, c.StoreManager);
        await t.Do(new HearCase { UnitId = c.Store(1), Words = "I forgot to call", IsOwnMistake = true }, c.FrontLine);
        await t.Do(new HearCase { UnitId = c.Store(1), Words = "He shouted", AboutId = c.FrontLine.Person }, c.StoreManager);
        await t.Do(new HearCase { Kind = CaseKind.Praise, UnitId = c.Store(1), Words = "All of you were kind" }, c.StoreManager);
        await t.Do(new HearCase { Kind = CaseKind.Praise, UnitId = c.Store(4), Words = "Far away", AboutId = c.Analyst.Person }, c.Executive);
        var seen = await t.Do(new ShowRecognition(), c.StoreManager);
        Assert.Equal([(new DateOnly(2031, 6, 1), "Fran Line", 1, 1), (new DateOnly(2031, 5, 1), "Fran Line", 1, 0)], seen.People.Select(p => (p.Month, p.Name, p.Praise.Count, p.OwnMistakes)));
        Assert.Equal([first.Number], seen.People[1].Praise);
        Assert.Equal([("Store 1", 2, 1)], seen.Units.Select(u => (u.Name, u.Praise, u.OwnMistakes)));
        Assert.Equal(2, (await t.Do(new ShowRecognition(), c.FrontLine)).People.Count);
        Assert.Empty((await t.Do(new ShowRecognition(), c.FrontLine)).Units);
        Assert.Equal("Ann Alyst", Assert.Single((await t.Do(new ShowRecognition(), c.Analyst)).People).Name);
        Assert.Empty((await t.Do(new ShowRecognition(new(2030, 1, 15)), c.StoreManager)).People);
    }
}
