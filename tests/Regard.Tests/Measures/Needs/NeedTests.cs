using System.Text;
using Regard.Files;
using Regard.Listening;
using Regard.Measures;
using Regard.Organisation;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Organisation;
using Regard.Tests.Surveys;
namespace Regard.Tests.Measures.Needs;

public class NeedTests
{
    [Theory, EachDatabase]
    public async Task Needs_come_by_file_and_each_is_fulfilled_as_far_as_its_indicators_say(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (survey, wave) = await Given(t);
        var analyst = survey.Company.Analyst;
        const string list = "code,name,indicators,importance\nN1,Mended at once,A1,90\nN2,A fair price,A2;B1,40\nN3,Fetched from home,,70\n";
        Assert.Equal((3L, 0L, 0L), Counts(await Bring(t, list, analyst)));
        Assert.Equal((0L, 0L, 3L), Counts(await Bring(t, list, analyst)));
        Assert.Equal((0L, 1L, 2L), Counts(await Bring(t, list.Replace("Fetched from home", "Fetched and brought back", StringComparison.Ordinal), analyst)));

        var view = await t.Do(new ShowNeeds(wave, survey.Company.Store(1)));
        double Score(string code) => t.Do(new ExplainNumber(wave, survey.Company.Store(1), code)).Result.Figure.Value!.Value;
        var fulfilled = view.Rows.ToDictionary(r => r.Need.Code, r => r.Fulfilled);
        Assert.Equal(["N1", "N2"], fulfilled.Keys.Order());
        Assert.Equal(Score("indicator:A1"), fulfilled["N1"].Value!.Value, 1e-9);
        Assert.Equal((Score("indicator:A2") + Score("indicator:B1")) / 2, fulfilled["N2"].Value!.Value, 1e-9);
        Assert.All(fulfilled.Values, f => Assert.True(f.Lower < f.Value && f.Value < f.Upper && f.N == 60));
        Assert.Equal(view.Rows.Min(r => r.Fulfilled.Value), view.Rows[0].Fulfilled.Value);
        Assert.Equal("N3", Assert.Single(view.Unmeasured).Need.Code);

        // Customers were asked how important it is to them, so their word counts and not the list's.
        Assert.Equal(NeedWeighting.Asked, view.Weighting);
        var weights = view.Rows.ToDictionary(r => r.Need.Code, r => r.Importance.Value!.Value);
        Assert.Equal(weights.Sum(w => w.Value * fulfilled[w.Key].Value!.Value) / weights.Values.Sum(), view.Index.Value!.Value, 1e-9);
        Assert.Equal(view.Index.Value, Assert.Single(view.Course).Index.Value);
    }

    [Theory, EachDatabase]
    public async Task Where_customers_were_not_asked_needs_weigh_as_the_list_says_and_else_alike(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var survey = await Survey.In(await Company.In(t));
        FormDocument form = new() { Title = Survey.Said("Short"), Languages = ["en"], Pages = [new() { Items = [.. new[] { "A1", "B1" }.Select(code => new RatingItem { Key = code, Title = Survey.Said(code), Indicator = code, Scale = new() { From = 1, To = 5 } })] }] };
        var wave = await survey.OpenWave(form);
        var csv = new StringBuilder("unit,A1,B1\n");
        for (var i = 0; i < 40; i++) csv.Append(System.Globalization.CultureInfo.InvariantCulture, $"N1,{4 + i % 2},{1 + i % 3}\n");
        await t.Do(new ImportResponses(wave, new MemoryStream(Encoding.UTF8.GetBytes(csv.ToString())), "short.csv"));
        await survey.Fold(wave);
        await t.Do(new SaveNeed(Of("N1", "A1") with { Importance = 75 }, New: true), survey.Company.Analyst);
        await t.Do(new SaveNeed(Of("N2", "B1"), New: true), survey.Company.Analyst);
        // 87.5 and 24.375 on a scale from 0 to 100: 40 answers of 1, 2, 3 in turn have a mean of 1.975.
        var alike = await t.Do(new ShowNeeds(wave, survey.Company.Store(1)));
        Assert.Equal((NeedWeighting.Equal, (87.5 + 24.375) / 2), (alike.Weighting, alike.Index.Value!.Value));
        await t.Do(new SaveNeed(Of("N2", "B1") with { Importance = 25 }), survey.Company.Analyst);
        var set = await t.Do(new ShowNeeds(wave, survey.Company.Store(1)));
        Assert.Equal(NeedWeighting.Set, set.Weighting);
        Assert.Equal(0.75 * 87.5 + 0.25 * 24.375, set.Index.Value!.Value, 1e-9);
    }

    [Theory, EachDatabase]
    public async Task A_need_heard_in_talks_that_no_list_has_is_named(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (survey, wave) = await Given(t);
        await t.Do(new SaveNeed(Of("N1", "A1"), New: true), survey.Company.Analyst);
        await t.Do(new WriteFieldNote
        {
            Kind = FieldKind.Interview, Day = DateOnly.FromDateTime(t.Clock.Now.UtcDateTime), UnitId = survey.Company.Store(1), Ours = "Fran", Attendees = 1, Words = "They want to know the price first.",
            Codes = [new("A1", FieldSign.Need, "mended at once"), new("B1", FieldSign.Need, "the price first")],
        }, survey.Company.StoreManager);
        var view = await t.Do(new ShowNeeds(wave, survey.Company.Store(1)), survey.Company.StoreManager);
        Assert.Equal(1, Assert.Single(view.Rows).Voiced);
        var unlisted = Assert.Single(view.Unlisted);
        Assert.Equal(("B1", 1L, "the price first"), (unlisted.Indicator, unlisted.Times, unlisted.Newest));
        Assert.False(view.MayEdit);
        // Taken off the list, it is one of those heard and not listed.
        await t.Do(new DropNeed("N1"), survey.Company.Analyst);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new DropNeed("N1"), survey.Company.Analyst));
        Assert.Equal(2, (await t.Do(new ShowNeeds(wave, survey.Company.Store(1)), survey.Company.StoreManager)).Unlisted.Count);
    }

    [Theory, EachDatabase]
    public async Task A_bad_list_is_turned_away_line_by_line_and_a_bad_need_in_words(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (survey, _) = await Given(t);
        var analyst = survey.Company.Analyst;
        const string bad = "code,name,indicators,importance\nN1,Good,A1,90\nN 2,Bad code,A1,1\nN3,,A1,1\nN4,Unknown,Z9,1\nN5,Much,A1,101\nN6,Word,A1,much\nN1,Twice,A1,1\n";
        var refused = await Bring(t, bad, analyst);
        Assert.Equal((0L, 6L), (refused.Report.Taken, refused.Report.TurnedAway));
        Assert.Equal(["code", "name", "indicators", "importance", "importance", "code"], refused.Report.Problems.Select(p => p.Column));
        Assert.Equal(1, (await t.Do(new ImportNeeds(Stream(bad), "needs.csv", RowMode.GoodRows), analyst)).Report.Added);
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SaveNeed(Of("N1", "A1"), New: true), analyst));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SaveNeed(Of("N9", "Z9")), analyst));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SaveNeed(Of("N9", "A1") with { Importance = double.NaN }), analyst));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new SaveNeed(Of("N9", "A1")), survey.Company.Executive));
        Assert.Equal(ImportKind.Needs, (await t.Do(new ShowNeedImport(refused.Id), analyst)).Kind);
    }

    static Need Of(string code, string indicator) => new() { Code = code, Names = Survey.Said(code), Indicators = [indicator] };

    static async Task<(Survey, Id<Wave>)> Given(TestOffice t)
    {
        var survey = await Survey.In(await Company.In(t));
        var wave = await survey.OpenWave();
        var chance = new Random(17);
        await survey.Answer(wave, survey.Company.Store(1), 60, _ => Survey.Drawn(chance, 0.6));
        await survey.Fold(wave);
        return (survey, wave);
    }

    static Task<Import> Bring(TestOffice t, string csv, Caller who) => t.Do(new ImportNeeds(Stream(csv), "needs.csv"), who);
    static MemoryStream Stream(string csv) => new(Encoding.UTF8.GetBytes(csv));
    static (long, long, long) Counts(Import import) => (import.Report.Added, import.Report.Updated, import.Report.Unchanged);
}
