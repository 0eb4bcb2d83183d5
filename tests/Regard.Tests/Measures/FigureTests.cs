using Regard.Measures;
using Regard.Organisation;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Organisation;
namespace Regard.Tests.Measures;

public class FigureTests
{
    // a1 E P I, a2 E P I, b1 E P I, overall, effort, nps.
    static readonly byte[] one = [3, 4, 4, 3, 2, 2, 4, 1, 4, 9, 0, 10], other = [1, 2, 4, 3, 0, 0, 4, 3, 0, 5, 6, 6];

    static async Task<(Survey, Id<Wave>)> Asked(TestOffice t)
    {
        var survey = await Survey.In(await Company.In(t));
        var wave = await survey.OpenWave();
        await survey.Answer(wave, survey.Company.Store(1), 20, i => i % 2 == 0 ? one : other);
        await survey.Fold(wave);
        return (survey, wave);
    }

    [Theory, EachDatabase]
    public async Task Every_measure_follows_its_definition(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (_, wave) = await Asked(t);
        var rows = (await t.Do(new ListResults(wave))).Rows.Where(r => r.Unit.Code == "N1").ToDictionary(r => r.Measure.Code, r => r.Figure);
        // a1: P (100 + 50) / 2 = 75, E (75 + 25) / 2 = 50; a2: P 25, E 75; b1: P 50, E 100.
        Dictionary<string, double> expected = new()
        {
            ["indicator:A1"] = 75, ["indicator:A2"] = 25, ["indicator:B1"] = 50, ["dimension:A"] = 50, ["dimension:B"] = 50, ["index"] = 50,
            ["indicator:A1/expected"] = 50, ["dimension:A/expected"] = 62.5, ["index/expected"] = 0.6 * 62.5 + 40, ["index/gap"] = 50 - 77.5,
            ["indicator:A1/ratio"] = 150, ["index/ratio"] = 100 * 50 / 77.5, ["indicator:A1/importance"] = 100, ["indicator:A2/importance"] = 25, ["item:a1_P"] = 75,
            ["csat"] = 50, ["nps"] = 0, ["ces"] = 50,
        };
        foreach (var (code, value) in expected) Assert.Equal(value, rows[code].Value!.Value, 9);
        Assert.All(rows.Values, f => Assert.True(f.Given && f.Lower <= f.Value && f.Value <= f.Upper && f.N == 20));
        Assert.DoesNotContain("rater", rows.Keys);
    }

    [Theory, EachDatabase]
    public async Task A_single_rating_has_students_interval(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (survey, wave) = await Asked(t);
        var item = (await t.Do(new ExplainNumber(wave, survey.Company.Store(1), "item:a1_P"))).Figure;
        // t(0.975, 19) = 2.093024, sd = 25 sqrt(20 / 19).
        Assert.Equal(25 * Math.Sqrt(20.0 / 19) / Math.Sqrt(20), item.StandardError!.Value, 9);
        Assert.Equal(75 - 2.0930240544 * item.StandardError!.Value, item.Lower!.Value, 6);
    }

    [Theory, EachDatabase]
    public async Task A_number_says_where_it_comes_from(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (survey, wave) = await Asked(t);
        var gap = await t.Do(new ExplainNumber(wave, survey.Company.Group, "dimension:A/gap"));
        Assert.Equal("gap", gap.Definition.Code);
        Assert.Equal([("a1_E", -0.5), ("a1_P", 0.5), ("a2_E", -0.5), ("a2_P", 0.5)], gap.Parts.Select(p => (p.Key, p.Weight)).OrderBy(p => p.Key));
        Assert.Equal(1, gap.TreeVersion);
        Assert.Equal(FormJson.Hash(Survey.Form), gap.FormHash);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ExplainNumber(wave, survey.Company.Group, "dimension:Z")));
    }

    [Theory, EachDatabase]
    public async Task A_store_manager_sees_the_store_and_nothing_above_or_beside(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (survey, wave) = await Asked(t);
        var c = survey.Company;
        Assert.Equal("N1", (await t.Do(new ShowIndex(wave), c.StoreManager)).At.Unit.Code);
        foreach (var unit in new[] { c.Group, c.North, c.Store(2) })
        {
            await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowIndex(wave, unit), c.StoreManager));
            await Assert.ThrowsAsync<NotFound>(() => t.Do(new ExplainNumber(wave, unit, "index"), c.StoreManager));
            await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowOverview(null, unit), c.StoreManager));
        }
        Assert.All((await t.Do(new ListResults(wave), c.StoreManager)).Rows, r => Assert.Equal("N1", r.Unit.Code));
        var refused = await Assert.ThrowsAsync<Refused>(() => t.Do(new ShowIndex(wave), c.Agency));
        Assert.True(refused.Forbidden);
    }

    [Theory, EachDatabase]
    public async Task A_unit_below_the_minimum_shows_no_number(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var survey = await Survey.In(await Company.In(t));
        var wave = await survey.OpenWave(minimum: 10);
        await survey.Answer(wave, survey.Company.Store(1), 9, _ => one, comment: _ => "I was the one in the red coat");
        await survey.Fold(wave);
        var index = await t.Do(new ShowIndex(wave, survey.Company.Store(1)), survey.Company.StoreManager);
        Assert.All(index.Units[0].Figures.Concat(index.Others), f => Assert.Equal((Withheld.TooFew, null, null), (f.Figure.Withheld, f.Figure.Value, f.Figure.N)));
        Assert.All(index.Items, i => Assert.Empty(i.Answers));
        Assert.True(index.Comments!.Withheld);
        Assert.Empty(index.Comments.Newest);
    }

    [Theory, EachDatabase]
    public async Task Comments_are_the_newest_twenty_and_only_for_those_who_may_read_them(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var survey = await Survey.In(await Company.In(t));
        var wave = await survey.OpenWave();
        await survey.Answer(wave, survey.Company.Store(1), 30, _ => one, comment: i => $"comment {i}");
        await survey.Answer(wave, survey.Company.Store(2), 30, _ => other, comment: i => i == 29 ? "the last" : null);
        await survey.Fold(wave);
        var comments = (await t.Do(new ShowIndex(wave), survey.Company.RegionalManager)).Comments!;
        Assert.Equal(20, comments.Newest.Count);
        Assert.Equal(["the last", "comment 29"], comments.Newest.Take(2).Select(c => c.Said));
        Assert.Null((await t.Do(new ShowIndex(wave), survey.Company.FrontLine)).Comments);
    }

    [Theory, EachDatabase]
    public async Task A_question_shows_how_often_each_answer_was_given(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (survey, wave) = await Asked(t);
        var items = (await t.Do(new ShowIndex(wave, survey.Company.Group, "A1"))).Items;
        Assert.Equal(["a1_E", "a1_P", "a1_I"], items.Select(i => i.Key));
        Assert.Equal([(1, 0L), (2, 0L), (3, 10L), (4, 0L), (5, 10L)], items[1].Answers.Select(a => (a.Answer, a.Count)));
        Assert.Equal(0.5, items[1].Answers[4].Share, 9);
    }

    [Theory, EachDatabase]
    public async Task The_league_ranks_with_an_interval_and_leaves_out_what_is_withheld(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var survey = await Survey.In(await Company.In(t));
        var wave = await survey.OpenWave();
        var chance = new Random(3);
        await survey.Answer(wave, survey.Company.Store(1), 80, _ => Survey.Drawn(chance, 0.9));
        await survey.Answer(wave, survey.Company.Store(2), 80, _ => Survey.Drawn(chance, 0.5));
        await survey.Answer(wave, survey.Company.Store(3), 80, _ => Survey.Drawn(chance, 0.2));
        await survey.Answer(wave, survey.Company.Store(4), 3, _ => Survey.Drawn(chance, 0.2));
        await survey.Fold(wave);
        var overview = await t.Do(new ShowOverview(), survey.Company.Executive);
        var league = overview.League;
        Assert.Equal(["N1", "N2"], league.Take(2).Select(r => r.Unit.Code));
        Assert.Equal((1, 1, 1), (league[0].Rank, league[0].RankLower, league[0].RankUpper));
        // Store 4 is too small, and store 3 beside it would tell its number.
        Assert.Equal([Withheld.Protecting, Withheld.TooFew], league.Skip(2).Select(r => r.Index.Figure.Withheld));
        Assert.All(league.Skip(2), r => Assert.Null(r.Rank));
        Assert.Equal(243, overview.Heads[0].Figure.N);
    }
}
