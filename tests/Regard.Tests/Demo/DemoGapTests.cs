using Regard.Demo;
using Regard.Indicators;
using Regard.Measures;
using Regard.Organisation;
using Regard.Storage;
using Regard.Surveys;
namespace Regard.Tests.Demo;

/// <summary>The gaps planted in the demo company are found again.</summary>
public class DemoGapTests(Demos demos)
{
    [Theory, EachDatabase]
    public async Task Each_of_the_five_gaps_is_found_in_the_stores_and_indicators_where_it_was_planted(Engine on)
    {
        var (t, demo) = await demos.Large(on);
        var (wave, number, mirror) = (demo.WaveIds[^1], DemoCompany.Waves - 1, new DemoMirror(demo.Truth));
        double Mean(string dimension, Part part, Func<Slot, double> score) => demo.Truth.Slots.Where(s => s.Part == part && DemoTruth.Dimension(s) == dimension).Average(score);
        var (knowledge, service, delivery, communication) = (0, 0, new List<(bool Short, double Value)>(), new List<(bool Broken, Figure Gap)>());
        var taken = new List<(bool Misled, Figure Gap)>();
        foreach (var (store, (code, id)) in demo.Stores.Index())
        {
            var share = demo.Truth.AfterSalesShare(store);
            foreach (var (node, line) in (await t.Do(new ShowGaps(wave, id))).Nodes)
            {
                var expected = Mean(node.Code, Part.Expected, s => demo.Truth.Score(store, number, false, s));
                var perceived = Mean(node.Code, Part.Perceived, s => share * demo.Truth.Score(store, number, true, s) + (1 - share) * demo.Truth.Score(store, number, false, s));
                var believed = Mean(node.Code, Part.Expected, s => mirror.Score(Audience.Manager, store, number, s));
                if (Holds(line.Service, expected - perceived)) service++;
                if (Holds(line.Knowledge, expected - believed)) knowledge++;
                if (node.Code == DemoMirror.MisledIn) taken.Add((DemoMirror.StoresMisled.Contains(store), line.Knowledge));
                if (node.Code == "RES") delivery.Add((DemoVisits.StoresShort.Contains(store), line.Delivery.Value!.Value));
            }
            communication.Add((DemoServicePlan.Broken.ContainsKey(code), (await t.Do(new ShowGaps(wave, id, "REL3"))).Whole.Communication));
        }
        // 120 intervals of 95 % each, those of one store leaning alike: fewer than 102 that hold the truth happen once in 1,000 times.
        Assert.InRange(service, 102, 120);
        Assert.InRange(knowledge, 102, 120);
        Assert.All(taken.Where(g => g.Misled), g => Assert.True(g.Gap.Lower > 0, "Managers who take expectations too low are found by store."));
        Assert.InRange(taken.Count(g => !g.Misled && g.Gap.Lower > 0), 0, 3);
        Assert.True(delivery.Where(g => g.Short).Min(g => g.Value) > delivery.Where(g => !g.Short).Average(g => g.Value) + 5);
        // A handful of checks a store: where the promise is broken as a rule the gap is the widest, sure or not.
        Assert.True(communication.Where(g => g.Broken).Min(g => g.Gap.Value) > communication.Where(g => !g.Broken).Max(g => g.Gap.Value));

        var low = new List<string>();
        foreach (var dimension in RaterSet.Dimensions)
            low.AddRange((await t.Do(new ShowGaps(wave, null, dimension))).Nodes.Where(n => n.Line.Standards is { Given: true, Lower: > 10 }).Select(n => n.Node.Code));
        Assert.Equal(DemoStandards.Low.Order(), low.Order());
    }

    static bool Holds(Figure figure, double truth) => figure.Lower <= truth && truth <= figure.Upper;

    [Theory, EachDatabase]
    public async Task What_managers_and_employees_take_too_high_or_too_low_is_found_by_name(Engine on)
    {
        var (t, demo) = await demos.Small(on);
        var (wave, number, mirror) = (demo.WaveIds[^1], DemoCompany.Waves - 1, new DemoMirror(demo.Truth));
        var view = await t.Do(new ShowMirror(wave));
        Assert.Equal([Audience.Manager, Audience.Employee], view.Views.Select(v => v.Audience));
        var held = 0;
        foreach (var side in view.Views)
            foreach (var (at, node) in view.Nodes.Index())
            {
                var slot = demo.Truth.Slots.Single(s => s.Part == Part.Expected && s.Indicator == node.Code);
                var truth = Enumerable.Range(0, demo.Stores.Count).Average(store => mirror.Score(side.Audience, store, number, slot));
                if (Holds(side.Figures[at], truth)) held++;
            }
        // 40 intervals of 95 %: fewer than 33 that hold the truth happen once in 10,000 times.
        Assert.InRange(held, 33, 40);
        // Where the error planted is largest, everything is a blind spot; where they think too much of it, nothing is.
        var managers = view.Views[0];
        Assert.All(view.Nodes.Index().Where(n => n.Item.Code.StartsWith("REL", StringComparison.Ordinal)), n => Assert.True(managers.Differences[n.Index].IsBlindSpot));
        Assert.All(view.Nodes.Index().Where(n => n.Item.Code.StartsWith("TAN", StringComparison.Ordinal)), n => Assert.False(managers.Differences[n.Index].IsBlindSpot));

        // The same from the side of importance: who puts what first is told from the answers and not assumed.
        var rater = await t.Do(new ShowRater(wave));
        Assert.Equal(RaterSet.Dimensions, rater.Rows.Select(r => r.Node.Code));
        // What matters differs between who comes to buy and who comes for service: the mean over all customers.
        var (stores, drawn) = (Enumerable.Range(0, demo.Stores.Count).ToList(), demo.Truth);
        double Weight(string code) => drawn.Slots.Where(s => s.Part == Part.Importance && s.Indicator == code)
            .Average(s => stores.Sum(store => drawn.Size(store) * (drawn.AfterSalesShare(store) * drawn.Score(store, number, true, s) + (1 - drawn.AfterSalesShare(store)) * drawn.Score(store, number, false, s))) / stores.Sum(drawn.Size));
        var contrast = (Weight("REL") + Weight("RES")) / 2 - (Weight("ASS") + Weight("TAN") + Weight("EMP")) / 3;
        Assert.InRange(contrast, rater.Claims[0].Difference.Lower!.Value, rater.Claims[0].Difference.Upper!.Value);
        Assert.Equal(contrast > 0, rater.Claims[0].Holds);
        Assert.All(rater.Indices, i => Assert.True(i.Index.Given && i.Index.Lower < i.Index.Value && i.Index.Value < i.Index.Upper));
        // Equal weights are what the tree of the demo weighs by.
        Assert.Equal((await t.Do(new ExplainNumber(wave, rater.At.Unit.Id, "index"))).Figure.Value!.Value, rater.Indices.Single(i => i.Weighting == RaterWeighting.Equal).Index.Value!.Value, 1e-9);

        // What matters to whom: those who come for service put reliability over premises, those who come to buy the other way round.
        var importance = await t.Do(new ShowImportance(wave));
        Assert.Equal(["sales", "aftersales"], importance.Groups.Select(g => g.Group.Code));
        Assert.Contains(new ImportanceReversal(0, 1, "TAN", "REL", IsStated: true), importance.Reversals);

        // Stores whose customers feel least assured are those where nobody at the desk is certified any more.
        var (assured, certified) = (new Dictionary<Id<Unit>, double>(), new Dictionary<Id<Unit>, CertifiedCount>());
        foreach (var region in rater.Assurance)
        {
            foreach (var store in (await t.Do(new ShowRater(wave, region.Unit.Id))).Assurance) if (store.Perceived.Given) assured[store.Unit.Id] = store.Perceived.Value!.Value;
            foreach (var count in (await t.Do(new CountCertified(region.Unit.Id))).Units) certified[count.UnitId] = count;
        }
        Assert.Equal(DemoCertificates.Least(demo.Truth, demo.Stores.Count, number).Select(st => demo.Stores[st].Id).ToHashSet(), certified.Values.Where(x => x.Certified == 0).Select(x => x.UnitId).ToHashSet());
        Assert.All(certified.Values, x => Assert.True(x.Staff == 2 && x.Certified is 0 or 2));
        Assert.True(assured.Where(a => certified[a.Key].Certified == 0).Average(a => a.Value) < assured.Where(a => certified[a.Key].Certified > 0).Average(a => a.Value) - 1);
    }
}
