using System.Globalization;
using System.Text;
using Dapper;
using Regard.Measures;
using Regard.Metrics;
using Regard.Organisation;
using Regard.Surveys;
using Regard.Tests.Metrics;
using Regard.Tests.Organisation;
using Regard.Tests.Surveys;
namespace Regard.Tests.Measures.Value;

/// <summary>A wave that asks what customers get against what it costs them, and a series of waiting times.</summary>
sealed class GivenValue
{
    /// <summary>Of the form: four benefits, four costs, all in all.</summary>
    public const int Questions = 9;
    public const string Wait = "WAIT";

    public required Survey Survey { get; init; }
    public required Id<Wave> Wave { get; init; }
    public TestOffice Test => Survey.Test;
    public Id<Unit> Store(int number) => Survey.Company.Store(number);

    public static async Task<GivenValue> In(TestOffice t)
    {
        var survey = await Survey.In(await Company.In(t));
        await t.Do(new SaveSeries(GivenSeries.Of(Wait) with { Worst = 60, Best = 0 }, New: true));
        return new() { Survey = survey, Wave = await Open(survey) };
    }

    static async Task<Id<Wave>> Open(Survey survey) => await survey.OpenWave(FormTemplate.Read(FormTemplate.Value));

    /// <summary>Ratings from 1 to 7 of customers of a store, each row in the order of the form.</summary>
    public async Task Answer(int store, IReadOnlyList<int[]> rows)
    {
        await using var c = await Test.Database.Open();
        var code = await c.ExecuteScalarAsync<string>("select code from units where id = @unit", new { unit = Store(store) });
        var csv = new StringBuilder("unit,").AppendJoin(',', FormTemplate.Read(FormTemplate.Value).Slots.Select(s => s.Key)).Append('\n');
        foreach (var row in rows) csv.Append(code).Append(',').AppendJoin(',', row).Append('\n');
        Assert.Equal(rows.Count, (await Test.Do(new ImportResponses(Wave, new MemoryStream(Encoding.UTF8.GetBytes(csv.ToString())), "value.csv"))).Report.Taken);
        await Survey.Fold(Wave);
    }

    /// <summary>Rows about given levels.</summary>
    public static IReadOnlyList<int[]> About(Random chance, int howMany, double benefit, double cost) =>
        [.. Enumerable.Range(0, howMany).Select(_ => (int[])[.. Enumerable.Range(0, Questions).Select(q => Math.Clamp((int)Math.Round((q is >= 4 and < 8 ? cost : benefit) + 3 * (chance.NextDouble() - 0.5)), 1, 7))])];

    /// <summary>Records of waiting, in minutes, on the first days of the wave.</summary>
    public Task Waited(int store, params double[] minutes) => Test.Do(new NotePoints(Wait, [.. minutes.Select((m, i) => GivenSeries.At(Store(store), DateOnly.FromDateTime(Test.Clock.Now.UtcDateTime).AddMonths(-i).ToString("yyyy-MM-01", CultureInfo.InvariantCulture), m))]));

    /// <summary>The usual weights; the time is told by the waits that are measured and by nothing else.</summary>
    public static async Task<IReadOnlyList<ValueItem>> TimeMeasured(TestOffice t, Id<Wave> wave, double weight = 0.25) =>
        [.. (await t.Do(new ShowValue(wave))).Model.Items.Select(i => i.Aspect == ValueAspect.Time ? i with { Weight = weight, Measures = [], Series = [Wait] } : i)];
}
