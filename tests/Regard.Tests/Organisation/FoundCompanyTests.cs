using Regard.Organisation;
using Regard.Storage;
namespace Regard.Tests.Organisation;

public class FoundCompanyTests
{
    static readonly Caller visitor = Caller.Anyone(Language.English);

    static FoundCompany Request(string? token = null) => new("Blue Motors", "BLUE", "Li Na", "Li.Na@Example.com ", "a long enough secret", Language.SimplifiedChinese) { Token = token };

    [Theory, EachDatabase]
    public async Task The_first_visitor_with_the_token_becomes_administrator(Engine on)
    {
        await using var t = await TestOffice.On(on);
        Assert.False(await t.Do(new CompanyExists(), visitor));
        var token = await t.Do(new MakeOpeningToken());

        await t.Do(Request(token), visitor);

        Assert.True(await t.Do(new CompanyExists(), visitor));
    }

    [Theory, EachDatabase]
    public async Task Without_the_token_nobody_founds_anything(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var first = await t.Do(new MakeOpeningToken());
        await t.Do(new MakeOpeningToken());
        foreach (var wrong in new[] { null, "", "guess", first })
            Assert.Contains("does not fit", (await Assert.ThrowsAsync<Refused>(() => t.Do(Request(wrong), visitor))).Message);
        Assert.False(await t.Do(new CompanyExists(), visitor));
    }

    [Theory, EachDatabase]
    public async Task A_company_is_founded_once(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var token = await t.Do(new MakeOpeningToken());
        await t.Do(Request(token), visitor);
        await Assert.ThrowsAsync<Refused>(() => t.Do(Request(token), visitor));
        await Assert.ThrowsAsync<Refused>(() => t.Do(Request()));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new MakeOpeningToken()));
    }

    [Theory, EachDatabase]
    public async Task What_is_missing_is_named_field_by_field(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var invalid = await Assert.ThrowsAsync<Invalid>(() => t.Do(new FoundCompany("", " ", "", "nobody", "short", Language.English)));
        Assert.Equal(["AdministratorName", "Code", "Email", "Name", "Password"], invalid.Problems.Select(p => p.Field).Order());
    }

    [Theory, EachDatabase]
    public async Task A_small_company_stands_for_the_other_tests(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        foreach (var role in Roles.All) Assert.True(c.Holding(role).May(Permission.SignedIn));
    }
}
