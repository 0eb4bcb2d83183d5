using Regard.Audit;
using Regard.Organisation;
using Regard.Storage;
namespace Regard.Tests.Organisation;

public class SignInTests
{
    const string Email = "administrator@example.com";

    static readonly Caller visitor = Caller.Anyone(Language.English);

    static Task<SignInAnswer> Enter(TestOffice t, string password = Company.Password, string email = Email, string device = "browser") => SignIn.With(t.Office, email, password, device, visitor);

    [Theory, EachDatabase]
    public async Task The_right_password_opens_a_sign_in_that_says_who_it_is(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var answer = await Enter(t, email: " Administrator@Example.com ");
        Assert.Equal(43, answer.Token!.Length);
        var caller = await WhoIs.Ask(t.Office, answer.Token, visitor);
        Assert.Equal(c.Administrator.Person, caller!.Person);
        Assert.Equal(c.Administrator.Roles, caller.Roles);
        Assert.Null(await WhoIs.Ask(t.Office, "another token", visitor));
    }

    [Theory, EachDatabase]
    public async Task After_five_wrong_passwords_even_the_right_one_waits_and_longer_each_time(Engine on)
    {
        await using var t = await TestOffice.On(on);
        await Company.In(t);
        for (var i = 0; i < 4; i++) Assert.Null((await Enter(t, "wrong password")).LockedUntil);
        foreach (var minutes in new[] { 1, 5, 15, 60, 60 })
        {
            Assert.Equal(t.Clock.Now.AddMinutes(minutes), (await Enter(t, "wrong password")).LockedUntil);
            Assert.Null((await Enter(t)).Token);
            t.Clock.Now = t.Clock.Now.AddMinutes(minutes);
        }
        Assert.NotNull((await Enter(t)).Token);
        for (var i = 0; i < 4; i++) Assert.Null((await Enter(t, "wrong password")).LockedUntil);
    }

    [Theory, EachDatabase]
    public async Task Wrong_passwords_of_yesterday_are_forgotten(Engine on)
    {
        await using var t = await TestOffice.On(on);
        await Company.In(t);
        for (var i = 0; i < 4; i++) await Enter(t, "wrong password");
        t.Clock.Now += TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1);
        Assert.Null((await Enter(t, "wrong password")).LockedUntil);
    }

    [Theory, EachDatabase]
    public async Task An_unknown_address_is_answered_like_a_known_one(Engine on)
    {
        await using var t = await TestOffice.On(on);
        await Company.In(t);
        for (var i = 0; i < 6; i++)
        {
            var (known, unknown) = (await Enter(t, "wrong password"), await Enter(t, "wrong password", "nobody@example.com"));
            Assert.Equal(known.Refusal?.ToString(), unknown.Refusal?.ToString());
            Assert.Equal(known.LockedUntil, unknown.LockedUntil);
        }
    }

    [Theory, EachDatabase]
    public async Task Guesses_at_the_same_moment_are_all_counted(Engine on)
    {
        await using var t = await TestOffice.On(on);
        await Company.In(t);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Enter(t, "wrong password")));
        Assert.NotNull((await Enter(t)).LockedUntil);
    }

    [Theory, EachDatabase]
    public async Task A_sign_in_lasts_while_it_is_used_and_thirty_days_at_most(Engine on)
    {
        await using var t = await TestOffice.On(on);
        await Company.In(t);
        var (used, idle) = ((await Enter(t)).Token!, (await Enter(t)).Token!);
        var end = t.Clock.Now.AddDays(30);
        for (t.Clock.Now += TimeSpan.FromHours(11); t.Clock.Now < end; t.Clock.Now += TimeSpan.FromHours(11))
            Assert.NotNull(await WhoIs.Ask(t.Office, used, visitor));
        t.Clock.Now = end;
        Assert.Null(await WhoIs.Ask(t.Office, used, visitor));
        Assert.Null(await WhoIs.Ask(t.Office, idle, visitor));
    }

    [Theory, EachDatabase]
    public async Task Signing_out_ends_one_sign_in_and_everywhere_ends_all(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var (phone, desk) = ((await Enter(t, device: "phone")).Token!, (await Enter(t, device: "desk")).Token!);
        var visits = await t.Do(new ListSignIns(desk), c.Administrator);
        Assert.Equal(["desk", "phone"], visits.Select(v => v.Device).Order());
        Assert.Equal("desk", visits.Single(v => v.IsThis).Device);

        await t.Do(new SignOut(phone), c.Analyst);
        Assert.NotNull(await WhoIs.Ask(t.Office, phone, visitor));
        await t.Do(new SignOut(phone), c.Administrator);
        Assert.Null(await WhoIs.Ask(t.Office, phone, visitor));
        Assert.NotNull(await WhoIs.Ask(t.Office, desk, visitor));
        await t.Do(new SignOutEverywhere(), c.Administrator);
        Assert.Null(await WhoIs.Ask(t.Office, desk, visitor));
    }

    [Theory, EachDatabase]
    public async Task A_changed_password_ends_the_other_sign_ins(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var (here, there) = ((await Enter(t)).Token!, (await Enter(t)).Token!);
        Assert.Equal("Current", Assert.Single((await Assert.ThrowsAsync<Invalid>(() => t.Do(new ChangePassword("not this one", "an entirely new one", here), c.Administrator))).Problems).Field);
        await t.Do(new ChangePassword(Company.Password, "an entirely new one", here), c.Administrator);
        Assert.NotNull(await WhoIs.Ask(t.Office, here, visitor));
        Assert.Null(await WhoIs.Ask(t.Office, there, visitor));
        Assert.Null((await Enter(t)).Token);
        Assert.NotNull((await Enter(t, "an entirely new one")).Token);
    }

    [Theory, EachDatabase]
    public async Task A_weak_password_is_turned_away(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        foreach (var weak in new[] { "", "ninechars", "Password123", "aaaaaaaaaaaa", "ADMINISTRATOR@example.com", new string('x', 150) + new string('y', 51) })
            await Assert.ThrowsAsync<Invalid>(() => t.Do(new ChangePassword(Company.Password, weak), c.Administrator));
        await t.Do(new ChangePassword(Company.Password, "十个汉字也是一个好密码"), c.Administrator);
    }

    [Theory, EachDatabase]
    public async Task A_program_acts_for_its_person_until_the_token_ends(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var (kept, revoked) = (await t.Do(new MakeApiToken("nightly import", 30), c.Analyst), await t.Do(new MakeApiToken("old", 30), c.Analyst));
        Assert.StartsWith("rgd_", kept.Token);
        Assert.Equal(c.Analyst.Person, (await t.Do(new WhoHoldsToken(kept.Token), visitor))!.Person);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new RevokeApiToken(revoked.Id), c.Executive));
        await t.Do(new RevokeApiToken(revoked.Id), c.Analyst);
        Assert.Null(await t.Do(new WhoHoldsToken(revoked.Token), visitor));
        Assert.Equal(2, (await t.Do(new ListApiTokens(), c.Analyst)).Count);
        Assert.Empty(await t.Do(new ListApiTokens(), c.Executive));
        t.Clock.Now = kept.ExpiresAt;
        Assert.Null(await t.Do(new WhoHoldsToken(kept.Token), visitor));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new MakeApiToken(" ", 367), c.Analyst));
    }

    [Theory, EachDatabase]
    public async Task The_language_chosen_is_kept(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var token = (await Enter(t)).Token!;
        await t.Do(new SetLanguage(Language.TraditionalChinese), c.Administrator);
        Assert.Equal(Language.TraditionalChinese, (await WhoIs.Ask(t.Office, token, visitor))!.Language);
    }

    [Theory, EachDatabase]
    public async Task Right_and_wrong_passwords_are_in_the_trail_and_no_password_is(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        await Enter(t);
        await Enter(t, "wrong password");
        await Enter(t, email: "my password typed in the wrong field");
        var rows = (await t.Do(new ListAudit(new() { Operation = "SignIn" }), c.Administrator)).Rows;
        Assert.Equal([(Outcome.Refused, null), (Outcome.Refused, Email), (Outcome.Done, Email)], rows.Select(r => (r.Outcome, r.Subject)));
    }
}
