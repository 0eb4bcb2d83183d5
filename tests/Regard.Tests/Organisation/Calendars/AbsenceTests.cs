using Regard.Organisation;
using Regard.Storage;
namespace Regard.Tests.Organisation;

public class AbsenceTests
{
    static readonly DateOnly day = new(2031, 5, 1);

    static Task<StandIns> Today(TestOffice t) => t.Do(new Reading());

    sealed record Reading : Question<StandIns>
    {
        internal override Permission Needs => Permission.RunInstallation;
        internal override Task<StandIns> Run(Session s) => AbsenceStore.Today(s);
    }

    [Theory, EachDatabase]
    public async Task Whoever_is_away_is_stood_in_for_along_the_chain(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var (line, store, region) = (c.FrontLine.Person!.Value, c.StoreManager.Person!.Value, c.RegionalManager.Person!.Value);
        await t.Do(new NoteAbsence(line, day, day.AddDays(2), store), c.FrontLine);
        Assert.Equal(store, (await Today(t)).Acting(line));
        await t.Do(new NoteAbsence(store, day, day, region), c.RegionalManager);
        var standIns = await Today(t);
        Assert.Equal(region, standIns.Acting(line));
        Assert.Equal([line, store], standIns.ActedForBy(region).OrderBy(p => p == store));
        Assert.Empty(standIns.ActedForBy(store));
        t.Clock.Now += TimeSpan.FromDays(1);
        Assert.Equal(store, (await Today(t)).Acting(line));
        t.Clock.Now += TimeSpan.FromDays(2);
        Assert.Equal(line, (await Today(t)).Acting(line));
    }

    [Theory, EachDatabase]
    public async Task Nobody_stands_in_in_a_circle(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var (line, store) = (c.FrontLine.Person!.Value, c.StoreManager.Person!.Value);
        await t.Do(new NoteAbsence(line, day, day.AddDays(9), store), c.FrontLine);
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new NoteAbsence(store, day.AddDays(9), day.AddDays(12), line), c.StoreManager));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new NoteAbsence(store, day, day, store), c.StoreManager));
        await t.Do(new NoteAbsence(store, day.AddDays(10), day.AddDays(12), line), c.StoreManager);
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new NoteAbsence(line, day, day, null), c.FrontLine));
    }

    [Theory, EachDatabase]
    public async Task Somebody_who_is_away_without_stand_in_acts_through_nobody(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var (line, store) = (c.FrontLine.Person!.Value, c.StoreManager.Person!.Value);
        var absence = await t.Do(new NoteAbsence(line, day, day.AddDays(1), store), c.FrontLine);
        await t.Do(new PersonLeaves(store), c.Administrator);
        Assert.Null((await Today(t)).Acting(line));
        await t.Do(new EndAbsence(absence), c.FrontLine);
        Assert.Equal(line, (await Today(t)).Acting(line));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new EndAbsence(absence), c.FrontLine));
    }

    [Theory, EachDatabase]
    public async Task Only_oneself_and_ones_manager_note_an_absence(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var (line, region) = (c.FrontLine.Person!.Value, c.RegionalManager.Person!.Value);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new NoteAbsence(region, day, day, line), c.FrontLine));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new NoteAbsence(region, day, day, line), c.StoreManager));
        var id = await t.Do(new NoteAbsence(line, day, day, region), c.StoreManager);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new EndAbsence(id), c.Agency));
        Assert.Single((await t.Do(new ListAbsences(), c.FrontLine)).Own);
        Assert.Single((await t.Do(new ListAbsences(), c.RegionalManager)).ForMe);
        Assert.Single((await t.Do(new ListAbsences(), c.StoreManager)).OfOthers);
        Assert.Empty((await t.Do(new ListAbsences(), c.Agency)).OfOthers);
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new NoteAbsence(line, day.AddDays(-3), day.AddDays(-1), null), c.FrontLine));
    }
}
