using Dapper;
using Regard.Improvement;
using Regard.Indicators;
using Regard.Measures;
using Regard.Organisation;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Organisation;
namespace Regard.Tests.Measures;

public class FreezeTests
{
    static async Task<Survey> Given(TestOffice t) => await Survey.In(await Company.In(t));

    static async Task<Id<Wave>> Frozen(Survey survey, FormDocument? form = null, Id<IndicatorTree>? tree = null, int seed = 1, double shift = 0)
    {
        var wave = await survey.OpenWave(form, tree);
        var chance = new Random(seed);
        for (var store = 1; store <= 4; store++) await survey.Answer(wave, survey.Company.Store(store), 60, _ => Survey.Drawn(chance, 0.3 + store / 10.0 + (store == 1 ? shift : 0)));
        await new WaveClosing(survey.Test.Office).Run(wave, survey.Test.Installation);
        survey.Test.Clock.Now += TimeSpan.FromDays(40);
        return wave;
    }

    [Theory, EachDatabase]
    public async Task A_frozen_wave_shows_the_numbers_it_was_frozen_with(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var survey = await Given(t);
        var wave = await survey.OpenWave();
        var chance = new Random(1);
        for (var store = 1; store <= 3; store++) await survey.Answer(wave, survey.Company.Store(store), 60, _ => Survey.Drawn(chance, 0.5));
        await t.Do(new CloseWave(wave));
        await survey.Fold(wave);
        var before = (await t.Do(new ListResults(wave))).Rows;
        await new WaveClosing(t.Office).Run(wave, t.Installation);
        var frozen = await t.Do(new ListResults(wave));
        Assert.Equal(before, frozen.Rows);
        Assert.Equal(64, frozen.Fingerprint!.Length);
        // Even with the cells gone, which nothing of ours does.
        await using (var c = await t.Database.Open()) await c.ExecuteAsync("delete from cells");
        Assert.Equal(before, (await t.Do(new ListResults(wave))).Rows);
    }

    [Theory, EachDatabase]
    public async Task A_frozen_wave_cannot_be_frozen_folded_or_rebuilt_again(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var survey = await Given(t);
        var wave = await Frozen(survey);
        var cells = await survey.Cells(wave);
        await Assert.ThrowsAsync<Refused>(() => survey.Answer(wave, survey.Company.Store(1), 1, _ => new byte[Survey.Slots]));
        await Assert.ThrowsAsync<Refused>(() => new WaveClosing(t.Office).Run(wave, t.Installation));
        Assert.Equal(0, await t.Do(new FoldResponses(wave)));
        await Assert.ThrowsAsync<Refused>(() => CellRebuilding.Run(t.Office, wave, t.Installation));
        Assert.Equal(cells, await survey.Cells(wave));
    }

    [Theory, EachDatabase]
    public async Task A_row_changed_after_the_freeze_shows(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var survey = await Given(t);
        var wave = await Frozen(survey);
        Assert.True((await t.Do(new VerifyWave(wave))).Unchanged);
        await using (var c = await t.Database.Open()) await c.ExecuteAsync("update responses set weight = 2 where number = 7");
        Assert.False((await t.Do(new VerifyWave(wave))).Unchanged);
    }

    [Theory, EachDatabase]
    public async Task An_open_wave_is_not_frozen(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var wave = await (await Given(t)).OpenWave();
        await Assert.ThrowsAsync<Refused>(() => t.Do(new WorkOutWave(wave)));
    }

    [Theory, EachDatabase]
    public async Task A_move_leaves_the_history_under_the_old_parent(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var survey = await Given(t);
        var c = survey.Company;
        var first = await Frozen(survey);
        async Task<double> North(Id<Wave> wave) => (await t.Do(new ShowIndex(wave, c.North))).Units[0].Figures[0].Figure.Value!.Value;
        var before = await North(first);
        await t.Do(new MoveUnit(c.Store(2), c.South, DateOnly.FromDateTime(t.Clock.Now.UtcDateTime)));
        var second = await Frozen(survey);
        Assert.Equal(before, await North(first));
        Assert.Equal(["N1", "N2"], (await t.Do(new ShowIndex(first, c.North))).Units.Skip(1).Select(u => u.Unit.Code));
        Assert.Equal(["N1"], (await t.Do(new ShowIndex(second, c.North))).Units.Skip(1).Select(u => u.Unit.Code));
        Assert.Equal(["N1", "N2"], (await t.Do(new ShowIndex(first), c.RegionalManager)).Units.Skip(1).Select(u => u.Unit.Code));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowIndex(second, c.Store(2)), c.RegionalManager));
    }

    [Theory, EachDatabase]
    public async Task Only_what_the_test_confirms_is_called_a_change(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var survey = await Given(t);
        await Frozen(survey, seed: 1);
        var wave = await Frozen(survey, seed: 2, shift: 0.25);
        var stores = (await t.Do(new ShowIndex(wave, survey.Company.North))).Units;
        Assert.Equal(Movement.Rose, stores.Single(u => u.Unit.Code == "N1").Figures[0].Change.Movement);
        Assert.Equal(Movement.NoEvidence, stores.Single(u => u.Unit.Code == "N2").Figures[0].Change.Movement);
        var change = stores.Single(u => u.Unit.Code == "N1").Figures[0].Change;
        Assert.True(change.Lower > 0 && change.Upper > change.Difference && change.PValue < 0.05);
    }

    [Theory, EachDatabase]
    public async Task Without_change_hardly_any_page_calls_one(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var survey = await Given(t);
        var called = 0;
        await Frozen(survey, seed: 100);
        for (var i = 1; i <= 8; i++)
        {
            var page = await t.Do(new ShowIndex(await Frozen(survey, seed: 100 + i)));
            called += page.Units.SelectMany(u => u.Figures).Any(f => f.Change.Movement is Movement.Rose or Movement.Fell) ? 1 : 0;
        }
        // One page in twenty is expected to; more than two of eight has a chance under one in a hundred.
        Assert.InRange(called, 0, 2);
    }

    [Theory, EachDatabase]
    public async Task What_was_asked_or_weighted_otherwise_is_not_comparable(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var survey = await Given(t);
        await Frozen(survey);
        var battery = (BatteryItem)Survey.Form.Pages[0].Items[0];
        var reworded = Survey.Form with { Pages = [new() { Items = [battery with { Rows = [battery.Rows[0] with { Title = Survey.Said("Other words") }, .. battery.Rows.Skip(1)] }, .. Survey.Form.Pages[0].Items.Skip(1)] }] };
        var wave = await Frozen(survey, reworded);
        var index = await t.Do(new ShowIndex(wave));
        ShownFigure Of(IndexView view, string code) => view.Units[0].Figures.Single(f => f.Measure.Code == code);
        Assert.Equal(Movement.NotComparable, Of(index, "index").Change.Movement);
        Assert.Equal("The wording of question a1_P has changed since the earlier wave.", Of(index, "dimension:A").Change.Break!.ToString());
        Assert.Equal(Movement.NoEvidence, Of(index, "dimension:B").Change.Movement);
        Assert.NotNull((await t.Do(new ShowOverview())).Trend[1].Break);

        var weighted = await Frozen(survey, reworded, await survey.AddTree(("A1", "A", 0.9), ("A2", "A", 0.1), ("B1", "B", 1)));
        index = await t.Do(new ShowIndex(weighted));
        Assert.Equal("The weights have changed since the earlier wave.", Of(index, "dimension:A").Change.Break!.ToString());
        var below = await t.Do(new ShowIndex(weighted, null, "A"));
        Assert.Equal(Movement.NoEvidence, Of(below, "indicator:A1").Change.Movement);
    }
}
