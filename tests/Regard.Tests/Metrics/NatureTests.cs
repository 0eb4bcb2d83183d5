using Regard.Metrics;
using Regard.Statistics;
using Regard.Storage;
using static Regard.Tests.Metrics.GivenSeries;
namespace Regard.Tests.Metrics;

public class NatureTests
{
    [Theory, EachDatabase]
    public async Task Consistency_falls_as_encounters_differ_more_and_not_as_they_are_worse(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await In(t, Of("SCORE", higher: true) with { IndicatorCode = "RES1", Worst = 0, Best = 100 });
        PointLine[] Of12(int store, double level, double swing) => [.. Enumerable.Range(0, 12).Select(m => At(c.Store(store), $"{(m < 7 ? 2030 : 2031)}-{(m + 5) % 12 + 1:00}-01", level + (m % 2 == 0 ? swing : -swing)))];
        await t.Do(new NotePoints("SCORE", [.. Of12(1, 80, 2), .. Of12(2, 60, 30), .. Of12(3, 30, 2)]), c.Executive);
        var rows = (await t.Do(new ShowNatures(), c.Executive)).Rows;
        Assert.Equal([c.Group, c.North, c.South], rows.Select(r => r.Unit.Id));
        async Task<Estimate> Steady(int store) => (await t.Do(new ShowNatures(c.Store(store)), c.Executive)).Rows[0].Natures.Single(n => n.Nature == Nature.Consistency).Score;
        var (steady, wide) = (await Steady(1), await Steady(2));
        Assert.InRange(steady.Value!.Value, 94, 97);
        Assert.Equal(steady.Value.Value, (await Steady(3)).Value!.Value, 9);
        Assert.InRange(wide.Value!.Value, 30, 45);
        Assert.True(wide.Lower < wide.Value && wide.Value < wide.Upper);
    }

    [Theory, EachDatabase]
    public async Task A_nature_is_told_by_the_series_chosen_for_it_and_by_nothing_else(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await In(t, Of("QUEUE") with { LimitValue = 10 }, Of("MOOD"));
        await t.Do(new NotePoints("QUEUE", At(c.Store(1), "2031-01-01", 9), At(c.Store(1), "2031-02-01", 11), At(c.Store(1), "2031-03-01", 8), At(c.Store(1), "2031-04-01", 10)), c.Executive);
        NatureScore Timely(NaturesView view) => view.Rows[0].Natures.Single(n => n.Nature == Nature.Timeliness);
        Assert.True(Timely(await t.Do(new ShowNatures(c.Store(1)), c.StoreManager)).Score.Withheld);
        MetricSettings With(string code) => new() { Natures = new Dictionary<Nature, NatureSources> { [Nature.Timeliness] = new(["dimension:RES"], [code]) } };
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SetMetricSettings(With("MOOD")), c.Executive));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SetMetricSettings(With("NONE")), c.Executive));
        await t.Do(new SetMetricSettings(With("QUEUE")), c.Executive);
        var timely = Timely(await t.Do(new ShowNatures(c.Store(1)), c.StoreManager));
        // Three of four months within the limit.
        Assert.Equal((75.0, 4L), (timely.Score.Value!.Value, timely.Score.N));
        Assert.Equal([true, false], timely.Sources.Select(x => x.Score.Withheld));
    }

    [Theory, EachDatabase]
    public async Task The_cockpit_cannot_tell_where_too_few_stores_are_measured(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await In(t, Of("ESI", SeriesKind.Staff, higher: true), Of("CASH", SeriesKind.Cash, higher: true));
        await t.Do(new NotePoints("ESI", [.. Enumerable.Range(1, 4).SelectMany(store => Enumerable.Range(1, 12).Select(m => At(c.Store(store), $"2030-{m:00}-01", 70 + store + m % 3)))]), c.Executive);
        await t.Do(new NotePoints("CASH", [.. Enumerable.Range(1, 4).SelectMany(store => Enumerable.Range(1, 12).Select(m => At(c.Store(store), $"2030-{m:00}-01", 1000 * store + m)))]), c.Executive);
        var cockpit = await t.Do(new ShowCockpit(), c.Executive);
        Assert.Empty(cockpit.Customers.Points);
        Assert.Equal((12, 12), (cockpit.Staff.Points.Count, cockpit.Cash.Points.Count));
        var link = cockpit.Links.Single(l => l.Step == ChainStep.StaffToCash);
        Assert.All(link.Lags, g => Assert.True(g.Between.Withheld && g.Slope.Withheld));
        Assert.Equal(4, link.Lags[0].Units);
        // Four quarters are no course.
        Assert.True(link.OverTime is { Withheld: true, N: 4 });
        Assert.All(cockpit.Links.Where(l => l.Step != ChainStep.StaffToCash).SelectMany(l => l.Lags), g => Assert.Equal(0, g.Units));
    }
}
