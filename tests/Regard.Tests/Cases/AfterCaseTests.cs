using Regard.Cases;
using Regard.Post;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Customers;
namespace Regard.Tests.Cases;

public class AfterCaseTests
{
    static async Task<KnownCustomers> Given(TestOffice t)
    {
        var g = await KnownCustomers.In(t);
        await t.Do(new SetPublicAddress("https://care.example.com"), g.Company.Administrator);
        return g;
    }

    /// <summary>A complaint of store 1 that the front line heard and closed.</summary>
    static async Task<long> Closed(KnownCustomers g, string? email = "li.na@example.com", CloseReason reason = CloseReason.NoAnswer, CaseKind kind = CaseKind.Complaint)
    {
        var heard = await g.Test.Do(new HearCase { UnitId = g.Company.Store(1), Kind = kind, Words = "Too slow", ContactEmail = email, LanguageTag = "zh-Hans" }, g.Company.FrontLine);
        await g.Execute("update cases set customers_view = 'x', cause = 'TooSlow' where number = @number", new { heard.Number, number = heard.Number });
        await g.Test.Do(new CloseCase(heard.Number, reason, "Done"), g.Company.FrontLine);
        return heard.Number;
    }

    static async Task<IReadOnlyList<string>> Links(KnownCustomers g) => [.. (await g.Write(s => s.Many<string>("select letter from outbox order by created_at, id"))).Select(l => System.Text.RegularExpressions.Regex.Match(l, "/rate/([A-Za-z0-9_-]+)").Groups[1].Value)];

    static Answers Answers(int rating = 5, int told = 2, int minutes = 30, string repeated = "no") => new()
    {
        ["process"] = Answer.Of(rating), ["outcome"] = Answer.Of(rating), ["treatment"] = Answer.Of(rating), ["overall"] = Answer.Of(rating), ["told"] = Answer.Of(told), ["minutes"] = Answer.Of(minutes), ["repeated"] = Answer.Of(repeated),
    };

    [Theory, EachDatabase]
    public async Task A_customer_is_asked_once_a_case_two_days_after_the_closing_and_answers_once(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await Given(t);
        var number = await Closed(g);
        await t.Do(new InviteAfterCases());
        Assert.Empty(await Links(g));
        t.Clock.Now = t.Clock.Now.AddDays(2);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => t.Do(new InviteAfterCases())));
        var link = Assert.Single(await Links(g));
        for (var i = 0; i < 3; i++) Assert.Null((await t.Do(new BeginRating(link), Caller.Anyone(Language.English))).WhyNot);
        var whole = await t.Do(new RateCase(link, Answers(4)), Caller.Anyone(Language.English));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new RateCase(link, Answers(1)), Caller.Anyone(Language.English)));
        Assert.True((await t.Do(new BeginRating(link), Caller.Anyone(Language.English))).IsAnswered);
        Assert.Equal(4, (await t.Do(new ShowCaseRating(number), g.Company.StoreManager))!.Find("process")!.Number);
        await t.Do(new ReopenCase(number, "Again"), g.Company.FrontLine);
        await t.Do(new CloseCase(number, CloseReason.NoAnswer, "Done"), g.Company.FrontLine);
        t.Clock.Now = t.Clock.Now.AddDays(3);
        await t.Do(new InviteAfterCases());
        Assert.Single(await Links(g));
    }

    [Theory, EachDatabase]
    public async Task Whoever_was_asked_answers_by_the_receipt_code_too_but_by_one_way_only(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await Given(t);
        var anyone = Caller.Anyone(Language.English);
        var heard = await t.Do(new HearCase { UnitId = g.Company.Store(1), Words = "Too slow", ContactEmail = "li.na@example.com" }, g.Company.FrontLine);
        var code = heard.Receipt!;
        await t.Do(new EditCase(heard.Number) { CustomersView = "x", Cause = Cause.TooSlow }, g.Company.FrontLine);
        await t.Do(new CloseCase(heard.Number, CloseReason.NoAnswer, "Done"), g.Company.FrontLine);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new BeginRatingByReceipt(code), anyone));
        Assert.False((await t.Do(new ShowCaseByReceipt(code), anyone)).AsksRating);
        t.Clock.Now = t.Clock.Now.AddDays(2);
        await t.Do(new InviteAfterCases());
        Assert.True((await t.Do(new ShowCaseByReceipt(code), anyone)).AsksRating);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new RateCaseByReceipt(code, Answers(5)), g.Company.FrontLine));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new RateCaseByReceipt(code, Answers(99)), anyone));
        await t.Do(new RateCaseByReceipt(code, Answers(2)), anyone);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new RateCaseByReceipt(code, Answers(5)), anyone));
        await Assert.ThrowsAsync<Refused>(async () => await t.Do(new RateCase(Assert.Single(await Links(g)), Answers(5)), anyone));
        Assert.False((await t.Do(new ShowCaseByReceipt(code), anyone)).AsksRating);
        Assert.Equal(2, (await t.Do(new ShowCaseRating(heard.Number), g.Company.StoreManager))!.Find("overall")!.Number);
    }

    [Theory, EachDatabase]
    public async Task Nobody_is_asked_after_spam_withdrawal_without_address_or_among_ourselves(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await Given(t);
        await Closed(g, reason: CloseReason.Spam);
        await Closed(g, reason: CloseReason.TakenBack);
        await Closed(g, email: null);
        await Closed(g, email: "fran.line@example.com");
        await Closed(g, kind: CaseKind.Praise);
        var reopened = await Closed(g);
        await t.Do(new ReopenCase(reopened, "Again"), g.Company.FrontLine);
        t.Clock.Now = t.Clock.Now.AddDays(2);
        await t.Do(new InviteAfterCases());
        await t.Do(new InviteAfterCases());
        Assert.Empty(await Links(g));
    }

    [Theory, EachDatabase]
    public async Task Employees_rate_nothing_wrong_answers_and_links_are_refused_and_the_owner_does_not_see_who_answered_what(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await Given(t);
        var number = await Closed(g);
        t.Clock.Now = t.Clock.Now.AddDays(2);
        await t.Do(new InviteAfterCases());
        var link = Assert.Single(await Links(g));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new RateCase(link, Answers()), g.Company.FrontLine));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new RateCase(link, new() { ["process"] = Answer.Of(9) }), Caller.Anyone(Language.English)));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new RateCase(link[..^1] + (link[^1] == 'A' ? 'B' : 'A'), Answers()), Caller.Anyone(Language.English)));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new BeginRating("x"), Caller.Anyone(Language.English)));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new ShowCaseRating(number), g.Company.FrontLine));
        t.Clock.Now = t.Clock.Now.AddDays(61);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new RateCase(link, Answers()), Caller.Anyone(Language.English)));
    }

    [Theory, EachDatabase]
    public async Task Units_see_means_medians_and_shares_with_intervals_from_ten_answers_on(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await Given(t);
        for (var i = 0; i < 12; i++) await Closed(g, email: $"c{i}@example.com");
        t.Clock.Now = t.Clock.Now.AddDays(2);
        await t.Do(new InviteAfterCases());
        var links = await Links(g);
        for (var i = 0; i < 9; i++) await t.Do(new RateCase(links[i], Answers(rating: i < 5 ? 5 : 3, minutes: 10 * (i + 1), repeated: i < 3 ? "yes" : "no")), Caller.Anyone(Language.English));
        Assert.Null((await t.Do(new ShowAfterCases(), g.Company.StoreManager)).All.Process.Value);
        await t.Do(new RateCase(links[9], Answers(rating: 3, minutes: 100)), Caller.Anyone(Language.English));
        var all = Assert.Single((await t.Do(new ShowAfterCases(), g.Company.StoreManager)).Units);
        Assert.Equal(("Store 1", 4.0, 10, 55.0, 0.3), (all.Unit, all.Process.Value, all.Process.N, all.Minutes.Value, all.Repeated.Value));
        // t.test(c(5,5,5,5,5,3,3,3,3,3)) by hand: sd 1.0541, t(9) 2.2622: 4 ± 0.7541
        Assert.Equal((3.246, 4.754), (Math.Round(all.Process.Lower!.Value, 3), Math.Round(all.Process.Upper!.Value, 3)));
        Assert.Equal(10.0 / 12, all.Answered.Value!.Value, 12);
        Assert.Null(all.ToldRecovered.Value);
    }
}
