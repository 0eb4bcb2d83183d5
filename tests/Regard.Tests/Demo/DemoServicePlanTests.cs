using Regard.Demo;
using Regard.Measures;
using Regard.Standards;
using Regard.Storage;
namespace Regard.Tests.Demo;

/// <summary>What the demo company demands and promises shows from the outside as it was written down.</summary>
public class DemoServicePlanTests(Demos demos)
{
    [Theory, EachDatabase]
    public async Task Standards_conflicts_gaps_and_broken_promises_are_found_as_they_were_planted(Engine on)
    {
        var (t, demo) = await demos.Small(on);
        var today = DateOnly.FromDateTime(t.Clock.Now.UtcDateTime);
        Assert.Equal(DemoStandards.Demanded, (await t.Do(new DemandedLevels(today))).ToDictionary(d => d.Key, d => d.Value.Level));
        var standards = await t.Do(new ListStandards());
        Assert.Equal(DemoStandards.Uncovered, standards.Coverage.Uncovered.Order());
        Assert.Equal(DemoStandards.Conflicts.Order(), standards.Conflicts.Select(c => c.IndicatorCode).Order());
        Assert.Equal(["RES1"], standards.Conflicts.Where(c => c.Decision is not null).Select(c => c.IndicatorCode));
        Assert.Equal(1, (await t.Do(new ShowBlueprint())).Gaps);
        Assert.NotNull((await t.Do(new ShowStrategy())).InForce);

        var promises = (await t.Do(new ListPromises())).Promises;
        Assert.Equal(DemoServicePlan.Promised, promises.ToDictionary(p => p.Promise.IndicatorCode, p => p.Promise.Level));
        var (held, intervals) = (0, 0);
        foreach (var (at, promise) in promises.Index())
        {
            var units = (await t.Do(new ShowPromise(promise.Promise.Number))).Units;
            foreach (var (code, _) in demo.Stores)
            {
                var truth = at == 0 ? DemoServicePlan.Broken.GetValueOrDefault(code, DemoServicePlan.Usually) : DemoServicePlan.Usually;
                var kept = units.Single(u => u.Unit.Code == code).Kept;
                Assert.Equal(DemoServicePlan.Checks, kept.N);
                if (kept.Lower <= truth && truth <= kept.Upper) held++;
                intervals++;
                // Where the promise is broken as a rule, it shows in nine checks.
                Assert.Equal(at == 0 && DemoServicePlan.Broken.ContainsKey(code), kept.Upper < DemoServicePlan.Usually - 0.1);
            }
        }
        // 72 intervals of 95 %: fewer than 61 that hold the truth happen once in 1,000 times.
        Assert.InRange(held, 61, intervals);

        // Of promises to single customers ten were settled in each store; the careless one shows, and has one overdue.
        var single = (await t.Do(new ListCustomerPromises())).Units.Where(u => demo.Stores.Any(s => s.Code == u.Unit.Code)).ToList();
        // So few buyers leave some stores without a customer.
        Assert.InRange(single.Count, 18, demo.Stores.Count);
        Assert.All(single, u => Assert.Equal((DemoCustomerCare.Settled, u.Unit.Code == DemoCustomerCare.Careless ? 1 : 0), (u.Kept.N!.Value, u.Overdue)));
        Assert.All(single, u => Assert.Equal(u.Unit.Code == DemoCustomerCare.Careless, u.Kept.Upper < DemoCustomerCare.Usually - 0.1));
        // Wilson's intervals of ten that hold 0.95 are 91 in 100: of 21 fewer than 15 happen less than once in 100 times.
        Assert.InRange(single.Count(u => (u.Unit.Code == DemoCustomerCare.Careless ? DemoCustomerCare.CarelessKeeps : DemoCustomerCare.Usually) is var truth && u.Kept.Lower <= truth && truth <= u.Kept.Upper), 15, single.Count);

        var delights = (await t.Do(new ShowDelights())).Units.Where(u => demo.Stores.Any(s => s.Code == u.Unit.Code)).ToList();
        Assert.Equal((DemoDelights.Generous, (long)DemoDelights.Many), delights.OrderByDescending(u => u.Acts).Select(u => (u.Unit.Code, u.Acts)).First());
        Assert.All(delights.Where(u => u.Unit.Code != DemoDelights.Generous), u => Assert.InRange(u.Acts, 0, DemoDelights.Few));

        var store = demo.Stores.Single(s => s.Code == DemoServicePlan.Broken.Keys.First());
        var gap = (await t.Do(new ShowGaps(demo.WaveIds[^1], store.Id, "REL3"))).Whole;
        Assert.True(gap.Communication.Value > 20, "What was promised in advertising is not delivered here.");
        Assert.Equal(100, gap.Promised.Value);
    }
}
