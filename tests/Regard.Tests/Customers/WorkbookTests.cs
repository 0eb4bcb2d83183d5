using System.IO.Compression;
using System.Text;
using Regard.Customers.Intake;
using Regard.Files;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Surveys;
namespace Regard.Tests.Customers;

public class WorkbookTests
{
    [Theory, EachDatabase]
    public async Task The_first_sheet_that_holds_anything_is_read_with_days_and_numbers_in_full(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCustomers.In(t);
        // 47488 is 2030-01-05 as spreadsheets count days.
        var book = TinyWorkbook.Of(("空白", []), ("客户", [["客户编号", "姓名", "手机", "成为客户日期"], ["K1", "李娜, \"小李\"", "|<v>13800138000</v>", "s=\"1\"|<v>47488</v>"], [], ["K2", "Bob", "", "2030/1/6"], ["K3", "", "12", ""]]), ("说明", [["x"]]));
        var report = (await t.Do(new ImportCustomers(book, "客户.xlsx", RowMode.GoodRows))).Report;
        Assert.Equal(("客户", 2, 1), (report.Sheet, report.Added, report.TurnedAway));
        Assert.Equal(["空白", "说明"], report.OtherSheets);
        Assert.Equal(5, report.Problems.Single().Line);
        Assert.Equal(["李娜, \"小李\"|13800138000|2030-01-05"], await g.Rows("select name || '|' || phone || '|' || cast(since as text) from customers where external_id = 'K1'"));
    }

    [Theory, EachDatabase]
    public async Task Samples_and_responses_come_as_workbooks_too(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Open(t);
        var sample = await t.Do(new UploadContacts(g.Wave, TinyWorkbook.Of(("S", [["external_id", "unit"], ["K1", "N1"]])), "s.xlsx"));
        Assert.Equal((1, "S"), (sample.Report.Taken, sample.Report.Sheet));
        var answers = await t.Do(new ImportResponses(g.Wave, TinyWorkbook.Of(("R", [["unit", "r1_E", "r1_P", "r2_E", "r2_P", "nps"], ["N1", "|<v>9</v>", "|<v>8</v>", "|<v>7</v>", "|<v>6</v>", ""]])), "r.xlsx"));
        Assert.Equal(1, answers.Report.Taken);
    }

    [Theory, EachDatabase]
    public async Task Workbooks_that_cannot_be_trusted_are_refused_in_words(Engine on)
    {
        await using var t = await TestOffice.On(on);
        await GivenCustomers.In(t);
        async Task<string> Refusal(Stream file) => (await Assert.ThrowsAsync<Invalid>(() => t.Do(new ImportCustomers(file, "x.xlsx", DryRun: true)))).Message;
        Assert.Contains("A2 of the sheet S holds an error (#DIV/0!)", await Refusal(TinyWorkbook.Of(("S", [["external_id"], ["t=\"e\"|<f>1/0</f><v>#DIV/0!</v>"]]))));
        Assert.Contains("more than 15 digits", await Refusal(TinyWorkbook.Of(("S", [["external_id"], ["|<v>330106199001011234</v>"]]))));
        Assert.Contains("empty", await Refusal(TinyWorkbook.Of(("S", []))));
        Assert.Contains("without a workbook", await Refusal(Zip("readme.txt", "hello")));
        Assert.Contains("damaged", await Refusal(Zip("xl/workbook.xml", "<workbook")));
        byte[] old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2000]];
        Assert.Contains("old kind", await Refusal(new MemoryStream(old)));
        Assert.Contains("password", await Refusal(new MemoryStream([.. old, .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[100]])));
        Assert.Contains("too large when unpacked", await Refusal(Bomb()));
    }

    static MemoryStream Zip(string name, string text)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true)) TinyWorkbook.Add(zip, name, text);
        return file;
    }

    // A megabyte or so that unpacks to more than a gibibyte.
    static MemoryStream Bomb()
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            TinyWorkbook.Add(zip, "xl/workbook.xml", "<workbook/>");
            using var entry = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
            var nothing = new byte[1 << 20];
            for (var i = 0; i < 1025; i++) entry.Write(nothing);
        }
        return file;
    }

    /// <summary>Any bytes as a file are refused in words, or reported; nothing else happens.</summary>
    [Fact]
    public async Task No_bytes_make_an_import_fail_otherwise_than_in_words()
    {
        await using var t = await TestOffice.On(Engine.Sqlite);
        await GivenCustomers.Two(t);
        var chance = new Random(20310501);
        var seeds = new[]
        {
            Encoding.UTF8.GetBytes("external_id,name,phone,unit,since,kind,account\nK1,李娜,138 0013 8000,N1,2030-01-05,account,K2\n\"K7\",\"a\"\"b\",,,,,\n"),
            Encoding.UTF8.GetBytes("event_id,customer,kind,date,amount,currency,asset\nE1,K1,purchase,2031-01-05,12.50,CNY,\n,K2,退货,2031年1月6日,1,CNY,V1\n"),
            TinyWorkbook.Of(("S", [["external_id", "customer", "kind", "date"], ["K9", "K1", "call", "s=\"1\"|<v>47488</v>"]])).ToArray(),
            [],
        };
        var (refused, reported) = (0, 0);
        for (var round = 0; round < 1500; round++)
        {
            var bytes = Spoilt(seeds[chance.Next(seeds.Length)], chance);
            Intake[] imports = [new ImportCustomers(new MemoryStream(bytes), "f", RowMode.GoodRows, round % 2 == 0), new ImportEvents(new MemoryStream(bytes), "f", RowMode.GoodRows, round % 2 == 0)];
            foreach (var import in imports)
            {
                try { reported += (await t.Do(import)).Report.Rows > 0 ? 1 : 0; }
                catch (Invalid) { refused++; }
            }
        }
        Assert.True(refused > 100 && reported > 100, $"{refused} refused, {reported} reported: too few of one kind to say anything.");
    }

    static byte[] Spoilt(byte[] seed, Random chance)
    {
        var bytes = seed.ToList();
        for (var i = chance.Next(6); i >= 0; i--)
        {
            var at = chance.Next(bytes.Count + 1);
            switch (chance.Next(4))
            {
                case 0 when bytes.Count > 0: bytes[chance.Next(bytes.Count)] = (byte)chance.Next(256); break;
                case 1 when bytes.Count > 0: bytes.RemoveRange(Math.Min(at, bytes.Count - 1), Math.Min(chance.Next(1, 9), bytes.Count - Math.Min(at, bytes.Count - 1))); break;
                case 2: bytes.InsertRange(at, Encoding.UTF8.GetBytes(new[] { "\"", ",", "\r\n", "😀", "\uFEFF", "=1+1", "9999999999999999999", "-0", "0001-01-01", "\u202E" }[chance.Next(10)])); break;
                default: var some = new byte[chance.Next(8)]; chance.NextBytes(some); bytes.InsertRange(at, some); break;
            }
        }
        return [.. bytes];
    }
}
