using Regard.Demo;
using Regard.Improvement;
using Regard.Measures;
using Regard.Organisation;
using Regard.Statistics;
using Regard.Storage;
using Regard.Surveys;
namespace Regard.Tests.Demo;

/// <summary>The demo's answers are drawn from a truth that is written down: what Regard says of them must find it again.</summary>
public class DemoTests(Demos demos)
{
    [Theory, EachDatabase]
    public async Task The_numbers_of_the_demo_find_the_truth_that_it_was_made_from(Engine on)
    {
        var (t, demo) = await demos.Large(on);

        var index = new List<bool>();
        var gap = new List<bool>();
        for (var wave = 0; wave < DemoCompany.Waves; wave++)
        {
            var results = (await t.Do(new ListResults(demo.WaveIds[wave]))).Rows.ToLookup(r => (r.Unit.Code, r.Measure.Code), r => r.Figure);
            for (var store = 0; store < demo.Stores.Count; store++)
            {
                index.Add(Holds(results[(demo.Stores[store].Code, "index")].Single(), demo.Truth.Index(store, wave)));
                gap.Add(Holds(results[(demo.Stores[store].Code, "index/gap")].Single(), demo.Truth.Index(store, wave) - demo.Truth.Index(store, wave, Part.Expected)));
            }
        }
        // 144 intervals of 95 %: fewer than 128 that hold the truth happen once in 10,000 times.
        Assert.InRange(index.Count(held => held), 128, 144);
        Assert.InRange(gap.Count(held => held), 128, 144);

        var verdicts = (await t.Do(new ListPlans())).Where(p => p.Verdict is Verdict.Effective or Verdict.NoEvidence or Verdict.Harmful).ToLookup(p => DemoPlans.Kind(StoreOf(demo, p)));
        Assert.True(verdicts[DemoPlanKind.Works].Count(p => p.Verdict == Verdict.Effective) >= verdicts[DemoPlanKind.Works].Count() / 2, "Most plans that work are seen to work.");
        Assert.True(verdicts[DemoPlanKind.ChangesNothing].Count(p => p.Verdict == Verdict.Effective) <= verdicts[DemoPlanKind.ChangesNothing].Count() * 0.1, "Plans that change nothing are not called effective.");
    }

    [Theory, EachDatabase]
    public async Task The_drivers_of_the_demo_are_found_in_their_order(Engine on)
    {
        var (t, demo) = await demos.Large(on);
        var (first, last) = (await t.Do(new ShowDrivers(demo.WaveIds[0])), await t.Do(new ShowDrivers(demo.WaveIds[^1])));
        Assert.Equal("REL", first.Rows[0].Node.Code);
        Assert.Equal("REL", last.Rows[0].Node.Code);
        Assert.Equal("TAN", last.Rows[^1].Node.Code);
        // Both waves are drawn from one truth, and so are their shares.
        Assert.All(first.Rows, r => Assert.True(last.Rows.Single(l => l.Node.Code == r.Node.Code) is var l && l.Share.Lower < r.Share.Upper && r.Share.Lower < l.Share.Upper));
        var slopes = last.Rows.ToDictionary(r => r.Node.Code, r => r.Slope);
        // A point of overall satisfaction for each point of a dimension, as written down; the ends of the scale take a tenth at most.
        Assert.All(DemoTruth.Drivers, d => Assert.True(slopes[d.Key].Lower <= d.Value && d.Value * 0.9 <= slopes[d.Key].Upper, $"{d.Key}: {slopes[d.Key].Lower} to {slopes[d.Key].Upper} holds nothing near {d.Value}."));
        // The path model tells the same story, and leads on to loyalty.
        var model = await t.Do(new ShowModel(demo.WaveIds[^1]));
        Assert.Equal("REL", model.Paths.Where(p => p.To == "SATISFACTION").MaxBy(p => p.Value)!.From);
        Assert.True(model.Paths.Single(p => p.To == "LOYALTY").Lower > 0);
        // Of waves drawn from one slowly rising truth, none stands out.
        var control = await t.Do(new ShowControlChart(demo.WaveIds[^1], MeasureCode: "nps"));
        Assert.Equal(DemoCompany.Waves, control.Points.Count);
        Assert.All(control.Points, p => Assert.True(p.Lower < p.Upper && p.Figure.Given));
    }

    [Fact]
    public async Task A_demo_of_few_customers_can_be_made_too()
    {
        await using var t = await TestOffice.On(Engine.Sqlite, "2026-11-22T09:00:00Z");
        var demo = new DemoCompany(t.Database, t.Clock.Now);
        await demo.Make(DemoCompany.Waves * 100, customers: 60, buyers: 40);
        Assert.Equal((DemoCompany.Waves, 40), (demo.WaveIds.Count, demo.Buying.All.Count));
        var open = (await t.Do(new ListWaves())).Single(w => w.State == WaveState.Open);
        Assert.Equal(60, (await t.Do(new ShowWave(open.Id))).Contacts);
    }

    static bool Holds(Figure figure, double truth) => figure.Lower <= truth && truth <= figure.Upper;

    static int StoreOf(DemoCompany demo, PlanRow plan) => demo.Stores.ToList().FindIndex(s => s.Id == plan.UnitId);

    [Fact]
    public void The_truth_stays_the_same_for_the_same_seed()
    {
        var slot = new Slot { Key = "REL1_P", ItemKey = "rel", Indicator = "REL1", Part = Part.Perceived, From = 1, To = 7 };
        Assert.Equal(new DemoTruth(7, [slot]).Score(3, 2, false, slot), new DemoTruth(7, [slot]).Score(3, 2, false, slot));
        Assert.NotEqual(new DemoTruth(7, [slot]).Score(3, 2, false, slot), new DemoTruth(8, [slot]).Score(3, 2, false, slot));
    }
}
