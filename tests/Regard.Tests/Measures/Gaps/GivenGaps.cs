using System.Globalization;
using System.Text;
using Dapper;
using Regard.Measures;
using Regard.Organisation;
using Regard.Standards;
using Regard.Surveys;
using Regard.Tests.Organisation;
using Regard.Tests.Surveys;
namespace Regard.Tests.Measures.Gaps;

/// <summary>Customers, managers, standards and encounters of one company, with levels that tests choose.</summary>
sealed class GivenGaps
{
    public required Survey Survey { get; init; }
    public required Id<Wave> Wave { get; init; }
    public TestOffice Test => Survey.Test;
    public Id<Unit> Store(int number) => Survey.Company.Store(number);

    public static FormDocument ManagersForm { get; } = new()
    {
        Title = Survey.Said("Managers"), Languages = ["en"],
        Pages = [new() { Items = [new BatteryItem { Key = "view", Title = Survey.Said("What do customers expect?"), Scale = new() { From = 1, To = 5 }, Parts = [Part.Expected, Part.Importance], Rows = [Row("m1", "A1"), Row("m2", "A2"), Row("m3", "B1")] }] }],
    };

    /// <summary>Sixty customers in each of two stores: expected 100, 75, 50 and perceived 75, 75, 25 for A1, A2, B1, each give or take.</summary>
    public static async Task<GivenGaps> In(TestOffice t)
    {
        var survey = await Survey.In(await Company.In(t));
        var wave = await survey.OpenWave();
        foreach (var store in (int[])[1, 2])
            await survey.Answer(wave, survey.Company.Store(store), 60, i => [Near(4, i), Near(3, i + 1), 3, Near(3, i), Near(3, i + 2), 3, Near(2, i), Near(1, i + 1), 3, 7, 3, 8]);
        await survey.Fold(wave);
        return new() { Survey = survey, Wave = wave };
    }

    /// <summary>Steps of 0 to 4 about a middle one.</summary>
    static byte Near(int middle, int i) => (byte)Math.Clamp(middle + (i % 3) switch { 0 => -1, 1 => 0, _ => 1 }, 0, 4);

    /// <summary>A wave of managers that mirrors the customers'; each answers the same in steps of 0 to 4, give or take.</summary>
    public async Task<Id<Wave>> Managers(Id<Unit> unit, int howMany, int a1, int a2, int b1)
    {
        var today = DateOnly.FromDateTime(Test.Clock.Now.UtcDateTime);
        var programme = await Test.Do(new StartProgramme($"Managers {Guid.NewGuid():n}", MinimumN: 5, ShortBoards: 0, Audience: Audience.Manager));
        var wave = await Test.Do(new PlanWave(programme, "Mirror", await GivenForm.Of(Test, ManagersForm), Survey.Tree, today, today.AddDays(30)));
        await Test.Do(new OpenWave(wave));
        await Test.Do(new MirrorWave(wave, Wave));
        await using var c = await Test.Database.Open();
        var code = await c.ExecuteScalarAsync<string>("select code from units where id = @unit", new { unit });
        var csv = new StringBuilder("unit,m1_E,m1_I,m2_E,m2_I,m3_E,m3_I\n");
        for (var i = 0; i < howMany; i++) csv.Append(CultureInfo.InvariantCulture, $"{code},{1 + Near(a1, i)},{1 + Near(1, i)},{1 + Near(a2, i)},{1 + Near(2, i)},{1 + Near(b1, i)},{1 + Near(3, i)}\n");
        var import = await Test.Do(new ImportResponses(wave, new MemoryStream(Encoding.UTF8.GetBytes(csv.ToString())), "managers.csv"));
        Assert.Equal(howMany, import.Report.Taken);
        await Survey.Fold(wave);
        return wave;
    }

    public Task Demand(string indicator, double level) => Test.Do(new AddStandard($"S-{indicator}", new()
    {
        Names = Survey.Said(indicator), Says = Survey.Said(indicator), Indicators = [indicator], Kind = StandardKind.Graded, Demanded = level, Minimum = 50, Origin = StandardOrigin.OutsideIn,
    }, new(2030, 1, 1)));

    public Task Deliver(Id<Unit> unit, params (string Indicator, double Level)[] levels) => Test.Do(new PutEncounter(DeliverySource.Visit, new(Guid.NewGuid()), unit, DateOnly.FromDateTime(Test.Clock.Now.UtcDateTime), [.. levels.Select(l => new Delivery(l.Indicator, l.Level))]));

    static BatteryRow Row(string key, string indicator) => new() { Key = key, Title = Survey.Said(key), Indicator = indicator };
}
