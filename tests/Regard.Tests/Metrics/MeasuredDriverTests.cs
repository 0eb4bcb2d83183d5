using Regard.Metrics;
using Regard.Organisation;
using Regard.Storage;
using Regard.Tests.Measures;
using Regard.Tests.Organisation;
using static Regard.Tests.Metrics.GivenSeries;
namespace Regard.Tests.Metrics;

public class MeasuredDriverTests
{
    const int Waves = 4, Answers = 60;
    /// <summary>Of the level between 0 and 1, for a minute more in the queue than a store usually has.</summary>
    const double PerMinute = -0.04;

    [Theory, EachDatabase]
    public async Task Queues_brought_in_day_by_day_are_joined_by_store_and_wave_and_found_among_the_drivers(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await In(t, Of("QUEUE", granularity: Granularity.Day), Of("NOISE", granularity: Granularity.Day), Of("ESI", SeriesKind.Staff, higher: true));
        List<(string Code, Id<Unit> Id)> stores = [("N1", c.Store(1)), ("N2", c.Store(2)), ("S3", c.Store(3)), ("S4", c.Store(4))];
        foreach (var code in (string[])["S5", "S6", "S7", "S8"]) stores.Add((code, await t.Do(new AddUnit(code, $"Store {code}", UnitKind.Store, c.South, new(2020, 1, 1)))));
        var survey = await Survey.In(c);
        var chance = new Random(11);
        var last = default(Id<Regard.Surveys.Wave>);
        for (var w = 0; w < Waves; w++)
        {
            last = await survey.OpenWave();
            var csv = new System.Text.StringBuilder("series,unit,day,value\n");
            foreach (var (at, (code, id)) in stores.Index())
            {
                // Stores with a short queue are no better for it here: only a store's own longer and shorter waits count.
                var (minutes, noise, today) = (4 * (chance.NextDouble() - 0.5), chance.NextDouble() * 4, DateOnly.FromDateTime(t.Clock.Now.UtcDateTime));
                for (var day = 1; day <= 40; day += 3) csv.Append(System.Globalization.CultureInfo.InvariantCulture, $"QUEUE,{code},{today.AddDays(-day):yyyy-MM-dd},{10 + at + minutes + chance.NextDouble() - 0.5}\nNOISE,{code},{today.AddDays(-day):yyyy-MM-dd},{noise}\n");
                await survey.Answer(last, id, Answers, _ => Survey.Drawn(chance, 0.6 + 0.01 * at + PerMinute * minutes));
            }
            Assert.Equal(0, (await t.Bring(csv.ToString(), c.Executive)).Report.TurnedAway);
            t.Clock.Now = t.Clock.Now.AddDays(31);
            await new Regard.Improvement.WaveClosing(t.Office).Run(last, t.Installation);
            t.Clock.Now = t.Clock.Now.AddDays(150);
        }

        var found = await t.Do(new ShowMeasuredDrivers(last), c.Analyst);
        Assert.Equal((Waves, "QUEUE"), (found.Waves, found.Rows[0].Series.Code));
        Assert.Equal(["QUEUE", "NOISE"], found.Rows.Select(r => r.Series.Code));
        var queue = found.Rows[0].Link;
        Assert.Equal((8, Waves, 8L * Waves), (queue.Units, queue.Periods, queue.Beta.N));
        Assert.InRange(100 * PerMinute, queue.Slope.Lower!.Value, queue.Slope.Upper!.Value);
        Assert.True(queue.Beta.Upper < -0.3, $"{queue.Beta.Upper}");
        Assert.True(found.Rows[1].Link.Beta is { Lower: < 0, Upper: > 0 });
        // Longer queues stand where customers are more content: the stores' means alone would mislead.
        Assert.True(found.Rows[0].Between.Value > 0);

        Assert.Equal(Statistics.Withholding.TooFewUnits, (await t.Do(new ShowMeasuredDrivers(last), c.RegionalManager)).Rows[0].Link.Beta.Reason);
        Assert.True((await t.Do(new ShowMeasuredDrivers(last, Lag: 1), c.Analyst)).Rows[0].Link.Beta.Withheld);
        Assert.True((await t.Do(new ShowMeasuredDrivers(last, Measure: "item:overall"), c.Analyst)).Rows[0].Link.Beta.Upper < 0);
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new ShowMeasuredDrivers(last, Lag: 9), c.Analyst));
    }
}
