using System.Text;
using Regard.Files;
using Regard.Organisation;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Organisation;
namespace Regard.Tests.Surveys;

public class ImportTests
{
    const string Header = "unit,r1_E,r1_P,r2_E,r2_P,nps,visit,why,comment,years\n";
    static readonly Encoding gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    [Theory, EachDatabase]
    public async Task A_plain_file_is_taken_and_exported_again_as_it_came(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Open(t);
        var import = await t.Do(new ImportResponses(g.Wave, GivenWave.Csv(
            "response_id,unit,segment,weight,submitted_at,language,r1_E,r1_P,r2_E,r2_P,nps,visit,why,comment,years,colour\n" +
            "R1,N1,,2.5,2031-04-30,zh-Hant,9,8,7,,10,,price|place,\"等了,\n两小时\",3,red\n" +
            "R2,S3,gold,,2031-05-01T08:00:00+08:00,,1,10,na,5.0,0,sales,,,,blue\n"), "a.csv"), g.Company.Agency);
        Assert.Equal((2, 2, 0), (import.Report.Rows, import.Report.Taken, import.Report.ProblemsFound));
        Assert.Equal(("UTF-8", ',', "colour"), (import.Report.Encoding, import.Report.Separator, import.Report.UnknownColumns.Single()));

        using var exported = new MemoryStream();
        Assert.Equal(2, await t.Do(new ExportResponses(g.Wave, exported), g.Company.Analyst));
        var bytes = exported.ToArray();
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Replace("等了,\n", "等了, ").Split("\r\n");
        Assert.Equal("response_id,unit,segment,weight,language,channel,submitted_at,r1_E,r1_P,r2_E,r2_P,nps,visit,why,comment,years", lines[0]);
        Assert.EndsWith(",N1,,2.5,zh-Hant,Import,2031-04-30T00:00:00.000Z,9,8,7,,10,,price|place,\"等了, 两小时\",3", lines[1]);
        Assert.EndsWith(",S3,sales,1,zh-Hans,Import,2031-05-01T00:00:00.000Z,1,10,,5,0,sales,,,", lines[2]);
        Assert.Equal([("N1", 1L), ("S3", 1L)], (await g.Shown()).Units.Select(u => (u.Unit.Code, u.Responses)));
        Assert.Equal(ResponseChannel.Import, (await g.Shown()).Channels.Single().Channel);
    }

    [Theory, EachDatabase]
    public async Task Utf8_with_and_without_mark_and_gb18030_are_read_and_told(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Open(t);
        var text = Header + "N1,9,8,7,6,10,销售,,价格太高，服务很好,2\n";
        Assert.Equal("UTF-8", (await g.Import(text)).Report.Encoding);
        Assert.Equal("UTF-8", (await t.Do(new ImportResponses(g.Wave, new MemoryStream([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)]), "bom.csv"))).Report.Encoding);
        var old = await g.Import(text.Replace(',', ';'), encoding: gb18030);
        Assert.Equal(("GB18030", ';', 1L), (old.Report.Encoding, old.Report.Separator, old.Report.Taken));
        using var exported = new MemoryStream();
        await t.Do(new ExportResponses(g.Wave, exported));
        Assert.Equal(3, Encoding.UTF8.GetString(exported.ToArray()).Split("价格太高，服务很好").Length - 1);
    }

    [Theory, EachDatabase]
    public async Task Files_that_are_no_table_of_text_are_refused_in_words(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Open(t);
        async Task<string> Refusal(byte[] bytes) => (await Assert.ThrowsAsync<Invalid>(() => t.Do(new ImportResponses(g.Wave, new MemoryStream(bytes), "x.csv")))).Message;
        Assert.Contains("empty", await Refusal([]));
        Assert.Contains("nothing below", await Refusal(Encoding.UTF8.GetBytes(Header)));
        Assert.Contains("UTF-16", await Refusal([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Header)]));
        Assert.Contains("UTF-16", await Refusal(Encoding.BigEndianUnicode.GetBytes(Header)));
        Assert.Contains("workbook", await Refusal([(byte)'P', (byte)'K', 3, 4, 20, 0, 6, 0]));
        Assert.Contains("no text has", await Refusal([.. Encoding.UTF8.GetBytes(Header), .. Encoding.UTF8.GetBytes("N1,9,8,7"), 0]));
        Assert.Contains("neither", await Refusal([.. Encoding.UTF8.GetBytes(Header), .. Encoding.Latin1.GetBytes("N1,9,8,7,6,10,,,caf\u00e9,2\n")]));
        Assert.Contains("Two columns", await Refusal(Encoding.UTF8.GetBytes("unit,r1_E,R1_e\nN1,1,1\n")));
        Assert.Contains("never ends", await Refusal(Encoding.UTF8.GetBytes(Header + "N1,9,8,7,6,10,,,\"" + new string('x', 3 << 20))));
        Assert.Contains("too large", (await Assert.ThrowsAsync<Invalid>(() => t.Do(new ImportResponses(g.Wave, GivenWave.Csv(Header + "N1,9,8,7,6,,,,,\n"), "x.csv") { LargestFile = 20 }))).Message);
        Assert.Empty(await t.Do(new ListImports(g.Wave)));
    }

    [Theory, EachDatabase]
    public async Task Missing_columns_are_named_all_at_once(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Open(t);
        var refused = await Assert.ThrowsAsync<Invalid>(() => g.Import("r1_E,r2_E\n1,2\n"));
        Assert.Equal(["r1_P", "r2_P", "nps", "unit"], refused.Problems.Select(p => (string)p.Words.Values[0]!));
    }

    [Theory, EachDatabase]
    public async Task All_or_nothing_tells_every_bad_line_and_takes_nothing(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Open(t);
        var import = await g.Import(Header +
            "N1,9,8,7,6,10,,,,\n" +
            "N1,nine,8,7,6,10,,,,\n" +
            "N1,11,0,7,6,10,,,,\n" +
            "X9,9,8,7,6,10,,,,\n" +
            "N1,9,8,7,6,10,elsewhere,rent,,900\n" +
            "N1,9,8,7\n" +
            "N1,9,8,7,6,2.5,,,a\"b,\n" +
            "N1,9,8,7,6,10,,,,,extra\n");
        Assert.Equal((8, 0, 7), (import.Report.Rows, import.Report.Taken, import.Report.TurnedAway));
        Assert.Equal([(3L, "r1_E"), (4, "r1_E"), (4, "r1_P"), (5, "unit"), (6, "visit"), (6, "why"), (6, "years"), (7, ""), (8, ""), (9, "")], import.Report.Problems.Select(p => (p.Line, p.Column)));
        Assert.Equal("“nine” is not a number.", import.Report.Problems[0].Words.ToString());
        Assert.Equal("11 超出了 1 到 10 的量表范围。", import.Report.Problems[1].Words.In(Language.SimplifiedChinese));
        Assert.Equal(0, (await g.Shown()).Responses);
        await t.Do(g.Response());
        Assert.Equal(1, (await g.Shown()).Responses);
    }

    [Theory, EachDatabase]
    public async Task Good_rows_are_taken_and_the_bad_ones_can_be_mended_and_sent_again(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Open(t);
        var import = await g.Import(Header + "N1,9,8,7,6,10,,,,\nN1,99,8,7,6,10,,,\"a, b\",\nN2,9,8,7,6,10,,,,\n", RowMode.GoodRows);
        Assert.Equal((3, 2, 1), (import.Report.Rows, import.Report.Taken, import.Report.TurnedAway));
        var bad = await t.Do(new ImportBadRows(import.Id));
        Assert.EndsWith("N1,99,8,7,6,10,,,\"a, b\",,\"99 is off the scale from 1 to 10.\"\r\n", bad);
        var mended = await g.Import(bad.Replace("N1,99", "N1,9"));
        Assert.Equal((1, "What is wrong"), (mended.Report.Taken, mended.Report.UnknownColumns.Single()));
        Assert.Equal(3, (await g.Shown()).Responses);
    }

    [Theory, EachDatabase]
    public async Task The_first_thousand_problems_are_told_and_all_are_counted(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Open(t);
        var import = await g.Import(Header + string.Concat(Enumerable.Repeat("N1,99,8,7,6,10,,,,\n", 6000)));
        Assert.Equal((1000, 6000, 6000), (import.Report.Problems.Count, import.Report.ProblemsFound, import.Report.TurnedAway));
    }

    [Theory, EachDatabase]
    public async Task A_response_id_is_taken_once_in_a_file_and_once_in_the_wave(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Open(t);
        const string header = "response_id,unit,r1_E,r1_P,r2_E,r2_P,nps\n";
        var twice = await g.Import(header + "A,N1,9,8,7,6,10\nB,N1,9,8,7,6,10\nA,N2,9,8,7,6,10\n");
        Assert.Equal((4L, "The response A stands in this file twice."), (twice.Report.Problems.Single().Line, twice.Report.Problems.Single().Words.ToString()));
        Assert.Equal(2, (await g.Import(header + "A,N1,9,8,7,6,10\nB,N1,9,8,7,6,10\n")).Report.Taken);
        var again = await g.Import(header + "B,N1,9,8,7,6,10\nC,N1,9,8,7,6,10\n", RowMode.GoodRows);
        Assert.Equal((1, "The response B came in before."), (again.Report.Taken, again.Report.Problems.Single().Words.ToString()));

        var sent = g.Response();
        await t.Do(sent);
        Assert.Equal(1, (await g.Import(header + $"{sent.Key},N1,9,8,7,6,10\n")).Report.TurnedAway);
        Assert.Equal(4, (await g.Shown()).Responses);
    }

    [Theory, EachDatabase]
    public async Task Columns_can_be_renamed_and_one_unit_given_for_all_rows(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Open(t);
        var file = GivenWave.Csv("Q1\tQ2\tQ3\tQ4\tQ5\tArt\n9\t8\t7\t6\t10\tSales\n");
        var import = await t.Do(new ImportResponses(g.Wave, file, "x.tsv")
        {
            UnitCode = "S4", Columns = new Dictionary<string, string> { ["Q1"] = "r1_E", ["Q2"] = "r1_P", ["Q3"] = "r2_E", ["Q4"] = "r2_P", ["Q5"] = "nps", ["Art"] = "visit" },
        });
        Assert.Equal(('\t', 1L), (import.Report.Separator, import.Report.Taken));
        Assert.Equal("S4", (await g.Shown()).Units.Single().Unit.Code);
    }

    [Theory, EachDatabase]
    public async Task Many_rows_and_single_responses_number_on_without_gaps(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Open(t);
        await t.Do(g.Response());
        var rows = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{(i % 2 == 0 ? "N1" : "S3")},9,{i % 10 + 1},7,6,10,,,,\n"));
        Assert.Equal(20_000, (await g.Import(Header + rows)).Report.Taken);
        await t.Do(g.Response());
        await using var connection = await t.Database.Open();
        var (count, least, most) = await Dapper.SqlMapper.QuerySingleAsync<(long, long, long)>(connection, "select count(*), min(number), max(number) from responses");
        Assert.Equal((20_002, 1, 20_002), (count, least, most));
        Assert.Equal([("N1", 10_002L), ("S3", 10_000L)], (await g.Shown()).Units.Select(u => (u.Unit.Code, u.Responses)));
    }

    [Theory, EachDatabase]
    public async Task A_file_is_taken_only_while_the_wave_is_open_and_for_units_in_care(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Planned(t);
        var rows = Header + "N1,9,8,7,6,10,,,,\n";
        await Assert.ThrowsAsync<Refused>(() => g.Import(rows));
        await t.Do(new OpenWave(g.Wave));
        var southern = await g.Company.Person("Sou Thern", Role.Agency, g.Company.South);
        Assert.Equal(1, (await t.Do(new ImportResponses(g.Wave, GivenWave.Csv(rows), "x.csv"), southern)).Report.TurnedAway);
        await t.Do(new CloseWave(g.Wave));
        await Assert.ThrowsAsync<Refused>(() => g.Import(rows));
    }

    [Theory, EachDatabase]
    public async Task An_export_runs_no_formulas_and_tells_nobodys_name(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Open(t);
        var link = (await g.Invite("c1")).Single();
        var answers = GivenWave.Answers();
        answers["comment"] = Answer.Of("=HYPERLINK(\"http://example.com\")");
        await t.Do(new SubmitByLink(link.Token) { Answers = answers });
        using var exported = new MemoryStream();
        await t.Do(new ExportResponses(g.Wave, exported), g.Company.Analyst);
        var text = Encoding.UTF8.GetString(exported.ToArray());
        Assert.Contains("\"'=HYPERLINK(\"\"http://example.com\"\")\"", text);
        Assert.DoesNotContain("c1", text);
        Assert.DoesNotContain(PersonalLink.Parse(link.Token)!.InvitationId.ToString(), text);
        foreach (var caller in new[] { g.Company.Agency, g.Company.RegionalManager, g.Company.Executive, g.Company.FrontLine })
            await Assert.ThrowsAsync<Refused>(() => t.Do(new ExportResponses(g.Wave, new MemoryStream()), caller));
    }
}
