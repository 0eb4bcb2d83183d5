using Regard.Cases;
using Regard.Customers;
using Regard.Organisation;
using Regard.Storage;
using Regard.Tests.Organisation;
namespace Regard.Tests.Cases;

public class HearTests
{
    [Theory, EachDatabase]
    public async Task Whoever_hears_it_owns_it(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var heard = await t.Do(new HearCase { UnitId = c.Store(1), Words = "我等了两个小时，没有人理我", ContactName = "王小明", ContactPhone = "138 0013 8000" }, c.FrontLine);
        var whole = await t.Do(new ShowCase(heard.Number), c.FrontLine);
        Assert.Equal((c.FrontLine.Person, c.FrontLine.Person, "Fran Line"), (whole.Case.OwnerId, whole.Case.SponsorId, whole.OwnerName));
        Assert.Equal(CaseState.Open, whole.Case.State);
        Assert.False(whole.Case.IsKnown);
        Assert.Equal(OwnedHow.Heard, Assert.Single(whole.Owners).How);
        Assert.Equal([ClockKind.Acknowledge, ClockKind.FirstAction, ClockKind.Resolve], whole.Clocks.Select(k => k.Kind));
        Assert.Equal(whole.Clocks[0].DueAt, whole.Case.DueAt);
        Assert.Matches("^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){3}$", heard.Receipt);
    }

    [Theory, EachDatabase]
    public async Task What_no_person_heard_goes_to_the_nearest_manager(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var first = await t.Do(new HearCase { UnitId = c.Store(1), Words = "x", Channel = CaseChannel.Mail });
        var second = await t.Do(new HearCase { UnitId = c.Store(2), Words = "x", Channel = CaseChannel.Mail });
        var third = await t.Do(new HearCase { UnitId = c.Store(4), Words = "x", Channel = CaseChannel.Mail });
        Assert.Equal("Stan Manager", (await t.Do(new ShowCase(first.Number))).OwnerName);
        Assert.Equal("Reg Manager", (await t.Do(new ShowCase(second.Number))).OwnerName);
        Assert.Equal("Eve Executive", (await t.Do(new ShowCase(third.Number))).OwnerName);
    }

    [Theory, EachDatabase]
    public async Task What_is_sent_twice_is_taken_once(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var hear = new HearCase { Key = new(Guid.NewGuid()), UnitId = c.Store(1), Words = "Too loud", HeardAt = t.Clock.Now.AddHours(-3) };
        var (first, again) = (await t.Do(hear, c.FrontLine), await t.Do(hear, c.FrontLine));
        Assert.Equal(first.Number, again.Number);
        Assert.Null(again.Receipt);
        Assert.Single((await t.Do(new ListCases(new()), c.FrontLine)).Rows);
        Assert.Equal(t.Clock.Now.AddHours(-3), (await t.Do(new ShowCase(first.Number), c.FrontLine)).Case.HeardAt);
    }

    [Theory, EachDatabase]
    public async Task A_case_is_found_by_two_Chinese_signs_by_words_by_number_and_by_phone(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var wait = await t.Do(new HearCase { UnitId = c.Store(1), Words = "我等了两个小时，没有人理我", ContactName = "王小明", ContactPhone = "138 0013 8000" }, c.FrontLine);
        var noise = await t.Do(new HearCase { UnitId = c.Store(1), Words = "The engine rattles since the last service" }, c.FrontLine);
        async Task<long[]> Find(string query) => [.. (await t.Do(new ListCases(new() { Query = query }), c.StoreManager)).Rows.Select(r => r.Number)];
        Assert.Equal([wait.Number], await Find("小时"));
        Assert.Equal([noise.Number], await Find("engine serv"));
        Assert.Equal([noise.Number], await Find($"#{noise.Number}"));
        Assert.Equal([wait.Number], await Find("13800138000"));
        Assert.Equal([wait.Number], await Find("王小明"));
        Assert.Empty(await Find("brakes"));
    }

    [Theory, EachDatabase]
    public async Task A_case_shows_in_its_units_and_to_its_owner_and_never_to_the_one_it_is_about(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var heard = await t.Do(new HearCase { UnitId = c.Store(1), Words = "He shouted at me", AboutId = c.FrontLine.Person }, c.RegionalManager);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowCase(heard.Number), c.FrontLine));
        Assert.Empty((await t.Do(new ListCases(new()), c.FrontLine)).Rows);
        Assert.Single((await t.Do(new ListCases(new()), c.StoreManager)).Rows);
        var elsewhereManager = await c.Person("Sue South", Role.Manager, c.South);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowCase(heard.Number), elsewhereManager));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowCase(heard.Number), c.Agency));
        var masked = await t.Do(new ShowCase(heard.Number), c.Analyst);
        Assert.Equal(("H•••", false), (masked.Case.Words, masked.MayHandle));
        var elsewhere = await t.Do(new HearCase { UnitId = c.Store(4), Words = "Told to me on the train" }, c.FrontLine);
        Assert.True((await t.Do(new ShowCase(elsewhere.Number), c.FrontLine)).MayHandle);
    }

    [Theory, EachDatabase]
    public async Task A_complaint_about_its_hearer_belongs_to_somebody_else_and_an_own_mistake_to_its_reporter(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var about = await t.Do(new HearCase { UnitId = c.Store(1), Words = "You were rude", AboutId = c.FrontLine.Person }, c.FrontLine);
        Assert.Equal("Stan Manager", (await t.Do(new ShowCase(about.Number), c.StoreManager)).OwnerName);
        var own = await t.Do(new HearCase { UnitId = c.Store(1), Words = "I forgot to call back", IsOwnMistake = true }, c.FrontLine);
        var whole = await t.Do(new ShowCase(own.Number), c.FrontLine);
        Assert.Equal((c.FrontLine.Person, "Fran Line"), (whole.Case.OwnerId, whole.AboutName));
    }

    [Theory, EachDatabase]
    public async Task A_case_without_words_a_unit_or_a_body_is_refused(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new HearCase { UnitId = c.Store(1), Words = " " }, c.FrontLine));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new HearCase { UnitId = new(Guid.NewGuid()), Words = "x" }, c.FrontLine));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new HearCase { UnitId = c.Store(1), Words = "x", Channel = CaseChannel.ExternalBody }, c.FrontLine));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new HearCase { UnitId = c.Store(1), Words = "x", HeardAt = t.Clock.Now.AddDays(1) }, c.FrontLine));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new HearCase { UnitId = c.Store(1), Words = "x", CustomerId = new Id<Customer>(Guid.NewGuid()) }, c.FrontLine));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new HearCase { UnitId = c.Store(1), Words = "x" }, c.Agency));
    }
}
