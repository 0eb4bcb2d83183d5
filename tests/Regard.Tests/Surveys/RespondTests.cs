using Regard.Organisation;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Organisation;
namespace Regard.Tests.Surveys;

public class RespondTests
{
    [Theory, EachDatabase]
    public async Task A_customer_answers_page_by_page_comes_back_and_goes_on_where_they_left(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Open(t);
        var who = Respondent.ByLink((await g.Invite("c1")).Single().Token);
        var nobody = Caller.Anyone(Language.SimplifiedChinese);
        var begun = await t.Do(new BeginResponse(who), nobody);
        Assert.Equal((AnsweringState.Open, true, "N1", Language.SimplifiedChinese), (begun.State, begun.IsFirstVisit, begun.Unit!.Code, begun.Language));
        Assert.Null(begun.Draft);

        var page = new Answers(GivenWave.Answers().Where(a => a.Key is "nps" or ['r', ..]));
        Assert.Equal(1, (await t.Do(new SavePage(who, 0, page, Language.SimplifiedChinese), nobody)).NextPage);
        t.Clock.Now = t.Clock.Now.AddHours(2);
        var draft = (await t.Do(new BeginResponse(who), nobody)).Draft!;
        Assert.Equal((1, "zh-Hans"), (draft.Page, draft.LanguageTag));
        Assert.Equal(Answer.Of(8), draft.Answers["r1_P"]);

        var last = await t.Do(new SavePage(who, 1, new() { ["comment"] = Answer.Of("好") }, Language.SimplifiedChinese), nobody);
        Assert.Null(last.NextPage);
        Assert.Equal(6, last.Answers.Count);
        await t.Do(who.Submit(last.Answers, Language.SimplifiedChinese, last.StartedAt), nobody);
        Assert.Equal(AnsweringState.Answered, (await t.Do(new BeginResponse(who), nobody)).State);
        Assert.Equal(1, (await g.Shown()).Submitted);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new SavePage(who, 0, page, Language.English), nobody));
    }

    [Theory, EachDatabase]
    public async Task Going_back_can_take_an_answer_away_and_a_page_with_faults_is_not_saved(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Open(t);
        var who = Respondent.ByLink((await g.Invite("c1")).Single().Token);
        await t.Do(new SavePage(who, 1, new() { ["comment"] = Answer.Of("first"), ["years"] = Answer.Of(3) }, Language.English));
        var again = await t.Do(new SavePage(who, 1, new() { ["years"] = Answer.Of(4) }, Language.English));
        Assert.Equal(["years"], again.Answers.Keys);
        var refused = await Assert.ThrowsAsync<Invalid>(() => t.Do(new SavePage(who, 0, new() { ["r1_E"] = Answer.Of(11) }, Language.English)));
        Assert.Contains("r1_E", refused.Problems.Select(p => p.Field));
        Assert.Contains("r2_P", refused.Problems.Select(p => p.Field));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SavePage(who, 1, new() { ["nps"] = Answer.Of(5) }, Language.English)));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new SavePage(who, 9, new(), Language.English)));
        Assert.Equal(["years"], (await t.Do(new BeginResponse(who))).Draft!.Answers.Keys);
    }

    [Theory, EachDatabase]
    public async Task A_link_used_twice_is_acknowledged_the_same_and_counted_once_unless_it_says_something_else(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Open(t);
        var link = (await g.Invite("c1")).Single().Token;
        var first = await t.Do(new SubmitByLink(link) { Answers = GivenWave.Answers() });
        t.Clock.Now = t.Clock.Now.AddMinutes(1);
        var second = await t.Do(new SubmitByLink(link) { Answers = GivenWave.Answers() });
        Assert.Equal((first.Key, first.SubmittedAt, true), (second.Key, second.SubmittedAt, second.CameBefore));
        var refused = await Assert.ThrowsAsync<Refused>(() => t.Do(new SubmitByLink(link) { Answers = GivenWave.Answers(perceived: 2) }));
        Assert.Contains("answered already", refused.Message);
        Assert.Equal(1, (await g.Shown()).Responses);
    }

    [Theory, EachDatabase]
    public async Task A_forged_or_foreign_link_leads_nowhere(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Open(t);
        var link = (await g.Invite("c1")).Single().Token;
        foreach (var forged in new[] { "", "x", link[..^1], link[..^1] + (link[^1] == 'A' ? 'B' : 'A'), new string('A', link.Length), link + "AAAA" })
        {
            await Assert.ThrowsAsync<NotFound>(() => t.Do(new BeginResponse(Respondent.ByLink(forged))));
            await Assert.ThrowsAsync<NotFound>(() => t.Do(new SubmitByLink(forged) { Answers = GivenWave.Answers() }));
        }
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new BeginResponse(Respondent.ByOpenLink("nope", Guid.NewGuid()))));
    }

    [Theory, EachDatabase]
    public async Task A_closed_or_planned_wave_takes_no_response(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Planned(t);
        var links = await g.Invite("c1", "c2");
        var who = Respondent.ByLink(links[0].Token);
        Assert.Equal(AnsweringState.NotYet, (await t.Do(new BeginResponse(who))).State);
        await Assert.ThrowsAsync<Refused>(() => t.Do(g.Response()));
        await t.Do(new OpenWave(g.Wave));
        var early = g.Response();
        await t.Do(early);
        await t.Do(new SubmitByLink(links[1].Token) { Answers = GivenWave.Answers() });
        await t.Do(new CloseWave(g.Wave));
        Assert.Equal(AnsweringState.Closed, (await t.Do(new BeginResponse(who))).State);
        Assert.Contains("closed", (await Assert.ThrowsAsync<Refused>(() => t.Do(g.Response()))).Message);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new SubmitByLink(links[0].Token) { Answers = GivenWave.Answers() }));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new SavePage(who, 1, new(), Language.English)));
        Assert.True((await t.Do(early)).CameBefore);
        Assert.Equal(2, (await g.Shown()).Responses);
    }

    [Theory, EachDatabase]
    public async Task After_its_last_day_a_wave_takes_no_response_even_before_the_clock_closes_it(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Open(t);
        t.Clock.Now = new(2031, 6, 1, 0, 0, 1, TimeSpan.Zero);
        await Assert.ThrowsAsync<Refused>(() => t.Do(g.Response()));
    }

    [Theory, EachDatabase]
    public async Task Unknown_items_ratings_off_the_scale_and_unknown_units_are_refused_by_name(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Open(t);
        async Task<string> Field(Action<Answers> spoil, string unit = "N1")
        {
            var response = g.Response(unit);
            spoil(response.Answers);
            return (await Assert.ThrowsAsync<Invalid>(() => t.Do(response))).Problems.Single().Field;
        }
        Assert.Equal("r9_P", await Field(a => a["r9_P"] = Answer.Of(1)));
        Assert.Equal("r1_P", await Field(a => a["r1_P"] = Answer.Of(11)));
        Assert.Equal("nps", await Field(a => a["nps"] = Answer.Of("ten")));
        Assert.Equal("visit", await Field(a => a["visit"] = Answer.Of("elsewhere")));
        Assert.Equal("r2_E", await Field(a => a.Remove("r2_E")));
        Assert.Equal("UnitCode", await Field(_ => { }, unit: "X9"));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(g.Response() with { Key = Guid.Empty }));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(g.Response() with { Weight = double.NaN }));
        Assert.Equal(0, (await g.Shown()).Responses);
    }

    [Theory, EachDatabase]
    public async Task A_program_sends_answers_only_for_units_in_its_care(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Open(t);
        var southern = await g.Company.Person("Sou Thern", Role.Agency, g.Company.South);
        await t.Do(g.Response("S3"), southern);
        await Assert.ThrowsAsync<Invalid>(() => t.Do(g.Response("N1"), southern));
        Assert.True((await Assert.ThrowsAsync<Refused>(() => t.Do(g.Response(), g.Company.StoreManager))).Forbidden);
    }

    [Theory, EachDatabase]
    public async Task An_open_link_asks_for_the_unit_unless_it_names_one_and_a_new_one_replaces_it(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Open(t);
        var link = await t.Do(new OpenWaveLink(g.Wave), g.Company.Analyst);
        var key = Guid.NewGuid();
        var begun = await t.Do(new BeginResponse(Respondent.ByOpenLink(link, key)));
        Assert.Equal(["N1", "N2", "S3", "S4"], begun.Units.Select(u => u.Code));
        Assert.Equal("S4", (await t.Do(new BeginResponse(Respondent.ByOpenLink(link, key, "S4")))).Unit!.Code);
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SubmitByOpenLink(link, key) { Answers = GivenWave.Answers() }));
        await t.Do(new SavePage(Respondent.ByOpenLink(link, key, "S4"), 1, new() { ["years"] = Answer.Of(2) }, Language.English));
        Assert.Equal(Answer.Of(2), (await t.Do(new BeginResponse(Respondent.ByOpenLink(link, key)))).Draft!.Answers["years"]);
        await t.Do(new SubmitByOpenLink(link, key, "S4") { Answers = GivenWave.Answers() });
        Assert.True((await t.Do(new SubmitByOpenLink(link, key, "S4") { Answers = GivenWave.Answers() })).CameBefore);
        Assert.Equal(AnsweringState.Answered, (await t.Do(new BeginResponse(Respondent.ByOpenLink(link, key)))).State);

        var forStore = await t.Do(new OpenWaveLink(g.Wave, g.Company.Store(2)), g.Company.Analyst);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new SubmitByOpenLink(link, Guid.NewGuid(), "S4") { Answers = GivenWave.Answers() }));
        await t.Do(new SubmitByOpenLink(forStore, Guid.NewGuid()) { Answers = GivenWave.Answers() });
        Assert.Equal([("N2", 1L), ("S4", 1L)], (await g.Shown()).Units.Select(u => (u.Unit.Code, u.Responses)));
    }

    [Theory, EachDatabase]
    public async Task The_key_of_one_wave_is_not_taken_in_another(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Open(t);
        var other = await t.Do(new PlanWave(g.Programme, "Other", g.Version, g.Tree, new(2031, 5, 1), new(2031, 5, 30)));
        await t.Do(new OpenWave(other));
        var response = g.Response();
        await t.Do(response);
        await Assert.ThrowsAsync<Refused>(() => t.Do(response with { WaveId = other }));
    }
}
