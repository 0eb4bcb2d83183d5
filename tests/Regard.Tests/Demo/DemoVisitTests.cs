using Regard.Demo;
using Regard.Organisation;
using Regard.Standards;
using Regard.Storage;
using Regard.Surveys;
using Regard.Visits;
namespace Regard.Tests.Demo;

/// <summary>What visits of the demo found is what is written down of its stores.</summary>
public class DemoVisitTests(Demos demos)
{
    [Theory, EachDatabase]
    public async Task Stores_that_deliver_less_than_demanded_are_found_by_their_visits(Engine on)
    {
        var (t, demo) = await demos.Small(on);
        var today = DateOnly.FromDateTime(t.Clock.Now.UtcDateTime);
        var first = await t.Do(new CompareVisits(From: today.AddDays(-400), Until: today.AddDays(-2)));
        var reception = first.Forms.Single(f => f.Name.StartsWith("接待", StringComparison.Ordinal)).Id;
        var shown = await t.Do(new CompareVisits(reception, From: today.AddDays(-400), Until: today.AddDays(-2)));
        Assert.Equal(3, shown.Columns.Count);

        // Of both sorts of stores, what encounters showed of each dimension holds what is written down: 8 intervals of 95 %, fewer than 5 hold once in 1,000 times.
        // Measured series show what was delivered too; only visits are looked at here.
        var made = new HashSet<Guid>();
        for (var (page, pages) = (1, 1); page <= pages; page++)
        {
            var part = await t.Do(new ListVisits(Page: page));
            made.UnionWith(part.Visits.Select(v => v.Id.Value));
            pages = part.Pages;
        }
        var encounters = (await t.Do(new Encounters(today.AddDays(-400), today.AddDays(-2), [.. demo.Stores.Select(s => s.Id)]))).Where(e => made.Contains(e.SourceId.Value)).ToList();
        var (held, asked) = (0, 0);
        foreach (var isShort in new[] { true, false })
            foreach (var dimension in new[] { "RES", "EMP", "ASS", "REL" })
            {
                var of = encounters.Where(e => DemoVisits.StoresShort.Contains(demo.Stores.ToList().FindIndex(s => s.Id == e.UnitId)) == isShort)
                    .Select(e => e.Delivered.Where(d => d.IndicatorCode.StartsWith(dimension, StringComparison.Ordinal)).Select(d => d.Level).ToList()).Where(l => l.Count > 0).Select(l => l.Average()).ToList();
                var (mean, truth) = (VisitMean.Of(of), 100 * DemoVisits.Delivered(isShort ? DemoVisits.StoresShort.First() : 0, dimension + "1"));
                asked++;
                if (mean.Lower <= truth && truth <= mean.Upper) held++;
            }
        Assert.InRange(held, 5, asked);
        var byStore = shown.Stores.ToDictionary(s => s.Id, s => s.Mean.Value!.Value);
        double Mean(bool isShort) => demo.Stores.Select((s, i) => (s.Id, IsShort: DemoVisits.StoresShort.Contains(i))).Where(s => s.IsShort == isShort).Average(s => byStore[s.Id]);
        Assert.True(Mean(false) - Mean(true) > 8, "Stores that fall short are seen to fall short.");
        Assert.Equal(12, shown.Agreement.Pairs);
        Assert.InRange(DemoVisits.SeenAlike, shown.Agreement.KappaLower!.Value - 0.05, shown.Agreement.KappaUpper!.Value + 0.05);
        Assert.True(shown.Roles.Count == 4 && shown.Columns[1].Mean.Value < shown.Columns[0].Mean.Value + 10);

        var list = await t.Do(new ListVisits());
        // A colleague who leaves out two steps of the reception is found by them; who appears worse late than early, by the shift.
        var mine = list.Visits.First(v => v.Kind == VisitKind.SelfAudit).UnitId;
        var steps = await t.Do(new CompareVisits(reception, mine, today.AddDays(-1), today));
        var (left, other) = (steps.People.MinBy(p => p.Mean.Value)!, steps.People.MaxBy(p => p.Mean.Value)!);
        foreach (var (i, item) in steps.Items.Index())
            if (DemoVisits.StepsLeftOut.Contains(item.Key)) Assert.Equal((0.0, (long)DemoVisits.Accompanied, true), (left.Steps[i].Value!.Value, left.Steps[i].N, other.Steps[i].Value > 50));
        Assert.Equal([ShiftMet.Early, ShiftMet.Late], left.Shifts.Select(x => x.Shift));

        Assert.Contains(list.Visits, v => v.Kind == VisitKind.SelfAudit);
        Assert.Contains((await t.Do(new ShowVisitPlans())).Plans, p => p.Made == 0 && p.Planned > 10);
    }
}
