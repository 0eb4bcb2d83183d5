using Regard.Files;
using Regard.Metrics;
using Regard.Standards;
using Regard.Statistics;
using Regard.Storage;
using Regard.Tests.Organisation;
using static Regard.Tests.Metrics.GivenSeries;
namespace Regard.Tests.Metrics;

public class SeriesTests
{
    static readonly DateOnly first = new(2031, 1, 1), last = new(2031, 12, 31);

    [Theory, EachDatabase]
    public async Task A_value_belongs_to_its_period_and_a_second_one_corrects_it_and_keeps_the_first(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await In(t, Of("QUEUE"));
        await t.Do(new NotePoints("QUEUE", At(c.Store(1), "2031-03-17", 12.5, 40)), c.StoreManager);
        await t.Do(new NotePoints("QUEUE", At(c.Store(1), "2031-03-02", 11, 44)), c.Executive);
        var view = await t.Do(new ShowSeries("QUEUE", c.Store(1)), c.StoreManager);
        var point = Assert.Single(view.Points);
        Assert.Equal((new DateOnly(2031, 3, 1), 11.0, 44L), (point.Day, point.Value, point.N));
        Assert.Equal(c.Executive.Person, point.NotedBy);
        var before = Assert.Single(view.Before);
        Assert.Equal((12.5, 40L, "Eve Executive"), (before.Value, before.N, before.ReplacedBy));
        t.Clock.Now = t.Clock.Now.AddMinutes(1);
        await t.Do(new RemovePoint("QUEUE", c.Store(1), new(2031, 3, 1)), c.StoreManager);
        view = await t.Do(new ShowSeries("QUEUE", c.Store(1)), c.StoreManager);
        Assert.Empty(view.Points);
        Assert.Equal([11.0, 12.5], view.Before.Select(b => b.Value));
    }

    [Theory, EachDatabase]
    public async Task Managers_write_and_see_their_own_units_and_define_nothing(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await In(t, Of("QUEUE"), Of("PRICES", SeriesKind.Outside));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new NotePoints("QUEUE", At(c.Store(2), "2031-03-01", 9)), c.StoreManager));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowSeries("QUEUE", c.Store(2)), c.StoreManager));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new SaveSeries(Of("OTHER"), New: true), c.StoreManager));
        await t.Do(new NotePoints("QUEUE", At(c.Store(2), "2031-03-01", 9), At(c.Store(1), "2031-03-01", 7)), c.RegionalManager);
        Assert.Equal([7.0], (await t.Do(new ListSeries(), c.StoreManager)).Rows.Single(r => r.Series.Code == "QUEUE").Course.Select(v => v.Value));
        Assert.Contains("N1,2031-03,7", await t.Do(new ExportSeries(), c.FrontLine));
        Assert.DoesNotContain("N2", await t.Do(new ExportSeries(), c.FrontLine));
        // The world outside is told of the whole company and seen by everybody.
        await t.Do(new NotePoints("PRICES", At(c.Group, "2031-03-01", 102.5)), c.Analyst);
        Assert.Equal(102.5, (await t.Do(new ShowSeries("PRICES", c.Store(1)), c.FrontLine)).Course.Single().Value);
    }

    [Theory, EachDatabase]
    public async Task A_region_shows_the_mean_of_its_stores_with_an_interval_and_its_own_value_where_it_reports_one(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await In(t, Of("QUEUE"), Of("LOST", share: true));
        await t.Do(new NotePoints("QUEUE", At(c.Store(1), "2031-03-01", 10), At(c.Store(2), "2031-03-01", 14), At(c.Store(3), "2031-03-01", 21)), c.Executive);
        var north = (await t.Do(new ShowSeries("QUEUE", c.North), c.Executive)).Course.Single();
        // Mean 12, error 2, Student's t of one degree of freedom: 12.706.
        Assert.Equal((12.0, 2), (north.Value, north.Units));
        Assert.Equal(12 + 12.7062 * 2, north.Upper!.Value, 3);
        await t.Do(new NotePoints("QUEUE", At(c.North, "2031-03-01", 11)), c.Executive);
        // The region stands for its stores, in its own number and in the company's.
        Assert.Equal(11, (await t.Do(new ShowSeries("QUEUE", c.North), c.Executive)).Course.Single().Value);
        Assert.Equal(16, (await t.Do(new ShowSeries("QUEUE"), c.Executive)).Course.Single().Value);
        // One share of known n has Wilson's interval: 5 of 50 is 4.35 to 21.36 %.
        await t.Do(new NotePoints("LOST", At(c.Store(1), "2031-03-01", 10, 50), At(c.Store(2), "2031-03-01", 30, 150)), c.Executive);
        var own = (await t.Do(new ShowSeries("LOST", c.Store(1)), c.Executive)).Course.Single();
        Assert.Equal((4.35, 21.36), (Math.Round(own.Lower!.Value, 2), Math.Round(own.Upper!.Value, 2)));
        Assert.Equal((25.0, 200L), ((await t.Do(new ShowSeries("LOST", c.North), c.Executive)).Course.Single() is var both ? both.Value : 0, both.N!.Value));
    }

    [Theory, EachDatabase]
    public async Task A_series_that_tells_of_an_indicator_gives_the_level_delivered(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await In(t, Of("QUEUE") with { IndicatorCode = "RES1", LimitValue = 10 });
        async Task<List<double>> Levels() => [.. (await t.Do(new Encounters(first, last, [c.Store(1), c.Store(2)]))).OrderBy(e => e.Day).SelectMany(e => e.Delivered).Select(d => d.Level)];
        await t.Do(new NotePoints("QUEUE", At(c.Store(1), "2031-02-01", 10), At(c.Store(1), "2031-03-01", 10.5)), c.Executive);
        Assert.Equal([100, 0], await Levels());
        // Another rule rewrites what was delivered; a correction and a removal follow.
        await t.Do(new SaveSeries(Of("QUEUE") with { IndicatorCode = "RES1", Worst = 30, Best = 5 }), c.Executive);
        Assert.Equal([80, 78], await Levels());
        await t.Do(new NotePoints("QUEUE", At(c.Store(1), "2031-03-01", 40)), c.Executive);
        Assert.Equal([80, 0], await Levels());
        await t.Do(new RemovePoint("QUEUE", c.Store(1), new(2031, 2, 1)), c.Executive);
        Assert.Equal([0], await Levels());
        await t.Do(new SaveSeries(Of("QUEUE")), c.Executive);
        Assert.Empty(await Levels());
    }

    [Theory, EachDatabase]
    public async Task A_series_that_contradicts_itself_is_refused_in_words(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await In(t, Of("QUEUE"));
        async Task<string> Wrong(Series series, bool isNew = true) => (await Assert.ThrowsAsync<Invalid>(() => t.Do(new SaveSeries(series, isNew), c.Executive))).Problems[0].Words.ToString();
        Assert.Contains("already", await Wrong(Of("QUEUE")));
        Assert.Contains("wrong side", await Wrong(Of("A") with { Worst = 5, Best = 30 }));
        Assert.Contains("both", await Wrong(Of("A") with { Worst = 5 }));
        Assert.Contains("becomes a level", await Wrong(Of("A") with { IndicatorCode = "RES1" }));
        Assert.Contains("no indicator", await Wrong(Of("A") with { IndicatorCode = "NOWHERE", LimitValue = 3 }));
        Assert.Contains("another code", await Wrong(Of("import")));
        await t.Do(new NotePoints("QUEUE", At(c.Store(1), "2031-02-01", 10)), c.Executive);
        Assert.Contains("length of periods", await Wrong(Of("QUEUE", granularity: Granularity.Week), isNew: false));
        Assert.Contains("future", (await Assert.ThrowsAsync<Invalid>(() => t.Do(new NotePoints("QUEUE", At(c.Store(1), "2031-06-01", 10)), c.Executive))).Problems[0].Words.ToString());
        Assert.Contains("one value a period", (await Assert.ThrowsAsync<Invalid>(() => t.Do(new NotePoints("QUEUE", At(c.Store(1), "2031-02-01", 10), At(c.Store(1), "2031-02-08", 10)), c.Executive))).Problems[0].Words.ToString());
    }

    [Theory, EachDatabase]
    public async Task A_jump_out_of_the_usual_ups_and_downs_is_a_signal(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await In(t, Of("QUEUE"));
        PointLine[] points = [.. Enumerable.Range(0, 16).Select(m => At(c.Store(1), $"{2030 + m / 12}-{m % 12 + 1:00}-01", m == 15 ? 30 : 10 + m % 2))];
        await t.Do(new NotePoints("QUEUE", points[..3]), c.Executive);
        Assert.NotNull((await t.Do(new ShowSeries("QUEUE", c.Store(1)), c.Executive)).NoLimits);
        await t.Do(new NotePoints("QUEUE", points[3..]), c.Executive);
        var view = await t.Do(new ShowSeries("QUEUE", c.Store(1)), c.Executive);
        Assert.Null(view.NoLimits);
        Assert.Contains(ChartRule.BeyondLimits, view.Signals[^1]);
        Assert.All(view.Signals.SkipLast(1), s => Assert.DoesNotContain(ChartRule.BeyondLimits, s));
    }
}
