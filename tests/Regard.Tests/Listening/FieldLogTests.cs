using Regard.Listening;
using Regard.Cases;
using Regard.Organisation;
using Regard.Statistics;
using Regard.Storage;
using Regard.Tests.Customers;
using Regard.Tests.Measures;
using Regard.Tests.Organisation;
using Regard.Work;
namespace Regard.Tests.Listening;

public class FieldLogTests
{
    static WriteFieldNote Note(Company c, int store = 1, params IReadOnlyList<FieldCode> codes) =>
        new() { Kind = FieldKind.Interview, Day = new(2031, 4, 30), UnitId = c.Store(store), Words = "Nobody told me what they did to my car", Codes = codes };

    static async Task<Company> WithTree(TestOffice t) => (await Survey.In(await Company.In(t))).Company;

    [Theory, EachDatabase]
    public async Task What_is_said_in_talks_counts_for_its_indicators_and_its_needs_are_listed(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await WithTree(t);
        var first = await t.Do(Note(c, 1, new("A1", FieldSign.Bad), new("A2", FieldSign.Need, "a call when it is ready")), c.FrontLine);
        await t.Do(Note(c, 1, new("A2", FieldSign.Need, "a photo of the old part"), new("B1", FieldSign.Good)) with { Kind = FieldKind.TechnicalVisit, Day = new(2031, 3, 1) }, c.StoreManager);
        for (var i = 0; i < 4; i++) await t.Do(Note(c, 2, new FieldCode("A1", i == 0 ? FieldSign.Good : FieldSign.Bad)), c.Executive);
        await t.Do(Note(c, 3, new FieldCode("A1", FieldSign.Bad)), c.Executive);

        var log = await t.Do(new ListFieldNotes(UnitId: c.North), c.RegionalManager);
        Assert.Equal(6, log.Total);
        Assert.Equal([("A1", 1, 4, 0), ("A2", 0, 0, 2), ("B1", 1, 0, 0)], log.Named.Select(n => (n.Code, (int)n.Good, (int)n.Bad, (int)n.Needed)));
        var (share, wilson) = (log.Named[0].BadShare, Wilson.Share(4, 5));
        Assert.Equal((0.8, wilson.Lower, wilson.Upper, 5), (share.Value, share.Lower, share.Upper, share.N));
        Assert.False(log.Named[2].BadShare.Given);
        Assert.Equal([("A2", "a call when it is ready"), ("A2", "a photo of the old part")], log.Needs.Select(n => (n.IndicatorCode, n.Need)));
        Assert.Equal(first, log.Needs[0].Number);
        Assert.Equal("A2", log.Names["A2"].In(Language.English));

        Assert.Equal(1, (await t.Do(new ListFieldNotes(FieldKind.TechnicalVisit), c.StoreManager)).Total);
        Assert.Equal(2, (await t.Do(new ListFieldNotes(Indicator: "A2"), c.Executive)).Total);
        Assert.Equal(1, (await t.Do(new ListFieldNotes(Until: new(2031, 4, 30)), c.Executive)).Total);
        Assert.Equal(6, (await t.Do(new ListFieldNotes(From: new(2031, 4, 30)), c.Executive)).Total);
    }

    [Theory, EachDatabase]
    public async Task Five_technical_visits_feed_the_driver_that_they_speak_of_and_the_one_above_it(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await WithTree(t);
        for (var i = 0; i < 5; i++) await t.Do(Note(c, 1, new FieldCode("A1", i == 4 ? FieldSign.Good : FieldSign.Bad), new FieldCode("A2", FieldSign.Need, "explain it")) with { Kind = FieldKind.TechnicalVisit }, c.FrontLine);
        await t.Do(Note(c, 1, new FieldCode("B1", FieldSign.Good)) with { Day = new(2029, 1, 1) }, c.StoreManager);
        await t.Do(Note(c, 3, new FieldCode("A1", FieldSign.Bad)), c.Executive);
        var store = await t.Do(new CountFieldCodes(c.Store(1)), c.FrontLine);
        Assert.Equal(new NodeHeard("A1", 5, 1, 4, 0), store.Of("A1"));
        // A note that speaks of two indicators of one dimension is one note of it.
        Assert.Equal(new NodeHeard("A", 5, 1, 4, 5), store.Of("A"));
        Assert.Equal((6, (NodeHeard?)null), ((await t.Do(new CountFieldCodes(), c.Executive)).Of("INDEX")!.Notes, store.Of("B1")));
        Assert.Equal(5, (await t.Do(new ListFieldNotes(UnitId: c.Store(1), Indicator: "A"), c.FrontLine)).Total);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new CountFieldCodes(c.Store(3)), c.FrontLine));
    }

    [Theory, EachDatabase]
    public async Task What_is_agreed_after_a_talk_is_a_task_that_leads_back_to_the_note(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await WithTree(t);
        var number = await t.Do(Note(c), c.FrontLine);
        await t.Do(new AskFieldAction(number, "Call each customer when the car is ready", c.StoreManager.Person!.Value, new(2031, 5, 20)), c.FrontLine);
        var task = Assert.Single((await t.Do(new ListMyWork(), c.StoreManager)).Mine);
        Assert.Equal((WorkKind.FieldAction, $"/field-log/{number}", "Call each customer when the car is ready"), (task.Kind, task.Path, task.Title.In(Language.English)));
        var before = Assert.Single((await t.Do(new ShowFieldNote(number), c.FrontLine)).Actions);
        Assert.Equal((task.Id, null, "Fran Line"), (before.Task!.Id, before.Task.DoneAt, before.AskedBy));
        await t.Do(new CompleteWorkItem(task.Id), c.StoreManager);
        Assert.Equal(t.Clock.Now, Assert.Single((await t.Do(new ShowFieldNote(number), c.FrontLine)).Actions).Task!.DoneAt);
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new AskFieldAction(number, "Too late", c.StoreManager.Person!.Value, new(2031, 4, 20)), c.FrontLine));
        var elsewhere = await c.Person("Else Where", Role.FrontLine, c.Store(3));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new AskFieldAction(number, "Not mine", elsewhere.Person!.Value, new(2031, 5, 20)), c.FrontLine));
    }

    [Theory, EachDatabase]
    public async Task A_note_names_a_customer_who_agreed_and_its_words_show_to_those_who_see_personal_data(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await KnownCustomers.In(t);
        var (c, customer) = (g.Company, await g.Add("王小明"));
        var named = Note(c) with { CustomerId = customer, Words = "王小明说等得太久" };
        Assert.Contains((await Assert.ThrowsAsync<Invalid>(() => t.Do(named, c.FrontLine))).Problems, p => p.Field == "Consented");
        var number = await t.Do(named with { Consented = true }, c.FrontLine);
        var seen = await t.Do(new ShowFieldNote(number), c.FrontLine);
        Assert.Equal(("王小明", "王小明说等得太久", "Fran Line"), (seen.CustomerName, seen.Note.Words, seen.Note.Ours));
        var masked = await t.Do(new ShowFieldNote(number), c.Analyst);
        Assert.Equal((null, "王•••"), (masked.CustomerName, masked.Note.Words));
        Assert.Equal("王•••", Assert.Single((await t.Do(new ListFieldNotes(), c.Analyst)).Notes).Words);
    }

    [Theory, EachDatabase]
    public async Task Notes_are_written_and_read_within_the_own_units(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await WithTree(t);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(Note(c, 3), c.StoreManager));
        var far = await t.Do(Note(c, 3, new FieldCode("A1", FieldSign.Bad)), c.Executive);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowFieldNote(far), c.StoreManager));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new CodeFieldNote(far, []), c.StoreManager));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new AskFieldAction(far, "x", c.StoreManager.Person!.Value, new(2031, 5, 20)), c.StoreManager));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ListFieldNotes(UnitId: c.South), c.StoreManager));
        var log = await t.Do(new ListFieldNotes(), c.StoreManager);
        Assert.Equal((0, 0), ((int)log.Total, log.Named.Count));
        Assert.Equal(["Store 1"], (await t.Do(new ListFieldPlaces(), c.StoreManager)).Units.Select(u => u.Name));
        var own = await t.Do(Note(c), c.Administrator);
        Assert.True((await Assert.ThrowsAsync<Refused>(() => t.Do(new ShowFieldNote(own), c.Administrator))).Forbidden);
    }

    [Theory, EachDatabase]
    public async Task A_note_is_tied_to_leaves_of_the_published_tree_and_can_be_tied_anew(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await WithTree(t);
        foreach (var code in (string[])["A", "NO"]) await Assert.ThrowsAsync<Invalid>(() => t.Do(Note(c, 1, new FieldCode(code, FieldSign.Bad)), c.FrontLine));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(Note(c, 1, new FieldCode("A1", FieldSign.Need)), c.FrontLine));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(Note(c, 1, new("A1", FieldSign.Bad), new("A1", FieldSign.Bad, "again")), c.FrontLine));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(Note(c) with { Day = new(2031, 5, 3) }, c.FrontLine));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(Note(c) with { Kind = FieldKind.RoundTable }, c.FrontLine));
        Assert.Equal(0, (await t.Do(new ListFieldNotes())).Total);
        var number = await t.Do(Note(c, 1, new FieldCode("A1", FieldSign.Bad)) with { Kind = FieldKind.RoundTable, StaffGroup = StaffGroup.Training }, c.FrontLine);
        await t.Do(new CodeFieldNote(number, [new("B1", FieldSign.Need, "training")], MarketingMix.People), c.FrontLine);
        var note = (await t.Do(new ShowFieldNote(number), c.FrontLine)).Note;
        Assert.Equal((StaffGroup.Training, MarketingMix.People, new FieldCode("B1", FieldSign.Need, "training")), (note.StaffGroup, note.Mix, Assert.Single(note.Codes)));
    }
}
