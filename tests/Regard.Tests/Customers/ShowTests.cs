using Regard.Customers;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Organisation;
using Regard.Tests.Surveys;
namespace Regard.Tests.Customers;

public class ShowTests
{
    static DateOnly Day(string day) => DateOnly.Parse(day);

    [Theory, EachDatabase]
    public async Task The_story_of_a_customer_is_told_newest_first_and_page_by_page(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await KnownCustomers.In(t);
        var (me, manager) = (await g.Add("张三丰", since: "2029-01-01"), g.Company.StoreManager);
        foreach (var day in new[] { "2030-01-05", "2030-02-05", "2030-02-05", "2030-03-05" }.Select((d, i) => (d, i))) await g.Bought(me, day.d, 100_00 + day.i, words: "changed the oil");
        await g.AddContract(me, "2030-02-05", endedOn: "2030-12-31", because: "price");
        await t.Do(new SetConsent(me, Purpose.Service, Channel.Phone, true, Day("2030-02-05"), "counter"), manager);
        await t.Do(new AddCustomerNote(me, NoteKind.Need, "Wants a loan car"), manager);
        await g.Execute("insert into grade_rules (id, number, basis, method, months, cuts, made_at) values (@id, 1, 'Revenue', 'Shares', 12, '[]', @Now)", new { id = Id<Regard.Loyalty.GradeRule>.New(t.Clock.Now), t.Clock.Now });
        foreach (var (day, grade) in new[] { ("2030-02-01", "C"), ("2030-08-01", "A") })
            await g.Execute("insert into grades_held (customer_id, from_day, grade, rule_id) select @me, @day, @grade, id from grade_rules", new { me, day = Day(day), grade });

        var all = (await t.Do(new ShowCustomer(me), manager)).Timeline;
        Assert.Null(all.Next);
        Assert.Equal([TimelineKind.Note, TimelineKind.ContractEnded, TimelineKind.Grade, TimelineKind.Event, TimelineKind.Event, TimelineKind.Event, TimelineKind.ContractBegan, TimelineKind.Consent, TimelineKind.Grade, TimelineKind.Event], all.Entries.Select(e => e.Kind));
        Assert.Equal(("A", "C"), (all.Entries[2].Grade, all.Entries[2].GradeBefore));
        for (var size = 1; size <= 4; size++)
        {
            var (pages, after) = (new List<TimelineEntry>(), (string?)null);
            do
            {
                var page = (await t.Do(new ShowCustomer(me, After: after, Size: size), manager)).Timeline;
                pages.AddRange(page.Entries);
                after = page.Next;
            }
            while (after is not null);
            Assert.Equal(all.Entries, pages);
        }
        Assert.Equal(4, (await t.Do(new ShowCustomer(me, TimelinePart.Purchases), manager)).Timeline.Entries.Count);
        Assert.Equal("Wants a loan car", Assert.Single((await t.Do(new ShowCustomer(me, TimelinePart.Notes), manager)).Timeline.Entries).Text);
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new ShowCustomer(me, After: "x"), manager));
    }

    [Theory, EachDatabase]
    public async Task Answers_by_a_personal_link_are_shown_to_who_may_see_results_and_no_others(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var w = await GivenWave.Open(t);
        var g = new KnownCustomers { Company = w.Company };
        var link = (await w.Invite("c1")).Single();
        await t.Do(new SubmitByLink(link.Token) { Answers = GivenWave.Answers() }, Caller.Anyone(Language.English));
        await t.Do(w.Response());
        var customer = (await t.Do(new FindCustomers(new() { Query = "c1" }))).Rows.Single().CustomerId;
        var shown = Assert.Single((await t.Do(new ShowCustomer(customer, TimelinePart.Answers), w.Company.StoreManager)).Timeline.Entries);
        Assert.Equal(("Spring", "Store 1", null), (shown.Name, shown.UnitName, shown.Score));
        var elsewhere = await w.Company.Person("Els Where", Regard.Organisation.Role.FrontLine, w.Company.South);
        await g.Execute("update customers set unit_id = @south", new { south = w.Company.South });
        Assert.Empty((await t.Do(new ShowCustomer(customer, TimelinePart.Answers), elsewhere)).Timeline.Entries);
    }

    [Theory, EachDatabase]
    public async Task An_account_shows_its_contacts_and_a_contact_its_account(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await KnownCustomers.In(t);
        var account = await g.Add("远大物流", kind: CustomerKind.Account);
        var contact = await g.Add("李娜", account: account);
        await g.Add("王强", account: account, unit: g.Company.Store(3));
        var shown = await t.Do(new ShowCustomer(account), g.Company.StoreManager);
        Assert.Equal((2, "李娜"), (shown.ContactCount, Assert.Single(shown.Contacts).Name));
        Assert.Equal("远大物流", (await t.Do(new ShowCustomer(contact), g.Company.StoreManager)).Account?.Name);
    }

    [Theory, EachDatabase]
    public async Task The_last_word_on_a_consent_holds_and_what_was_said_before_stays(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await KnownCustomers.In(t);
        var (me, manager) = (await g.Add("Bob"), g.Company.StoreManager);
        Assert.All((await t.Do(new ShowCustomer(me), manager)).Consents, c => Assert.Null(c.Given));
        await t.Do(new SetConsent(me, Purpose.Marketing, Channel.Sms, true, Day("2031-03-01"), "form"), manager);
        await t.Do(new SetConsent(me, Purpose.Marketing, Channel.Sms, false, Day("2031-04-01"), "call"), manager);
        await t.Do(new SetConsent(me, Purpose.Marketing, Channel.Sms, true, Day("2031-02-01"), "found in the files"), manager);
        var said = Assert.Single((await t.Do(new ShowCustomer(me), manager)).Consents, c => c.Given is not null);
        Assert.Equal((Purpose.Marketing, Channel.Sms, false, "call"), (said.Purpose, said.Channel, said.Given!.Value, said.Source));
        Assert.Equal(3, (await t.Do(new ShowCustomer(me, TimelinePart.Consents), manager)).Timeline.Entries.Count);
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SetConsent(me, Purpose.Survey, Channel.Email, true, Day("2031-05-02"), "form"), manager));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SetConsent(me, Purpose.Survey, Channel.Email, true, Day("2031-05-01"), " "), manager));
    }

    [Theory, EachDatabase]
    public async Task A_note_is_written_and_taken_off_again(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await KnownCustomers.In(t);
        var (me, manager) = (await g.Add("Bob"), g.Company.StoreManager);
        var note = await t.Do(new AddCustomerNote(me, NoteKind.Choice, " Two vans or three "), manager);
        Assert.Equal(("Two vans or three", "Stan Manager"), ((await t.Do(new ShowCustomer(me), manager)).Notes.Single().Words, (await t.Do(new ShowCustomer(me), manager)).Notes.Single().WrittenBy));
        await t.Do(new RemoveCustomerNote(me, note), manager);
        Assert.Empty((await t.Do(new ShowCustomer(me), manager)).Notes);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new RemoveCustomerNote(me, note), manager));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new AddCustomerNote(me, NoteKind.Need, " "), manager));
    }

    [Theory, EachDatabase]
    public async Task What_to_do_next_follows_from_where_a_customer_stands(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await KnownCustomers.In(t);
        async Task<string> Steps(Id<Customer> id) => string.Join(' ', (await t.Do(new ShowCustomer(id))).NextSteps.Select(s => s.Kind));
        var fresh = await g.Add("nothing known");
        Assert.Equal("", await Steps(fresh));
        var lost = await g.Add("lost");
        await g.Stands(lost, grade: "A", state: "Lost", lostOn: "2031-04-28", satisfaction: 20);
        Assert.Equal("AskConsent ReviewLoss AskWhatWentWrong", await Steps(lost));
        Assert.Equal(Day("2031-05-08"), (await t.Do(new ShowCustomer(lost))).NextSteps[1].DueOn);
        await t.Do(new SetConsent(lost, Purpose.Service, Channel.Phone, true, Day("2031-04-30"), "call"));
        Assert.Equal("ReviewLoss AskWhatWentWrong", await Steps(lost));
        var overdue = await g.Add("overdue");
        await g.Stands(overdue, state: "Overdue", nextDay: "2031-04-01");
        await g.AddContract(overdue, "2030-06-01", until: "2031-05-31");
        await t.Do(new SetConsent(overdue, Purpose.Service, Channel.Phone, false, Day("2031-04-30"), "call"));
        Assert.Equal("DoNotContact Call RenewContract", await Steps(overdue));
        var near = await g.Add("near");
        await g.Stands(near, nextDay: "2031-05-20");
        Assert.Equal("AskConsent PrepareReward", await Steps(near));
        var far = await g.Add("far");
        await g.Stands(far, nextDay: "2031-09-20");
        Assert.Equal("", await Steps(far));
    }
}
