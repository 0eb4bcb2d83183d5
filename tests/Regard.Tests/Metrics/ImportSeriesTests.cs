using System.IO.Compression;
using System.Text;
using Regard.Files;
using Regard.Metrics;
using Regard.Storage;
using Regard.Tests.Organisation;
using static Regard.Tests.Metrics.GivenSeries;
namespace Regard.Tests.Metrics;

public class ImportSeriesTests
{
    static async Task<List<double>> Values(TestOffice t, Company c, string code, int store) => [.. (await t.Do(new ShowSeries(code, c.Store(store)), c.Executive)).Course.Select(v => v.Value)];

    [Theory, EachDatabase]
    public async Task A_long_and_a_wide_file_say_the_same_and_again_change_nothing(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await In(t, Of("QUEUE"), Of("LOST", share: true), Of("CASH", SeriesKind.Cash, higher: true, granularity: Granularity.Quarter));
        var report = (await t.Bring("series,unit,day,value,n\nQUEUE,N1,2031-01,12.5,40\nqueue,N1,2031年2月,11,\nLOST,N2,2031/1/31,5 %,200\nCASH,N1,2031-Q1,100000,\n", c.Executive)).Report;
        Assert.Equal((4L, 4L, 0L, 0L), (report.Taken, report.Added, report.Updated, report.Unchanged));
        Assert.Equal([12.5, 11], await Values(t, c, "QUEUE", 1));
        // Wide, with Chinese headers: what is empty says nothing; one value is new, one corrects, the others are known.
        report = (await t.Bring("门店,月份,QUEUE简,LOST,CASH,weather\nN1,2031-01,12.5,,100000,sunny\nN1,2031-02,10,7,,rain\n", c.Executive)).Report;
        Assert.Equal((2L, 1L, 1L, 2L), (report.Taken, report.Added, report.Updated, report.Unchanged));
        Assert.Equal(["weather"], report.UnknownColumns);
        Assert.Equal([12.5, 10], await Values(t, c, "QUEUE", 1));
        // What goes out comes in again.
        var out1 = await t.Do(new ExportSeries(), c.Executive);
        report = (await t.Bring(out1, c.Executive)).Report;
        Assert.Equal((0L, 0L, 5L), (report.Added, report.Updated, report.Unchanged));
        Assert.Equal(out1, await t.Do(new ExportSeries(), c.Executive));
    }

    [Theory, EachDatabase]
    public async Task A_bad_line_is_told_in_ones_language_and_stops_all_or_is_handed_back(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await In(t, Of("QUEUE"), Of("LOST", share: true));
        const string csv = "series,unit,day,value,n\nQUEUE,N1,2031-01,12,\nWAIT,N1,2031-01,12,\nQUEUE,X9,2031-01,12,\nQUEUE,N1,2031-07-01,12,\nLOST,N1,2031-01,140,\nQUEUE,N1,2031-01-20,13,\nQUEUE,N2,soon,twelve,0\n";
        var import = await t.Bring(csv, c.Executive with { Language = Language.SimplifiedChinese });
        Assert.Equal((7L, 0L, 6L, 0L), (import.Report.Rows, import.Report.Taken, import.Report.TurnedAway, import.Report.Added));
        Assert.Equal([3, 4, 5, 6, 7, 8, 8, 8], import.Report.Problems.Select(p => (int)p.Line));
        Assert.All(import.Report.Problems, p => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}{2}", p.Words.In(Language.SimplifiedChinese)));
        Assert.Empty(await Values(t, c, "QUEUE", 1));
        import = await t.Bring(csv, c.Executive, RowMode.GoodRows);
        Assert.Equal((1L, 6L, 1L), (import.Report.Taken, import.Report.TurnedAway, import.Report.Added));
        Assert.Equal([12], await Values(t, c, "QUEUE", 1));
        Assert.Equal(7, (await t.Do(new SeriesBadRows(import.Id), c.Executive)).TrimEnd().Split('\n').Length);
        Assert.Equal(2, (await t.Do(new ListSeriesImports(), c.Analyst)).Count);
        // A manager sees the own files, and brings values of the own units only.
        Assert.Empty(await t.Do(new ListSeriesImports(), c.StoreManager));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowSeriesImport(import.Id), c.StoreManager));
        Assert.Equal([3], (await t.Bring("series,unit,day,value\nQUEUE,N1,2031-02,1\nQUEUE,N2,2031-02,1\n", c.StoreManager)).Report.Problems.Select(p => (int)p.Line));
    }

    [Theory, EachDatabase]
    public async Task A_file_of_one_series_or_of_the_whole_company_needs_no_more_columns_than_that(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await In(t, Of("PRICES", SeriesKind.Outside), Of("QUEUE"));
        Assert.Equal(2, (await t.Bring("month,value\n2031-01,101\n2031-02,102\n", c.Executive, code: "PRICES")).Report.Added);
        Assert.Equal([101, 102], await Values(t, c, "PRICES", 3));
        await Assert.ThrowsAsync<Invalid>(() => t.Bring("day,wait\n2031-01,101\n", c.Executive));
        Assert.Equal(1, (await t.Bring("day,value\n2031-01,101\n", c.StoreManager, code: "QUEUE")).Report.TurnedAway);
    }

    [Theory, EachDatabase]
    public async Task A_workbook_is_read_as_a_file_is(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await In(t, Of("QUEUE"));
        var book = new MemoryStream();
        using (var zip = new ZipArchive(book, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Entry(string name, string text)
            {
                using var to = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
                to.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + text);
            }
            const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", packed = "http://schemas.openxmlformats.org/package/2006";
            Entry("[Content_Types].xml", $"<Types xmlns=\"{packed}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>");
            Entry("_rels/.rels", $"<Relationships xmlns=\"{packed}/relationships\"><Relationship Id=\"r1\" Type=\"{rel}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Entry("xl/workbook.xml", $"<workbook xmlns=\"{main}\" xmlns:r=\"{rel}\"><sheets><sheet name=\"May\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            Entry("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{packed}/relationships\"><Relationship Id=\"r1\" Type=\"{rel}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            string Cell(string at, object value) => value is string text ? $"<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>" : $"<c r=\"{at}\"><v>{value}</v></c>";
            Entry("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{main}\"><sheetData><row r=\"1\">{Cell("A1", "unit")}{Cell("B1", "day")}{Cell("C1", "QUEUE")}</row><row r=\"2\">{Cell("A2", "N1")}{Cell("B2", "2031-03")}{Cell("C2", 12.25)}</row></sheetData></worksheet>");
        }
        var report = (await t.Do(new ImportSeries(book, "may.xlsx"), c.Executive)).Report;
        Assert.Equal(("May", 1L), (report.Sheet, report.Added));
        Assert.Equal([12.25], await Values(t, c, "QUEUE", 1));
    }
}
