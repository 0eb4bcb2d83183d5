using System.Text;
using Regard.Measures;
using Regard.Organisation;
using Regard.Statistics;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Organisation;
namespace Regard.Tests.Measures.Kano;

public class KanoTests
{
    [Theory, EachDatabase]
    public async Task Features_have_the_class_that_most_customers_give_them_and_say_when_it_cannot_be_told(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (survey, wave) = await Given(t, ("N1", 30, ("1", "3"), ("3", "5")), ("N2", 30, ("1", "5"), ("3", "5")), ("S4", 20, ("1", "3"), ("3", "5")));
        var store = await t.Do(new ShowKano(wave, survey.Company.Store(1)), survey.Company.StoreManager);
        var pickup = store.Rows.Single(r => r.Feature.Key == "pickup");
        Assert.Equal((KanoClass.Attractive, 30L, true), (pickup.Cell!.Class, pickup.Cell.N, pickup.IsSure));
        Assert.Equal((1.0, 0.0), (pickup.Better.Value!.Value, Math.Abs(pickup.Worse.Value!.Value)));
        Assert.True(pickup.Better.Lower < 1 && pickup.Worse.Lower < 0);
        Assert.Equal(KanoClass.MustBe, store.Rows.Single(r => r.Feature.Key == "fixed").Cell!.Class);
        // The region has as many who are delighted as who want the more the better: there the class is not sure.
        var region = await t.Do(new ShowKano(wave, survey.Company.North));
        var split = region.Rows.Single(r => r.Feature.Key == "pickup");
        Assert.Equal((KanoClass.OneDimensional, false, 1.0), (split.Cell!.Class, split.IsSure, split.PValue!.Value));
        Assert.Equal((0.5, 0.5), (split.Shares[KanoClass.Attractive].Value!.Value, split.Shares[KanoClass.OneDimensional].Value!.Value));
        Assert.Equal([KanoClass.Attractive, KanoClass.OneDimensional], region.Units.Select(u => u.Features[0]!.Class));
        Assert.Equal(["pickup", "fixed"], region.Rows.Select(r => r.Feature.Key));
        Assert.Equal(region.Rows[0].Cell, Assert.Single(region.Course).Features[0]);
        Assert.Equal(wave, Assert.Single(await t.Do(new ListWavesTelling(WaveTells.Kano))).Wave.Id);
    }

    [Theory, EachDatabase]
    public async Task Few_answers_show_no_class_and_none_that_could_be_taken_off_from_others(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (survey, wave) = await Given(t, ("N1", 30, ("1", "3"), ("3", "5")), ("N2", 30, ("1", "5"), ("3", "5")), ("S3", 4, ("3", "5"), ("3", "5")), ("S4", 20, ("1", "3"), ("3", "5")));
        var south = await t.Do(new ShowKano(wave, survey.Company.South));
        Assert.NotNull(south.Rows[0].Cell);
        // Four in one store: its sister would give them away.
        Assert.All(south.Units, u => Assert.All(u.Features, Assert.Null));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowKano(wave, survey.Company.South), survey.Company.StoreManager));
        Assert.Empty((await t.Do(new ShowKano(await survey.OpenWave()))).Rows);
    }

    /// <summary>Two features of the form that comes along.</summary>
    static FormDocument Form
    {
        get
        {
            var whole = FormTemplate.Read(FormTemplate.Kano);
            return whole with { Pages = [new() { Items = [.. whole.Items.Where(i => i.Key[..^2] is "pickup" or "fixed")] }] };
        }
    }

    /// <summary>Answers to both, as everybody in a store gives them.</summary>
    static async Task<(Survey, Id<Wave>)> Given(TestOffice t, params (string Unit, int N, (string, string) Pickup, (string, string) Fixed)[] said)
    {
        var survey = await Survey.In(await Company.In(t));
        var wave = await survey.OpenWave(Form);
        var csv = new StringBuilder("unit,pickup_f,pickup_d,fixed_f,fixed_d\n");
        foreach (var (unit, n, pickup, priced) in said)
            for (var i = 0; i < n; i++) csv.Append(unit).Append(',').AppendJoin(',', pickup.Item1, pickup.Item2, priced.Item1, priced.Item2).Append('\n');
        Assert.Equal(said.Sum(x => x.N), (await t.Do(new ImportResponses(wave, new MemoryStream(Encoding.UTF8.GetBytes(csv.ToString())), "kano.csv"))).Report.Taken);
        return (survey, wave);
    }
}
