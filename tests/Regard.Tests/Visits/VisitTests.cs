using Regard.Organisation;
using Regard.Post;
using Regard.Post.Channels;
using Regard.Standards;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Customers;
using Regard.Tests.Organisation;
using Regard.Visits;
using Regard.Work;
namespace Regard.Tests.Visits;

public sealed class VisitTests
{
    [Theory, EachDatabase]
    public async Task A_visit_is_scored_over_what_applies_and_tells_what_was_delivered(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenVisits.In(t);
        var c = given.Company;
        var sent = await given.Seen(FormTemplate.Reception, c.Store(1), VisitKind.Mystery, "welcomed", "called");
        sent.Answers["tried"] = Answer.NotApplicable;
        var kept = await t.Do(sent with { PersonId = c.FrontLine.Person, RoleMet = RoleMet.Adviser, Notes = "Friendly, but nobody came" }, c.Executive);
        // Twelve checks, one does not apply, nine done, two not; and a rating of 3 of 5, worth 50.
        Assert.Equal((9 * 100 + 50) / 12.0, kept.Score!.Value, 9);
        Assert.Equal((1L, 12L, 2L), (kept.Number, kept.Items, kept.Failed));

        var whole = await t.Do(new ShowVisit(1), c.StoreManager);
        Assert.Equal(("Fran Line", RoleMet.Adviser, "Eve Executive", given.Today), (whole.Visit.PersonName, whole.Visit.RoleMet, whole.Visit.VisitorName, whole.Visit.Day));
        Assert.Equal(["welcomed", "called"], whole.ToReCheck);
        var encounter = Assert.Single(await t.Do(new Encounters(given.Today, given.Today, [c.Store(1)])));
        Assert.Equal((sent.Key, 12), (encounter.SourceId.Value, encounter.Delivered.Count));
        Assert.Equal([0.0], encounter.Delivered.Where(d => d.IndicatorCode == "RES3").Select(d => d.Level));
        Assert.Equal([100.0, 50.0], encounter.Delivered.Where(d => d.IndicatorCode == "EMP2").Select(d => d.Level));
    }

    [Theory, EachDatabase]
    public async Task What_the_phone_sends_twice_is_one_visit(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenVisits.In(t);
        var sent = await given.Seen(FormTemplate.Hygiene, given.Company.Store(1), VisitKind.Hygiene, "show1");
        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => t.Do(sent, given.Company.StoreManager)));
        Assert.Single(all.Distinct());
        var whole = await t.Do(new ShowVisit(all[0].Number), given.Company.StoreManager);
        Assert.Single(whole.Photos);
        Assert.Equal(1, (await t.Do(new ListVisits(), given.Company.Executive)).Total);
        Assert.Single(await t.Do(new Encounters(given.Today, given.Today, [given.Company.Store(1)])));
        await Assert.ThrowsAsync<Refused>(() => t.Do(sent, given.Company.Executive));
    }

    [Theory, EachDatabase]
    public async Task What_was_not_done_is_shown_by_a_photo_where_the_form_wants_one(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenVisits.In(t);
        var sent = await given.Seen(FormTemplate.Hygiene, given.Company.Store(1), VisitKind.Hygiene, "lounge2");
        async Task Wrong(string field, string words, SubmitVisit visit)
        {
            var problem = Assert.Single((await Assert.ThrowsAsync<Invalid>(() => t.Do(visit, given.Company.Executive))).Problems);
            Assert.Equal((field, words), (problem.Field, problem.Words.ToString()));
        }
        await Wrong("photo.lounge2", "Show by a photo what was not done.", sent with { Photos = [] });
        await Wrong("photo.lounge2", "This is not a photo that can be kept: JPEG, PNG, WebP, GIF or HEIC.", sent with { Photos = [new("lounge2", "<script>"u8.ToArray(), "x.png")] });
        await Wrong("", "A photo belongs to an item that this form does not have.", sent with { Photos = [.. sent.Photos, new("nothing", GivenVisits.Photo)] });
        await Wrong("Unit", "Choose a unit that you may visit.", sent with { UnitId = new(Guid.NewGuid()) });
        await Wrong("Day", "The day lies in the future.", sent with { Day = given.Today.AddDays(2) });
        await Wrong("PersonId", "Choose somebody who works there.", sent with { PersonId = given.Company.Analyst.Person });
        var unanswered = sent with { Answers = new(sent.Answers.Where(p => p.Key != "show1")) };
        await Wrong("show1", "Please answer this.", unanswered);
        Assert.Equal(0, (await t.Do(new ListVisits(), given.Company.Executive)).Total);
        await t.Do(sent, given.Company.Executive);
        var whole = await t.Do(new ShowVisit(1), given.Company.Executive);
        var to = new MemoryStream();
        Assert.Equal(("image/png", "a.png"), ((await t.Do(new FetchVisitPhoto(1, whole.Photos[0].Id, to), given.Company.StoreManager)) is var p ? (p.Type, p.Name) : default));
        Assert.Equal(GivenVisits.Photo, to.ToArray());
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new FetchVisitPhoto(1, whole.Photos[0].Id, new MemoryStream()), given.Company.Agency));
        Assert.Equal(whole.Photos[0].Id, await t.Do(new PhotoToScan(new MemoryStream())));
        await t.Do(new NotePhotoScan(whole.Photos[0].Id, false));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new FetchVisitPhoto(1, whole.Photos[0].Id, new MemoryStream()), given.Company.Executive));
        Assert.Null(await t.Do(new PhotoToScan(new MemoryStream())));
    }

    [Theory, EachDatabase]
    public async Task The_result_reaches_the_person_and_the_manager_at_once_and_what_failed_is_looked_at_the_same_day(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenVisits.In(t);
        var c = given.Company;
        var kept = await t.Do(await given.Seen(FormTemplate.Hygiene, c.Store(1), VisitKind.Hygiene, "show1", "office3") with { PersonId = c.FrontLine.Person }, c.RegionalManager);
        Assert.Equal(["VisitResult Result of visit No. 1: 83 of 100 points, Store 1"], await given.Open(c.FrontLine));
        Assert.Equal(["ReCheck Look again: 2 of visit No. 1, Store 1", "VisitResult Result of visit No. 1: 83 of 100 points, Store 1"], await given.Open(c.StoreManager));
        var task = (await t.Do(new ListMyWork(), c.StoreManager)).Mine.Single(i => i.Kind == WorkKind.ReCheck);
        Assert.Equal((given.Today, "/visits/1#recheck"), (task.DueOn, task.Path));

        var photo = new SentPhoto("show1", GivenVisits.Photo);
        var unshown = await Assert.ThrowsAsync<Invalid>(() => t.Do(new NoteReCheck(1, [new("show1", true)]), c.FrontLine));
        Assert.Equal("photo.show1", unshown.Problems[0].Field);
        await t.Do(new NoteReCheck(1, [new("show1", true), new("office3", false, "No bags left")]) { Photos = [photo] }, c.FrontLine);
        Assert.Contains("ReCheck", string.Join(' ', await given.Open(c.StoreManager)), StringComparison.Ordinal);
        Assert.Equal(["office3"], (await t.Do(new ShowVisit(kept.Number), c.FrontLine)).ToReCheck);
        await t.Do(new NoteReCheck(1, [new("office3", true)]) { Photos = [photo with { ItemKey = "office3" }] }, c.StoreManager);
        Assert.DoesNotContain("ReCheck", string.Join(' ', await given.Open(c.StoreManager)), StringComparison.Ordinal);
        var checks = (await t.Do(new ShowVisit(1), c.StoreManager)).ReChecks;
        Assert.Equal([(1L, "office3", false, "Fran Line"), (1, "show1", true, "Fran Line"), (2, "office3", true, "Stan Manager")], checks.Select(r => (r.Number, r.ItemKey, r.Passed, r.CheckedBy!)));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new NoteReCheck(1, [new("office3", true)]), c.StoreManager));
        // The score of the visit stays what was seen at the visit.
        Assert.Equal(kept.Score, (await t.Do(new ShowVisit(1), c.StoreManager)).Visit.Score);
    }

    [Theory, EachDatabase]
    public async Task The_result_is_mailed_once_where_mail_is_set_up(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenVisits.In(t);
        var c = given.Company;
        await t.Do(new SaveChannel(null, ChannelKind.Smtp, "out", new() { Host = "mail.test", Port = 465, Address = "care@regard.test" }));
        await t.Do(new SetPublicAddress("https://care.example.com"), c.Administrator);
        var sent = await given.Seen(FormTemplate.Reception, c.Store(1), VisitKind.Mystery, "called");
        await t.Do(sent, c.Agency);
        await t.Do(sent, c.Agency);
        await t.Do(await given.Seen(FormTemplate.Reception, given.Competitor, VisitKind.Mystery), c.Agency);
        var told = Assert.Single((await t.Do(new ListMessages(new()))).Rows);
        Assert.Equal(("stan.manager@example.com", "Mystery visit at Store 1: 88 of 100 points"), (told.Recipient, told.Subject));
        Assert.Contains("https://care.example.com/visits/1", Assert.Single(await GivenCustomers.Look(t, "select letter from outbox")), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task What_is_broken_becomes_a_ticket_that_is_open_until_it_is_mended(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenVisits.In(t);
        var c = given.Company;
        await t.Do(await given.Seen(FormTemplate.Hardware, c.Store(1), VisitKind.Hardware, "in1"), c.RegionalManager);
        var list = await t.Do(new ListDefects(c.Store(1)), c.FrontLine);
        var open = Assert.Single(list.Open);
        Assert.Equal((1L, "Light and air conditioning work.", "Stan Manager", (long?)1), (open.Number, open.Words, open.OwnerName, open.VisitNumber));
        Assert.Equal(["Defect Fault No. 1, not as it should be: Light and air conditioning work.", "VisitResult Result of visit No. 1: 89 of 100 points, Store 1"], await given.Open(c.StoreManager));
        Assert.Equal(2, await t.Do(new ReportDefect(c.Store(1), "The coffee machine leaks", given.Today.AddDays(1)), c.FrontLine));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ReportDefect(c.Store(3), "x", given.Today), c.FrontLine));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ListDefects(c.Store(3)), c.FrontLine));
        await t.Do(new MendDefect(1, "New compressor"), c.FrontLine);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new MendDefect(1, "Again"), c.FrontLine));
        list = await t.Do(new ListDefects(), c.StoreManager);
        Assert.Equal((2L, "New compressor"), (Assert.Single(list.Open).Number, Assert.Single(list.Mended).MendedWords));
        Assert.DoesNotContain("Fault No. 1,", string.Join(' ', await given.Open(c.StoreManager)), StringComparison.Ordinal);
        Assert.Equal(1, (await t.Do(new ListVisits(), c.StoreManager)).OpenDefects);
    }

    [Theory, EachDatabase]
    public async Task A_self_audit_turns_each_mistake_into_an_action(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenVisits.In(t);
        var sent = await given.Seen(FormTemplate.SelfAudit, given.Company.Store(1), VisitKind.SelfAudit, "aftersales") with { Photos = [] };
        await t.Do(sent, given.Company.FrontLine);
        var task = (await t.Do(new ListMyWork(), given.Company.StoreManager)).Mine.Single(i => i.Kind == WorkKind.ReCheck);
        Assert.Equal(given.Today.AddDays(14), task.DueOn);
        Assert.Empty(await t.Do(new Encounters(given.Today, given.Today, [given.Company.Store(1)])));
    }

    [Theory, EachDatabase]
    public async Task The_agency_sees_the_visits_it_made_and_nobody_else_beyond_the_units_in_care(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenVisits.In(t);
        var c = given.Company;
        await t.Do(await given.Seen(FormTemplate.Reception, c.Store(1), VisitKind.Mystery), c.Agency);
        await t.Do(await given.Seen(FormTemplate.Reception, c.Store(3), VisitKind.Mystery), c.Executive);
        await t.Do(await given.Seen(FormTemplate.Reception, given.Competitor, VisitKind.Mystery), c.FrontLine);
        async Task<IEnumerable<long>> Sees(Caller who) => (await t.Do(new ListVisits(), who)).Visits.Select(v => v.Number).Order();
        Assert.Equal([1], await Sees(c.Agency));
        Assert.Equal([1, 2, 3], await Sees(c.Executive));
        Assert.Equal([1, 3], await Sees(c.StoreManager));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowVisit(2), c.Agency));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowVisit(2), c.FrontLine));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowVisit(1), c.Administrator));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ListVisits(c.Store(3)), c.StoreManager));
        await Assert.ThrowsAsync<Invalid>(async () => await t.Do(await given.Seen(FormTemplate.Reception, c.Store(2), VisitKind.Mystery), c.FrontLine));
        Assert.Empty((await t.Do(new ShowVisitDesk(), c.Agency)).People);
        Assert.Contains((await t.Do(new ShowVisitDesk(), c.FrontLine)).Units, u => u.IsCompetitor);
        // A competitor is told nothing and has nothing to put right.
        Assert.DoesNotContain("No. 3", string.Join(' ', await given.Open(c.Executive)), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Only_who_leads_the_unit_reads_who_was_met(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenVisits.In(t);
        var c = given.Company;
        var colleague = await c.Person("Col League", Role.FrontLine, c.Store(1));
        await t.Do(await given.Seen(FormTemplate.Appearance, c.Store(1), VisitKind.Appearance) with { PersonId = c.FrontLine.Person, RoleMet = RoleMet.Cashier }, c.StoreManager);
        async Task<string?> Met(Caller who) => (await t.Do(new ShowVisit(1), who)).Visit.PersonName;
        Assert.Equal(("Fran Line", "Fran Line", "Fran Line", null, null), (await Met(c.StoreManager), await Met(c.RegionalManager), await Met(c.FrontLine), await Met(colleague), await Met(c.Analyst)));
        var own = await Assert.ThrowsAsync<Invalid>(async () => await t.Do(await given.Seen(FormTemplate.Appearance, c.Store(1), VisitKind.Appearance) with { PersonId = c.FrontLine.Person }, c.FrontLine));
        Assert.Equal("Nobody checks on themselves.", own.Problems[0].Words.ToString());
    }
}
