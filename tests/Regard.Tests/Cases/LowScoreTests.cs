using Regard.Cases;
using Regard.Organisation;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Customers;
using Regard.Tests.Surveys;
namespace Regard.Tests.Cases;

public class LowScoreTests
{
    static Task Watch(TestOffice t) => new LowScoreWatch(t.Office).Run(t.Installation);

    static Answers Answers(int recommend, string? comment = null)
    {
        var answers = GivenWave.Answers();
        answers["nps"] = Answer.Of(recommend);
        if (comment is null) answers.Remove("comment");
        else answers["comment"] = Answer.Of(comment);
        return answers;
    }

    static async Task<GivenWave> Watched(TestOffice t)
    {
        var given = await GivenWave.Open(t);
        await Watch(t);
        return given;
    }

    static async Task Submit(GivenWave given, InvitationLink link, Answers answers, Language language = Language.SimplifiedChinese) =>
        await given.Test.Do(Respondent.ByLink(link.Token).Submit(answers, language, null));

    static async Task<IReadOnlyList<CaseRow>> Cases(GivenWave given, Caller? by = null) => (await given.Test.Do(new ListCases(new(), CaseSort.Oldest), by)).Rows;

    [Theory, EachDatabase]
    public async Task A_low_answer_opens_one_case_for_the_manager_with_the_customers_own_words(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await Watched(t);
        var links = await given.Invite("K1", "K2");
        await Submit(given, links[0], Answers(4, "等了两小时，没人理我"));
        await Submit(given, links[1], Answers(5, "还行"));
        await Watch(t);
        await Watch(t);
        var row = Assert.Single(await Cases(given));
        var opened = (await t.Do(new ShowCase(row.Number), given.Company.StoreManager)).Case;
        Assert.Equal((CaseChannel.Survey, CaseKind.Complaint, given.Company.StoreManager.Person!.Value, "k1@example.com", true), (opened.Channel, opened.Kind, opened.OwnerId, opened.ContactEmail, opened.IsKnown));
        Assert.Equal("等了两小时，没人理我\n\n在“Spring”调查中，满意度为 40 分（满分 100）。", opened.Words);
        var answer = await t.Do(new ShowCaseAnswer(row.Number), given.Company.StoreManager);
        Assert.Equal((40, "等了两小时，没人理我"), (answer.Score!.Value, Assert.Single(answer.Comments)));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new ShowCaseAnswer(row.Number), given.Company.FrontLine));
    }

    [Theory, EachDatabase]
    public async Task Anonymous_and_imported_answers_open_none_for_nobody_could_be_answered(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await Watched(t);
        await t.Do(new SubmitResponse(given.Wave, Guid.NewGuid(), "N1") { Answers = Answers(0, "Terrible") });
        await given.Import("unit,r1_E,r1_P,r2_E,r2_P,nps,comment\nN1,9,1,9,1,0,Terrible\n");
        await Watch(t);
        Assert.Empty(await Cases(given));
    }

    [Theory, EachDatabase]
    public async Task Answers_from_before_the_rule_held_and_while_it_did_not_are_left_alone(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenWave.Open(t);
        var links = await given.Invite("K1", "K2", "K3");
        await Submit(given, links[0], Answers(0));
        t.Clock.Now = t.Clock.Now.AddMinutes(1);
        await Watch(t);
        Assert.Empty(await Cases(given));
        await Rule(given, 1, null);
        await Watch(t);
        t.Clock.Now = t.Clock.Now.AddMinutes(1);
        await Submit(given, links[1], Answers(0));
        t.Clock.Now = t.Clock.Now.AddMinutes(1);
        await Rule(given, 2, 60);
        await Watch(t);
        t.Clock.Now = t.Clock.Now.AddMinutes(1);
        await Submit(given, links[2], Answers(6));
        await Watch(t);
        Assert.Equal("Name of K3", Assert.Single(await Cases(given)).ContactName);
    }

    [Theory, EachDatabase]
    public async Task A_low_answer_that_nobody_can_own_waits_until_somebody_can_and_one_given_before_the_wave_closed_is_not_lost(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await Watched(t);
        var links = await given.Invite("K1", "K2");
        foreach (var person in new[] { given.Company.Executive, given.Company.RegionalManager, given.Company.StoreManager }) await t.Do(new PersonLeaves(person.Person!.Value));
        await Submit(given, links[0], Answers(1));
        await t.Do(new CloseWave(given.Wave));
        await Watch(t);
        Assert.Empty(await Cases(given));
        var manager = await given.Company.Person("New Manager", Role.Manager, given.Company.Store(1));
        await Watch(t);
        Assert.Equal(manager.Person, Assert.Single(await Cases(given)).OwnerId);
    }

    [Theory, EachDatabase]
    public async Task Two_nodes_looking_at_once_open_one_case_for_each_answer(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await Watched(t);
        var links = await given.Invite([.. Enumerable.Range(1, 12).Select(i => $"K{i}")]);
        foreach (var link in links) await Submit(given, link, Answers(2));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Watch(t)));
        await Watch(t);
        Assert.Equal(12, (await Cases(given)).DistinctBy(c => c.CustomerId).Count());
        Assert.Equal(12, (await Cases(given)).Count);
    }

    static Task Rule(GivenWave given, long number, double? lowest) => new KnownCustomers { Company = given.Company }.Execute(
        "insert into case_rules (number, document, made_at) values (@number, @document, @Now)", new { number, document = (CaseRules.AsDelivered with { LowScore = lowest }).Write(), given.Test.Clock.Now });
}
