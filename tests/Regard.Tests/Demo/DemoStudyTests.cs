using Regard.Demo;
using Regard.Measures;
using Regard.Organisation;
using Regard.Storage;
using Regard.Surveys;
namespace Regard.Tests.Demo;

/// <summary>What the studies beside the index were drawn from is found again.</summary>
public class DemoStudyTests(Demos demos)
{
    [Theory, EachDatabase]
    public async Task The_studies_of_the_demo_find_the_truth_that_they_were_made_from(Engine on)
    {
        var (t, demo) = await demos.Small(on);
        await ValueIsFound(t, demo);
        await NeedsAreFound(t, demo);
        await KanoIsFound(t, demo);
        await UnevenStoresAreNamed(t, demo);
        await LeadersAreTold(t, demo);
    }

    static async Task LeadersAreTold(TestOffice t, DemoCompany demo)
    {
        var leaders = (await t.Do(new ShowLeadership())).Leaders.ToDictionary(l => l.Unit.Id, l => l.Course[^1]);
        foreach (var (store, (_, unit)) in demo.Stores.Index())
        {
            var (trust, vision) = (leaders[unit].Traits.Single(x => x.Trait == Trait.LeaderTrust).Figure, leaders[unit].Traits.Single(x => x.Trait == Trait.LeaderVision).Figure);
            if (store == DemoLeadership.StoreOfFew) Assert.Equal(Withheld.TooFew, trust.Withheld);
            else Assert.Equal(DemoLeadership.LittleTrusted.Contains(store), trust.Upper < vision.Lower);
        }
    }

    static async Task UnevenStoresAreNamed(TestOffice t, DemoCompany demo)
    {
        var view = await t.Do(new ShowMinimum(demo.WaveIds[^1]));
        var named = view.Flags.Where(f => f.Node.Code == "EMP3" && f.Unit.Kind == UnitKind.Store).ToList();
        Assert.Equal(DemoMetrics.StoresUneven.Select(s => demo.Stores[s].Code).Order(), named.Select(f => f.Unit.Code).Order());
        Assert.All(named, f => Assert.True(f.Mean.Value > f.Demanded));
    }

    static async Task KanoIsFound(TestOffice t, DemoCompany demo)
    {
        var view = await t.Do(new ShowKano((await t.Do(new ListWavesTelling(WaveTells.Kano)))[0].Wave.Id));
        Assert.Equal(DemoKano.Classes, view.Rows.ToDictionary(r => r.Feature.Key, r => r.Cell!.Class));
        Assert.All(view.Rows, r => Assert.True(r.IsSure && r.Cell!.Chance > 0.99 && r.Cell.N == demo.Stores.Count * DemoKano.InStore));
    }

    static async Task NeedsAreFound(TestOffice t, DemoCompany demo)
    {
        var view = await t.Do(new ShowNeeds(demo.WaveIds[^1]));
        Assert.Equal(["N09", "N10"], view.Unmeasured.Select(u => u.Need.Code));
        // Its form asks how important dimensions are, not single indicators.
        Assert.Equal(NeedWeighting.Set, view.Weighting);
        Assert.Equal(DemoCompany.Waves, view.Course.Count);
        var (felt, sizes) = (new DemoMetrics(demo.Truth, [.. demo.Stores.Select(s => s.Code)], []), Enumerable.Range(0, demo.Stores.Count).Select(demo.Truth.Size).ToArray());
        double Truth(string indicator) => Enumerable.Range(0, sizes.Length).Sum(s => sizes[s] * felt.Felt(s, DemoCompany.Waves - 1, indicator)) / sizes.Sum();
        // Eight intervals of 95 %: fewer than six that hold the truth happen less than once in 150 times.
        Assert.InRange(view.Rows.Count(r => Truth(r.Need.Indicators[0]) is var truth && r.Fulfilled.Lower <= truth && truth <= r.Fulfilled.Upper), 6, 8);
    }

    static async Task ValueIsFound(TestOffice t, DemoCompany demo)
    {
        var wave = (await t.Do(new ListWavesTelling(WaveTells.Value)))[0].Wave.Id;
        var (held, dear, others) = (0, new List<double>(), new List<double>());
        foreach (var (store, (_, unit)) in demo.Stores.Index())
        {
            var view = await t.Do(new ShowValue(wave, unit));
            foreach (var row in view.Rows)
                if (row.Sources.Single(x => !x.IsSeries).Level is var level && level.Lower <= DemoValue.Score(row.Aspect, store) && DemoValue.Score(row.Aspect, store) <= level.Upper) held++;
            (DemoValue.StoresDear.Contains(store) ? dear : others).Add(view.Whole.Difference.Value!.Value);
            Assert.Equal(2, view.Course.Count);
            Assert.Equal(2, view.Rows.Single(r => r.Aspect == ValueAspect.Time).Sources.Count(x => x.Level.Given));
        }
        // 192 intervals of 95 %, eight from the same people each: fewer than 165 that hold the truth happen less than once in 10,000 times.
        Assert.InRange(held, 165, 192);
        // Half of the time's weight and all of the worry's, at a third of the scale: about nine points, with an error of three.
        Assert.InRange(others.Average() - dear.Average(), 0, 18);
    }
}
