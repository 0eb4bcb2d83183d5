using System.Text;
using Regard.Indicators;
using Regard.Measures;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Organisation;
namespace Regard.Tests.Surveys;

public sealed class CheckTests
{
    static Text En(string text) => Text.OneFor(Language.English, text);
    static CheckItem Check(int number) => new() { Key = $"C{number}", Title = En($"Was standard {number} kept?"), Standard = $"S-{number}", Required = true };
    static FormDocument Form { get; } = new() { Title = En("Fulfilment"), Languages = ["en"], Pages = [new() { Items = [.. Enumerable.Range(1, 12).Select(Check)] }] };

    [Fact]
    public void A_check_is_done_not_done_or_does_not_apply()
    {
        Answers Said(Answer answer) => new(Form.Items.Select(i => KeyValuePair.Create(i.Key, answer)));
        Assert.Empty(AnswerRules.Problems(Form, Said(Answer.Of(1))));
        Assert.Empty(AnswerRules.Problems(Form, Said(Answer.NotApplicable)));
        Assert.Equal(12, AnswerRules.Problems(Form, Said(Answer.Of(2))).Count);
        Assert.Equal(12, AnswerRules.Problems(Form, []).Count);
        Assert.All(PackedAnswers.Pack(Form, Said(Answer.NotApplicable)).Ratings, r => Assert.Equal(Slot.Missing, r));
        Assert.Equal([0, 1], [PackedAnswers.Pack(Form, Said(Answer.Of(0))).Ratings[0], PackedAnswers.Pack(Form, Said(Answer.Of(1))).Ratings[0]]);
    }

    [Fact]
    public void A_check_travels_as_json_without_loss()
    {
        var one = Form with { Pages = [new() { Items = [Check(1) with { Indicator = "REL1", PhotoWhenFailed = true }] }] };
        Assert.Equal(one.Items.Single(), FormJson.Read(FormJson.Write(one)).Items.Single());
        Assert.Contains("\"type\":\"check\"", FormJson.Write(one));
        Assert.Equal(["pages[0].items[0].standard"], FormRules.Problems(one with { Pages = [new() { Items = [Check(1) with { Standard = new('S', 41) }] }] }).Select(p => p.Field));
    }

    [Theory, EachDatabase]
    public async Task Twelve_checks_asked_of_customers_give_the_rate_at_which_a_store_keeps_its_standards(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var tree = await t.Do(new AdoptRaterTree());
        var programme = await t.Do(new StartProgramme("Fulfilment", MinimumN: 10, ShortBoards: 0));
        var today = DateOnly.FromDateTime(t.Clock.Now.UtcDateTime);
        var wave = await t.Do(new PlanWave(programme, "One", await GivenForm.Of(t, Form), tree, today, today.AddDays(30), 10));
        await t.Do(new OpenWave(wave));
        // Of twenty customers fifteen saw each standard kept; the last did not apply to half of them.
        var csv = new StringBuilder($"unit,{string.Join(',', Form.Slots.Select(s => s.Key))}\n");
        for (var i = 0; i < 20; i++) csv.Append("N1,").AppendJoin(',', Enumerable.Range(1, 12).Select(k => k == 12 && i % 2 == 0 ? "na" : i < 15 ? "1" : "0")).Append('\n');
        var import = await t.Do(new ImportResponses(wave, new MemoryStream(Encoding.UTF8.GetBytes(csv.ToString())), "answers.csv"));
        Assert.Equal(20, import.Report.Taken);
        while (await t.Do(new FoldResponses(wave)) > 0) { }
        var rows = (await t.Do(new ListResults(wave))).Rows.Where(r => r.Unit.Code == "N1").ToDictionary(r => r.Measure.Code, r => r.Figure);
        Assert.Equal(75, rows["item:C1"].Value!.Value, 9);
        Assert.Equal((11 * 75 + 70) / 12.0, rows["delivered"].Value!.Value, 9);
        Assert.True(rows["delivered"].Lower < 75 && rows["delivered"].Upper > 75);
        Assert.DoesNotContain("index", rows.Keys);
        Assert.Equal("Standards kept", (await t.Do(new ExplainNumber(wave, c.Store(1), "delivered"))).Definition.Name.ToString());

        var export = new MemoryStream();
        await t.Do(new ExportResponses(wave, export));
        Assert.Contains("C1,C2", Encoding.UTF8.GetString(export.ToArray()), StringComparison.Ordinal);
    }
}
