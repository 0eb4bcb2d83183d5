using System.Net;
using System.Net.Http.Headers;
using Regard.Organisation;
using Regard.Tests.Organisation;
namespace Regard.Web.Tests.SignIn;

/// <summary>Browsers and programs that are signed in.</summary>
public static class GivenSignIn
{
    /// <summary>A browser in which a person of the company has signed in through the sign-in page.</summary>
    public static async Task<HttpClient> BrowserOf(this TestSite site, Company company, Caller who)
    {
        var browser = site.Browser();
        using var answer = await browser.Send("/sign-in", "/sign-in", ("Email", await GivePassword(company, who)), ("Password", Company.Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    /// <summary>A program that acts for a person by an API token.</summary>
    public static async Task<HttpClient> ProgramOf(this TestSite site, Caller who)
    {
        var made = await site.Office.Do(new MakeApiToken("test", 1), who);
        var program = new HttpClient { BaseAddress = site.Address };
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", made.Token);
        return program;
    }

    public static async Task<string> GivePassword(Company company, Caller who)
    {
        var email = (await company.Test.Do(new ShowProfile(), who)).Email;
        if (who.Person == company.Administrator.Person) return email;
        var link = await company.Test.Do(new InvitePerson(who.Name, email, who.Roles[0].Role, who.Roles[0].UnitId));
        await company.Test.Do(new AcceptInvitation(link.Token, Company.Password, Language.English));
        return email;
    }
}
