using Regard.Files;
using Regard.Indicators;
using Regard.Measures;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Files;
using Regard.Tests.Organisation;
namespace Regard.Tests.Surveys;

public class AgencyFileTests
{
    [Theory, EachDatabase]
    public async Task A_file_of_SPSS_becomes_a_wave_that_keeps_its_labels_and_has_our_index(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        IReadOnlyList<ColumnGuess> guesses;
        using (var table = Table.Of(new MemoryStream(AgencyFiles.Of("agency.sav")))) guesses = ColumnGuess.Of(table);
        Assert.Equal([ColumnUse.Perceived, ColumnUse.Perceived, ColumnUse.Perceived], guesses.Where(g => g.Name.StartsWith('Q')).Select(g => g.Use));
        Assert.Equal("weight", guesses.Single(g => g.Name == "w").Extra);
        Assert.Equal((ColumnUse.Ignore, 1, 10), (guesses.Single(g => g.Name == "sex").Use, ColumnGuess.ScaleOf(guesses).From, ColumnGuess.ScaleOf(guesses).To));

        await t.Do(new StartProgramme("Agency", MinimumN: 5));
        ColumnUsed[] columns =
        [
            .. guesses.Select(g => new ColumnUsed { Name = g.Name, Coded = g.Coded, Values = g.Values, Use = g.Name switch { "Q1" or "Q2" or "Q3_staff_friendly" => ColumnUse.Perceived, "sex" => ColumnUse.Segment, "comment" => ColumnUse.Text, _ => ColumnUse.Ignore }, Dimension = g.Name.StartsWith('Q') ? "Service" : null }),
        ];
        var brought = await t.Do(new BringData("Agency", new MemoryStream(AgencyFiles.Times(3)), "agency.sav", columns, new() { From = 1, To = 10 })
        {
            Extras = new Dictionary<string, string> { ["unit"] = "unit", ["w"] = "weight", ["visited"] = "submitted_at" },
        }, c.Analyst);
        var report = brought.Import.Report;
        Assert.Equal((12L, 0L, "SPSS", "UTF-8"), (report.Taken, report.TurnedAway, report.Format, report.Encoding));
        var kept = (await t.Do(new ShowImport(brought.Import.Id), c.Agency)).Report.Losses.Select(l => $"{l.Column}: {l.Words}").ToList();
        Assert.Contains("Q2: 3 times 99 (拒答), which the file declares to be no answer: left empty.", kept);
        Assert.Contains("Q1: Labels of answers other than the ends of the scale are not kept: 98 不知道, 99 拒答", kept);

        var form = (await t.Do(new ShowAnsweringForm(brought.WaveId), c.Analyst)).Version;
        var q1 = (RatingItem)form.Document.Items.Single(i => i.Key == "Q1");
        Assert.Equal(("服务是否准时", "很不满意", "很满意"), (q1.Title.In(Language.English), q1.Scale.Low!.In(Language.English), q1.Scale.High!.In(Language.English)));
        Assert.Equal([("1", "男"), ("2", "女")], ((SingleItem)form.Document.Items.Single(i => i.Key == "sex")).Options.Select(o => (o.Key, o.Title.In(Language.English))));

        while (await t.Do(new FoldResponses(brought.WaveId)) > 0) { }
        // Weighted means of 9 7 10 3, 8 4 and 10 6 by 1.5 0.5 1 1, as 0 to 100; what is no answer is in none of them.
        var q = new[] { (9 * 1.5 + 7 * 0.5 + 10 + 3) / 4, (8 * 1.5 + 4) / 2.5, (10 * 1.5 + 6 * 0.5) / 2 }.Select(m => (m - 1) / 9 * 100).ToArray();
        var shown = await t.Do(new ShowIndex(brought.WaveId), c.Analyst);
        Assert.Equal(q.Average(), shown.Sides.Single(s => s.Node == shown.Node).Sides[Aspect.Perceived].Figure.Value!.Value, 1e-9);
    }

    [Theory, EachDatabase]
    public async Task An_agency_says_which_column_answers_what_and_which_numbers_are_no_answer(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var document = new FormDocument
        {
            Title = Text.Of("Visit", "光临", "光臨"), Languages = ["zh-Hans"],
            Pages =
            [
                new() { Items =
                [
                    new RatingItem { Key = "time", Title = Same("服务是否准时"), Scale = new() { From = 1, To = 10 }, Indicator = "REL1" },
                    new RatingItem { Key = "price", Title = Same("价格"), Scale = new() { From = 1, To = 10 }, Indicator = "REL2" },
                    new SingleItem { Key = "who", Title = Same("性别"), Options = [new() { Key = "m", Title = Same("男") }, new() { Key = "f", Title = Same("女") }] },
                ] },
            ],
        };
        var (tree, version) = (await t.Do(new AdoptRaterTree()), await GivenForm.Of(t, document));
        var wave = await t.Do(new PlanWave(await t.Do(new StartProgramme("Agency")), "Spring", version, tree, new(2031, 5, 1), new(2031, 5, 31)));
        await t.Do(new OpenWave(wave));
        MemoryStream File() => new(AgencyFiles.Of("agency.sav"));

        using (var table = Table.Of(File()))
            Assert.Equal(["unit", "time", "", "", "who", "weight", "", "", "", ""], ColumnGuess.Of(table).Select(g => FormColumn.Guess(g, FormColumn.Of(document))));
        var upload = await t.Do(new KeepUpload(File(), "agency.sav"), c.Agency);
        var asked = new ImportResponses(wave, File(), "agency.sav")
        {
            Columns = new Dictionary<string, string> { ["Q1"] = "time", ["Q3_staff_friendly"] = "", ["amount"] = "price", ["sex"] = "who", ["w"] = "weight" }, UploadId = upload,
        };
        var refused = (await t.Do(asked, c.Agency)).Report;
        Assert.Equal(["price"], refused.Problems.Select(p => p.Column).Distinct());
        Assert.Equal(0, refused.Taken);
        using var back = new MemoryStream();
        await t.Do(new FetchUpload(upload, back), c.Agency);
        Assert.Equal(AgencyFiles.Of("agency.sav"), back.ToArray());

        var taken = await t.Do(asked with { File = File(), Columns = new Dictionary<string, string> { ["Q1"] = "price", ["Q3_staff_friendly"] = "time", ["sex"] = "who", ["w"] = "weight" }, NoAnswer = new HashSet<int> { 7 } }, c.Agency);
        Assert.Equal(4, taken.Report.Taken);
        using var exported = new MemoryStream();
        await t.Do(new ExportResponses(wave, exported), c.Analyst);
        // Q1 is 9 7 10 3 and 7 says nothing; Q3 is 10 6, missing, declared missing; 1 and 2 are 男 and 女, known here as m and f.
        Assert.Equal(["1.5,10,9,m", "0.5,6,,f", "1,,10,m", "1,,3,f"], System.Text.Encoding.UTF8.GetString(exported.ToArray()).Split("\r\n")[1..^1].Select(l => l.Split(',')).Select(f => string.Join(',', f[3], f[7], f[8], f[9])));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new FetchUpload(upload, new MemoryStream()), c.Agency));
    }

    static Text Same(string text) => Text.Of(text, text, text);
}
