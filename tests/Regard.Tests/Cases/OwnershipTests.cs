using Regard.Cases;
using Regard.Organisation;
using Regard.Storage;
using Regard.Tests.Organisation;
namespace Regard.Tests.Cases;

public class OwnershipTests
{
    [Theory, EachDatabase]
    public async Task Until_it_is_accepted_the_owner_is_who_it_was(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        var number = await g.Heard();
        await t.Do(new OfferCase(number, g.Colleague.Person!.Value, "I am away tomorrow"), g.Company.FrontLine);
        Assert.Equal("Fran Line", await g.Owner(number));
        Assert.Equal([number], (await t.Do(new ListCases(new() { Offered = true }), g.Colleague)).Rows.Select(r => r.Number));
        Assert.Equal(["CaseOffer Take over case No. 1?"], await g.Open(g.Colleague));
        await t.Do(new AnswerOffer(number, true), g.Colleague);
        var whole = await g.Show(number);
        Assert.Equal(("Col League", "Fran Line", 1L), (whole.OwnerName, whole.SponsorName, whole.Case.HandOvers));
        Assert.Equal([OwnedHow.Heard, OwnedHow.TakenOver], whole.Owners.Select(o => o.How));
        Assert.Equal(["Case Complaint No. 1"], await g.Open(g.Colleague));
        Assert.Empty(await g.Open(g.Company.FrontLine));
    }

    [Theory, EachDatabase]
    public async Task Who_declines_says_why_and_the_owner_stays(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        var number = await g.Heard();
        await t.Do(new OfferCase(number, g.Colleague.Person!.Value, "Please"), g.Company.FrontLine);
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new AnswerOffer(number, false), g.Colleague));
        await t.Do(new AnswerOffer(number, false, "I am on holiday from tomorrow"), g.Colleague);
        Assert.Equal("Fran Line", await g.Owner(number));
        Assert.Empty(await g.Open(g.Colleague));
        await g.Refused("Nothing is offered any more: somebody has answered it or taken it back.", () => t.Do(new AnswerOffer(number, true), g.Colleague));
    }

    [Theory, EachDatabase]
    public async Task A_case_is_not_offered_to_who_left_nor_to_oneself_nor_to_whom_it_is_about_nor_to_who_handles_none(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        var left = await g.Company.Person("Lee Ft", Role.FrontLine, g.Company.Store(1));
        await t.Do(new PersonLeaves(left.Person!.Value), g.Company.Administrator);
        var number = await g.Heard(h => h with { AboutId = g.Colleague.Person });
        async Task<string> Said(Caller to) => Assert.Single((await Assert.ThrowsAsync<Invalid>(() => t.Do(new OfferCase(number, to.Person!.Value, "Please"), g.Company.FrontLine))).Problems).Words.ToString();
        Assert.Equal("Lee Ft works here no longer.", await Said(left));
        Assert.Equal("It is yours already.", await Said(g.Company.FrontLine));
        Assert.Equal("The case is about Col League, so somebody else handles it.", await Said(g.Colleague));
        Assert.Equal("Ann Alyst has no role that handles cases.", await Said(g.Company.Analyst));
        await g.Refused("Only its owner or a manager of the unit can hand the case over.", async () => await t.Do(new OfferCase(await g.Heard(), g.Company.StoreManager.Person!.Value, "Please"), g.Colleague));
    }

    [Theory, EachDatabase]
    public async Task The_third_hand_over_needs_a_managers_consent(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        var number = await g.Heard();
        await g.Handed(number, g.Company.FrontLine, g.Colleague);
        await g.Handed(number, g.Colleague, g.Company.FrontLine);
        await t.Do(new OfferCase(number, g.Colleague.Person!.Value, "Once more"), g.Company.FrontLine);
        await g.Refused("A manager has to agree to this hand-over first.", () => t.Do(new AnswerOffer(number, true), g.Colleague));
        Assert.Equal(["Approval Agree to hand-over 3 of case No. 1?"], await g.Open(g.Company.StoreManager));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new ApproveOffer(number), g.Colleague));
        await t.Do(new ApproveOffer(number), g.Company.StoreManager);
        Assert.Empty(await g.Open(g.Company.StoreManager));
        await t.Do(new AnswerOffer(number, true), g.Colleague);
        Assert.Equal("Col League", await g.Owner(number));
        // Who manages the unit and does not own the case agrees by asking.
        await t.Do(new OfferCase(number, g.Company.FrontLine.Person!.Value, "Back again"), g.Company.StoreManager);
        await t.Do(new AnswerOffer(number, true), g.Company.FrontLine);
        Assert.Equal("Fran Line", await g.Owner(number));
    }

    [Theory, EachDatabase]
    public async Task A_manager_gives_a_case_only_where_its_owner_is_out_of_reach(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        var number = await g.Heard();
        var give = new GiveCase(number, g.Colleague.Person!.Value, "She is ill");
        await g.Refused("Fran Line is here and owns it. Offer it to somebody instead; it changes hands when that is accepted.", () => t.Do(give, g.Company.StoreManager));
        await t.Do(new NoteAbsence(g.Company.FrontLine.Person!.Value, new(2031, 5, 1), new(2031, 5, 9), null), g.Company.Administrator);
        await Assert.ThrowsAsync<Refused>(() => t.Do(give, g.Colleague));
        await t.Do(give, g.Company.StoreManager);
        var given = (await g.Show(number)).Owners[^1];
        Assert.Equal(("Col League", OwnedHow.Given, "Stan Manager", "She is ill"), (given.OwnerName, given.How, given.GivenBy, given.Why));
        Assert.Equal("Fran Line", (await g.Show(number)).SponsorName);
    }

    [Theory, EachDatabase]
    public async Task Who_leaves_owns_nothing_any_more(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        var (mine, closed, offered) = (await g.Heard(), await g.Heard(h => h with { Kind = CaseKind.Praise }), await g.Heard(by: g.Colleague));
        await g.Close(closed);
        await t.Do(new OfferCase(offered, g.Company.FrontLine.Person!.Value, "Please"), g.Colleague);
        var task = await t.Do(new AskDepartment(offered, g.Company.Store(2), "Look for the key", g.Company.FrontLine.Person), g.Colleague);
        await t.Do(new PersonLeaves(g.Company.FrontLine.Person!.Value), g.Company.Administrator);
        var whole = await g.Show(mine);
        Assert.Equal(("Stan Manager", "Fran Line", OwnedHow.Given), (whole.OwnerName, whole.SponsorName, whole.Owners[^1].How));
        Assert.Equal("Fran Line", await g.Owner(closed));
        Assert.Equal(("Col League", OfferAnswer.Withdrawn, "Reg Manager"), ((await g.Show(offered)).OwnerName, (await g.Show(offered)).Offers[0].Answer, Assert.Single((await g.Show(offered)).Tasks, k => k.Id == task).OwnerName));
        Assert.Equal(["Case Complaint No. 1"], await g.Open(g.Company.StoreManager));
        await t.Do(new ReopenCase(closed, "They wrote again"), g.Company.StoreManager);
        Assert.Equal("Stan Manager", await g.Owner(closed));
    }

    [Theory, EachDatabase]
    public async Task Nobody_leaves_while_nobody_else_can_take_their_cases(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        foreach (var head in new[] { g.Company.StoreManager, g.Company.RegionalManager, g.Company.Executive }) await t.Do(new PersonLeaves(head.Person!.Value), g.Company.Administrator);
        var number = await g.Heard();
        await g.Refused("Case No. 1 belongs to this person and nobody at its unit or above can take it. Give somebody the role of a manager first.", () => t.Do(new PersonLeaves(g.Company.FrontLine.Person!.Value), g.Company.Administrator));
        Assert.Equal("Fran Line", await g.Owner(number));
    }

    [Theory, EachDatabase]
    public async Task What_turns_out_to_be_about_its_owner_goes_to_somebody_else_at_once(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        var number = await g.Heard();
        await t.Do(new EditCase(number) { AboutId = g.Company.FrontLine.Person }, g.Company.StoreManager);
        Assert.Equal("Stan Manager", await g.Owner(number));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowCase(number), g.Company.FrontLine));
    }

    [Theory, EachDatabase]
    public async Task A_named_contact_takes_what_nobody_heard_and_the_backup_when_away(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        await t.Do(new SetUnitContact(g.Company.North, g.Colleague.Person, g.Company.FrontLine.Person), g.Company.RegionalManager);
        async Task<string> Comes() => await g.Owner((await t.Do(new HearCase { UnitId = g.Company.Store(2), Words = "x", Channel = CaseChannel.Mail })).Number);
        Assert.Equal("Col League", await Comes());
        await t.Do(new NoteAbsence(g.Colleague.Person!.Value, new(2031, 5, 1), new(2031, 5, 9), null), g.Company.Administrator);
        Assert.Equal("Fran Line", await Comes());
        var contact = Assert.Single((await t.Do(new ListContacts(), g.Company.StoreManager with { Roles = g.Company.RegionalManager.Roles })).Units);
        Assert.Equal(("North", "Col League", "Fran Line"), (contact.UnitName, contact.PersonName, contact.BackupName));
        await t.Do(new SetUnitContact(g.Company.North, null), g.Company.RegionalManager);
        Assert.Equal("Reg Manager", await Comes());
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new SetUnitContact(g.Company.South, g.Colleague.Person), g.Company.RegionalManager));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SetUnitContact(g.Company.North, g.Company.Analyst.Person), g.Company.RegionalManager));
    }
}
