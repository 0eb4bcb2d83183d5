using Regard.Organisation;
using Regard.Storage;
namespace Regard.Tests.Organisation;

public class PeopleTests
{
    static readonly Caller visitor = Caller.Anyone(Language.English);

    static Task<SignInAnswer> Enter(TestOffice t, string email, string password = Company.Password) => SignIn.With(t.Office, email, password, "browser", visitor);

    [Theory, EachDatabase]
    public async Task An_invited_person_chooses_a_password_and_holds_the_role(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var link = await t.Do(new InvitePerson("Wang Wei", "Wang.Wei@example.com", Role.Manager, c.South), c.Administrator);
        Assert.Equal("South", (await t.Do(new ShowInvitation(link.Token), visitor)).UnitName);

        await t.Do(new AcceptInvitation(link.Token, "some other secret", Language.SimplifiedChinese), visitor);

        var caller = await WhoIs.Ask(t.Office, (await Enter(t, "wang.wei@example.com", "some other secret")).Token!, visitor);
        Assert.Equal("Wang Wei", caller!.Name);
        Assert.Equal(Language.SimplifiedChinese, caller.Language);
        Assert.Equal(new RoleHeld { Role = Role.Manager, UnitId = c.South }, Assert.Single(caller.Roles));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new AcceptInvitation(link.Token, "yet another secret", Language.English), visitor));
    }

    [Theory, EachDatabase]
    public async Task A_link_ends_after_seven_days_or_when_withdrawn(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var (late, withdrawn) = (await t.Do(new InvitePerson("A", "a@example.com", Role.Analyst, c.Group), c.Administrator), await t.Do(new InvitePerson("B", "b@example.com", Role.Analyst, c.Group), c.Administrator));
        Assert.Equal(2, (await t.Do(new ListInvitations(), c.Administrator)).Count);
        await t.Do(new WithdrawInvitation(withdrawn.Id), c.Administrator);
        Assert.Single(await t.Do(new ListInvitations(), c.Administrator));
        t.Clock.Now += TimeSpan.FromDays(7);
        foreach (var token in new[] { late.Token, withdrawn.Token })
            await Assert.ThrowsAsync<Refused>(() => t.Do(new AcceptInvitation(token, Company.Password, Language.English), visitor));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new AcceptInvitation("made up", Company.Password, Language.English), visitor));
        Assert.Empty(await t.Do(new ListInvitations(), c.Administrator));
    }

    [Theory, EachDatabase]
    public async Task Roles_are_given_only_inside_the_own_care(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var northern = await c.Person("Nora Admin", Role.Administrator, c.North);
        var person = c.FrontLine.Person!.Value;
        await t.Do(new GrantRole(person, Role.Manager, c.Store(2)), northern);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new GrantRole(person, Role.Manager, c.Store(3)), northern));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new EndRole(c.Analyst.Person!.Value, Role.Analyst, c.Group), northern));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new InvitePerson("X", "x@example.com", Role.FrontLine, c.South), northern));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new PersonLeaves(c.Analyst.Person!.Value), northern));
        Assert.True((await Assert.ThrowsAsync<Refused>(() => t.Do(new GrantRole(person, Role.Analyst, c.North), c.RegionalManager))).Forbidden);
        Assert.Equal(["Fran Line", "Nora Admin", "Reg Manager", "Stan Manager"], (await t.Do(new ListPeople(), northern)).Select(p => p.Name));
        Assert.Equal(["Fran Line", "Stan Manager"], (await t.Do(new ListPeople(), c.StoreManager)).Select(p => p.Name));
        Assert.Equal(8, (await t.Do(new ListPeople(), c.Executive)).Count);
    }

    [Theory, EachDatabase]
    public async Task A_role_to_come_does_not_count_today_and_an_ended_one_no_more(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var me = c.Administrator.Person!.Value;
        await t.Do(new GrantRole(me, Role.Analyst, c.Group, new DateOnly(2031, 5, 2)), c.Administrator);
        var token = (await Enter(t, "administrator@example.com")).Token!;
        Assert.Equal([Role.Administrator], await RolesNow());
        t.Clock.Now += TimeSpan.FromDays(1) - TimeSpan.FromHours(13);
        Assert.NotNull(await WhoIs.Ask(t.Office, token, visitor));
        t.Clock.Now += TimeSpan.FromHours(11);
        Assert.Equal([Role.Administrator, Role.Analyst], await RolesNow());
        await Assert.ThrowsAsync<Refused>(() => t.Do(new GrantRole(me, Role.Analyst, c.Group), c.Administrator));
        await t.Do(new EndRole(me, Role.Analyst, c.Group), c.Administrator);
        Assert.Equal([Role.Administrator], await RolesNow());
        await t.Do(new GrantRole(me, Role.Analyst, c.Group), c.Administrator);
        Assert.Equal([Role.Administrator, Role.Analyst], await RolesNow());

        async Task<List<Role>> RolesNow() => [.. (await WhoIs.Ask(t.Office, token, visitor))!.Roles.Select(r => r.Role)];
    }

    [Theory, EachDatabase]
    public async Task Who_leaves_loses_roles_sign_ins_and_tokens_at_once(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var link = await t.Do(new InvitePerson("Reg Manager", "reg.manager@example.com", Role.Analyst, c.Group), c.Administrator);
        var person = (await t.Do(new AcceptInvitation(link.Token, Company.Password, Language.English), visitor)).Id;
        Assert.Equal(c.RegionalManager.Person, person);
        var token = (await Enter(t, "reg.manager@example.com")).Token!;
        var api = await t.Do(new MakeApiToken("script", 30), c.RegionalManager);

        await t.Do(new PersonLeaves(person), c.Administrator);

        Assert.Null(await WhoIs.Ask(t.Office, token, visitor));
        Assert.Null(await t.Do(new WhoHoldsToken(api.Token), visitor));
        Assert.Null((await Enter(t, "reg.manager@example.com")).Token);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new GrantRole(person, Role.Analyst, c.Group), c.Administrator));
        var row = (await t.Do(new ListPeople(), c.Administrator)).Single(p => p.Id == person);
        Assert.Empty(row.Roles);
        Assert.NotNull(row.LeftAt);

        var again = await t.Do(new InvitePerson("Reg Manager", "reg.manager@example.com", Role.FrontLine, c.Store(1)), c.Administrator);
        Assert.Equal(person, (await t.Do(new AcceptInvitation(again.Token, "back with a new one", Language.English), visitor)).Id);
        Assert.NotNull((await Enter(t, "reg.manager@example.com", "back with a new one")).Token);
    }

    [Theory, EachDatabase]
    public async Task The_last_administrator_of_the_company_stays(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var me = c.Administrator.Person!.Value;
        await c.Person("Nora Admin", Role.Administrator, c.North);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new PersonLeaves(me), c.Administrator));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new EndRole(me, Role.Administrator, c.Group), c.Administrator));
        await t.Do(new GrantRole(c.Executive.Person!.Value, Role.Administrator, c.Group), c.Administrator);
        await t.Do(new PersonLeaves(me), c.Administrator);
    }

    [Theory, EachDatabase]
    public async Task Nobody_is_added_or_invited_twice(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new AddPerson("Twin", "EVE.executive@example.com", Language.English), c.Administrator));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new InvitePerson("Twin", "Administrator@example.com", Role.Analyst, c.Group), c.Administrator));
    }
}
