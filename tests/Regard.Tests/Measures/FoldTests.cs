using Regard.Measures;
using Regard.Storage;
using Regard.Tests.Organisation;
namespace Regard.Tests.Measures;

public class FoldTests
{
    [Theory, EachDatabase]
    public async Task Any_split_into_batches_gives_the_same_cells(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var survey = await Survey.In(await Company.In(t));
        var wave = await survey.OpenWave();
        var chance = new Random(5);
        for (var i = 0; i < 30; i++)
            await survey.Answer(wave, survey.Company.Store(1 + chance.Next(4)), 1 + chance.Next(60), _ => Survey.Drawn(chance, 0.6, missing: 0.1), chance.Next(2) == 0 ? "" : "sales");

        await CellRebuilding.Run(t.Office, wave, t.Installation);
        var whole = await survey.Cells(wave);
        Assert.Equal(8, whole.Count);
        for (var seed = 0; seed < 5; seed++)
        {
            await t.Do(new RebuildCells(wave, new(0, 0, [])));
            var sizes = new Random(seed);
            while (await t.Do(new FoldResponses(wave, AtMost: 1 + sizes.Next(300))) > 0) { }
            Assert.Equal(whole, await survey.Cells(wave));
        }
    }

    [Theory, EachDatabase]
    public async Task Each_answer_counts_once_when_two_nodes_fold(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var survey = await Survey.In(await Company.In(t));
        var wave = await survey.OpenWave();
        var chance = new Random(6);
        await survey.Answer(wave, survey.Company.Store(1), 500, _ => Survey.Drawn(chance, 0.5));
        var nodes = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            long folded = 0, batch;
            while ((batch = await t.Do(new FoldResponses(wave, AtMost: 20))) > 0) folded += batch;
            return folded;
        }));
        Assert.Equal(500, (await Task.WhenAll(nodes)).Sum());
        Assert.Equal(500, Assert.Single(await survey.Cells(wave)).Respondents);
    }

    [Theory, EachDatabase]
    public async Task A_rebuild_while_answers_come_in_loses_none(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var survey = await Survey.In(await Company.In(t));
        var wave = await survey.OpenWave();
        var chance = new Random(7);
        await survey.Answer(wave, survey.Company.Store(1), 100, _ => Survey.Drawn(chance, 0.5));
        var rebuilt = await t.Do(new RefoldResponses(wave));
        await survey.Answer(wave, survey.Company.Store(1), 50, _ => Survey.Drawn(chance, 0.5));
        await survey.Fold(wave);
        await t.Do(new RebuildCells(wave, rebuilt));
        await survey.Fold(wave);
        Assert.Equal(150, Assert.Single(await survey.Cells(wave)).Respondents);
    }

    [Theory, EachDatabase]
    public async Task Weighted_answers_keep_their_weight(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var survey = await Survey.In(await Company.In(t));
        var wave = await survey.OpenWave();
        byte[] low = [.. Enumerable.Repeat((byte)0, Survey.Slots)], high = [4, 4, 4, 4, 4, 4, 4, 4, 4, 9, 6, 10];
        await survey.Answer(wave, survey.Company.Store(1), 20, _ => low);
        await survey.Answer(wave, survey.Company.Store(1), 20, _ => high, weight: 3);
        await survey.Fold(wave);
        var index = (await t.Do(new ShowIndex(wave))).Units[0].Figures[0].Figure;
        Assert.Equal(75, index.Value!.Value, 9);
        Assert.Equal(40, index.N);
        Assert.Equal(32, index.EffectiveN!.Value, 9);
    }

    [Theory, EachDatabase]
    public async Task A_batch_has_a_size(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var survey = await Survey.In(await Company.In(t));
        await Assert.ThrowsAsync<Invalid>(async () => await t.Do(new FoldResponses(await survey.OpenWave(), AtMost: 0)));
    }
}
