using Regard.Files;
using Regard.Indicators;
using Regard.Organisation;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Organisation;
namespace Regard.Tests.Surveys;

public class BringDataTests
{
    const string Rows = "PRICE1,PRICE2,STAFF_E,STAFF_P,unit,comment,kind\n9,8,7,6,N1,good,new\n1,10,5,4,S3,,old\n";

    [Theory, EachDatabase]
    public async Task A_file_kept_for_its_sender_comes_back_whole_and_to_nobody_else(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var large = "a,b\n" + string.Concat(Enumerable.Repeat("1,2\n", 700_000));
        var id = await t.Do(new KeepUpload(GivenWave.Csv(large), "large.csv"), c.Analyst);
        using var back = new MemoryStream();
        Assert.Equal("large.csv", (await t.Do(new FetchUpload(id, back), c.Analyst)).FileName);
        Assert.Equal(large, System.Text.Encoding.UTF8.GetString(back.ToArray()));
        var other = await c.Person("Other Analyst", Role.Analyst, c.Group);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new FetchUpload(id, new MemoryStream()), other));
        t.Clock.Now = t.Clock.Now.AddDays(2);
        await t.Do(new KeepUpload(GivenWave.Csv("a\n1\n"), "small.csv"), other);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new FetchUpload(id, new MemoryStream()), c.Analyst));
    }

    [Fact]
    public void What_columns_hold_is_guessed_from_names_and_values()
    {
        using var file = CsvFile.Open(GivenWave.Csv(Rows));
        var guesses = ColumnGuess.Of(file);
        Assert.Equal([("PRICE1", ColumnUse.Perceived, "PRICE"), ("PRICE2", ColumnUse.Perceived, "PRICE"), ("STAFF_E", ColumnUse.Expected, "STAFF"), ("STAFF_P", ColumnUse.Perceived, "STAFF"), ("unit", ColumnUse.Ignore, null), ("comment", ColumnUse.Text, null), ("kind", ColumnUse.Text, null)],
            guesses.Select(g => (g.Name, g.Use, g.Dimension)));
        Assert.Equal("unit", guesses[4].Extra);
        Assert.Equal((1, 10), (ColumnGuess.ScaleOf(guesses).From, ColumnGuess.ScaleOf(guesses).To));
    }

    [Theory, EachDatabase]
    public async Task A_file_becomes_a_wave_with_its_own_form_and_indicators_in_one_go(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        ColumnUsed[] columns = [Used("PRICE1"), Used("PRICE2"), Used("STAFF_E", ColumnUse.Expected), Used("STAFF_P"), Used("unit", ColumnUse.Ignore), Used("comment", ColumnUse.Text), Used("kind", ColumnUse.Segment) with { Values = ["new", "old"] }];
        var bring = new BringData("Mine", GivenWave.Csv(Rows), "mine.csv", columns, new() { From = 1, To = 10 }) { Extras = new Dictionary<string, string> { ["unit"] = "unit" } };
        var brought = await t.Do(bring, c.Analyst);
        Assert.Equal(2, brought.Import.Report.Taken);
        var shown = await t.Do(new ShowWave(brought.WaveId), c.Analyst);
        Assert.Equal((WaveState.Open, "Mine", "Mine"), (shown.Wave.State, shown.Programme, shown.Form));
        Assert.Equal(["N1", "S3"], shown.Units.Select(u => u.Unit.Code));

        var again = await t.Do(bring with { File = GivenWave.Csv(Rows) }, c.Analyst);
        Assert.Equal((2, 1), ((await t.Do(new ShowWave(again.WaveId))).Wave.Number, (await t.Do(new ListProgrammes())).Count));
    }

    [Theory, EachDatabase]
    public async Task A_file_with_bad_rows_leaves_nothing_behind_and_tells_the_lines(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var bring = new BringData("Mine", GivenWave.Csv("Q1\n11\n3\n"), "mine.csv", [Used("Q1")], new() { From = 1, To = 10 }) { UnitCode = "G" };
        var refused = await Assert.ThrowsAsync<Invalid>(() => t.Do(bring, c.Analyst));
        Assert.Equal("Line 2, Q1: 11 is off the scale from 1 to 10.", refused.Message);
        Assert.Empty(await t.Do(new ListProgrammes()));
        Assert.Empty(await t.Do(new ListForms()));
        Assert.Empty(await t.Do(new ListIndicatorTrees()));
    }

    static ColumnUsed Used(string name, ColumnUse use = ColumnUse.Perceived) => new() { Name = name, Use = use, Dimension = name.TrimEnd('1', '2') };
}
