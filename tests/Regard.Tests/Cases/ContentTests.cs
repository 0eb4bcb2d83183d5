using System.IO.Compression;
using System.Text;
using Regard.Audit;
using Regard.Cases;
using Regard.Customers;
using Regard.Organisation;
using Regard.Storage;
using Regard.Tests.Customers;
using Regard.Tests.Organisation;
using Regard.Work;
namespace Regard.Tests.Cases;

public class ContentTests
{
    static readonly byte[] photo = [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[100]];

    [Theory, EachDatabase]
    public async Task A_case_of_somebody_unknown_moves_to_the_customer_with_all_that_hangs_on_it(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var known = await KnownCustomers.In(t);
        var g = new GivenCases { Test = t, Company = known.Company, Colleague = known.Company.FrontLine };
        var customer = await known.Add("王小明", phone: "13800138000");
        var heard = await t.Do(new HearCase { UnitId = known.Company.Store(1), Words = "等太久" }, known.Company.FrontLine);
        await t.Do(new AddNote(heard.Number, CaseNoteKind.Call, "He waits"), known.Company.FrontLine);
        await t.Do(new MakeProposal(heard.Number, "A free wash"), known.Company.FrontLine);
        var file = await t.Do(new AddCaseFile(heard.Number, photo, "car.jpg"), known.Company.FrontLine);
        var before = await g.Show(heard.Number);
        await t.Do(new EditCase(heard.Number) { CustomerId = customer }, known.Company.StoreManager);
        var after = await g.Show(heard.Number);
        Assert.Equal((customer, true, "王小明"), (after.Case.CustomerId, after.Case.IsKnown, after.Case.ContactName));
        Assert.Equal(before.Clocks, after.Clocks);
        Assert.Equal((before.Notes[0].Words, before.Proposals[0].Words, before.Owners.Count), (after.Notes[0].Words, after.Proposals[0].Words, after.Owners.Count));
        using var to = new MemoryStream();
        await t.Do(new FetchCaseFile(heard.Number, file, to), known.Company.FrontLine);
        Assert.Equal(photo, to.ToArray());
        Assert.Equal(heard.Number, (await t.Do(new ShowCaseByReceipt(heard.Receipt!), Caller.Anyone(Language.English))).Number);
        Assert.Equal([heard.Number], (await t.Do(new ListCases(new() { Customer = customer }))).Rows.Select(r => r.Number));
        Assert.Equal(["0"], await g.Look($"select cast(count(*) as text) from case_clocks where customer_id not in (select customer_id from cases)"));
        Assert.Empty(await t.Do(new BrokenLaws(1)));
    }

    [Theory, EachDatabase]
    public async Task A_file_is_what_is_in_it_and_not_what_it_is_called(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        var number = await g.Heard();
        async Task<(string, string)> Kept(byte[] content, string name)
        {
            var id = await t.Do(new AddCaseFile(number, content, name), g.Company.FrontLine);
            return (await g.Show(number)).Files.Where(f => f.Id == id).Select(f => (f.Name, f.Type)).Single();
        }
        Assert.Equal(("holiday.exe.jpg", "image/jpeg"), await Kept(photo, "holiday.exe"));
        Assert.Equal(("letter.pdf", "application/pdf"), await Kept(Encoding.ASCII.GetBytes("%PDF-1.7 x"), @"..\..\letter.pdf"));
        Assert.Equal(("笔记.txt", "text/plain"), await Kept(Encoding.UTF8.GetBytes("<script>alert(1)</script>"), "笔记"));
        Assert.Equal(("file.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"), await Kept(Zip("[Content_Types].xml", "word/document.xml"), "\u202E/"));
        foreach (var bad in new[] { Encoding.ASCII.GetBytes("MZ\u0090\0\u0003"), Zip("evil.exe"), Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), [0x50, 0x4B, 3, 4, 9, 9], new byte[50], [0x7F, 0x45, 0x4C, 0x46] })
            await Assert.ThrowsAsync<Invalid>(() => t.Do(new AddCaseFile(number, bad, "photo.jpg"), g.Company.FrontLine));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new AddCaseFile(number, Array.Empty<byte>(), "x"), g.Company.FrontLine));
    }

    [Theory, EachDatabase]
    public async Task Files_are_limited_removed_held_back_by_the_scanner_and_shown_to_no_masked_reader(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        var number = await g.Heard();
        var large = new byte[CaseFile.Largest];
        photo.CopyTo(large, 0);
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new AddCaseFile(number, new byte[CaseFile.Largest + 1], "x.jpg"), g.Company.FrontLine));
        var (first, second) = (await t.Do(new AddCaseFile(number, large, "x.jpg"), g.Company.FrontLine), await t.Do(new AddCaseFile(number, large, "y.jpg"), g.Company.FrontLine));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new AddCaseFile(number, large, "z.jpg"), g.Company.FrontLine));
        await t.Do(new RemoveCaseFile(number, first), g.Company.FrontLine);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new FetchCaseFile(number, first, Stream.Null), g.Company.FrontLine));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new FetchCaseFile(number, second, Stream.Null), g.Company.Analyst));
        using var scanned = new MemoryStream();
        Assert.Equal(new(number, second), await t.Do(new FileToScan(scanned)));
        Assert.Equal(large, scanned.ToArray());
        await t.Do(new NoteScan(number, second, IsClean: false));
        Assert.Null(await t.Do(new FileToScan(Stream.Null)));
        await g.Refused("The scanner holds this file back.", () => t.Do(new FetchCaseFile(number, second, Stream.Null), g.Company.FrontLine));
    }

    [Theory, EachDatabase]
    public async Task What_the_press_takes_up_gives_out_the_tasks_of_the_crisis_path(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        var number = await g.Heard();
        await t.Do(new FlagMedia(number), g.Company.FrontLine);
        var tasks = (await g.Show(number)).Tasks;
        Assert.Equal(CaseRules.AsDelivered.CrisisTasks.Count, tasks.Count);
        Assert.All(tasks, k => Assert.Equal(CaseTaskKind.Crisis, k.Kind));
        Assert.Equal(["Eve Executive", "Stan Manager"], tasks.Select(k => k.OwnerName).Distinct().Order(StringComparer.Ordinal));
        await g.Refused("It is known already that this is in public.", () => t.Do(new FlagMedia(number), g.Company.FrontLine));
    }

    [Theory, EachDatabase]
    public async Task One_person_speaks_to_the_press_until_the_case_is_closed_and_another_when_named_or_when_the_first_leaves(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        var number = await g.Heard();
        await Assert.ThrowsAsync<Refused>(() => t.Do(new NameSpokesperson(number, g.Colleague.Person!.Value), g.Company.StoreManager));
        await t.Do(new FlagMedia(number), g.Company.FrontLine);
        Assert.Equal("Eve Executive", (await g.Show(number)).SpokespersonName);
        Assert.Contains($"MediaCase In the press: case No. {number}", await g.Open(g.Company.Executive));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new NameSpokesperson(number, g.Colleague.Person!.Value), g.Company.FrontLine));
        var outsider = await g.Company.Person("Paul Press", Role.FrontLine, g.Company.Store(2));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowCase(number), outsider));
        await t.Do(new NameSpokesperson(number, outsider.Person!.Value), g.Company.StoreManager);
        Assert.Equal("我等了两个小时，没有人理我", (await t.Do(new ShowCase(number), outsider)).Case.Words);
        Assert.Equal([$"MediaCase In the press: case No. {number}"], await g.Open(outsider));
        Assert.DoesNotContain($"MediaCase In the press: case No. {number}", await g.Open(g.Company.Executive));
        await t.Do(new PersonLeaves(outsider.Person!.Value), g.Company.Administrator);
        Assert.Equal("Eve Executive", (await g.Show(number)).SpokespersonName);
        await t.Do(new EditCase(number) { AboutId = g.Company.Executive.Person }, g.Company.StoreManager);
        Assert.NotEqual("Eve Executive", (await g.Show(number)).SpokespersonName);
        foreach (var task in (await g.Show(number)).Tasks) await t.Do(new AnswerCaseTask(number, task.Id, "Done"));
        await g.Told(number);
        await g.Close(number);
        Assert.Equal(["done"], await g.Look("select case when done_at is null then 'open' else 'done' end from work_items where kind = 'MediaCase'"));
        await t.Do(new ReopenCase(number, "It goes on"), g.Company.StoreManager);
        Assert.Equal(["open"], await g.Look("select case when done_at is null then 'open' else 'done' end from work_items where kind = 'MediaCase'"));
    }

    [Theory, EachDatabase]
    public async Task What_is_in_the_press_climbs_its_own_ladder_from_the_moment_on_that_it_is_known(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        await t.Do(new SetLadder(WorkKind.MediaCase, [new(0, LadderStep.Inform), new(30, LadderStep.Inform)]), g.Company.Executive);
        var number = await g.Heard();
        await t.Do(new FlagMedia(number, g.Company.FrontLine.Person), g.Company.FrontLine);
        async Task<IReadOnlyList<string>> Told() => await g.Look("select p.name from escalations e join work_items w on w.id = e.item_id join people p on p.id = e.person_id where w.kind = 'MediaCase' order by e.level");
        await t.Do(new EscalateDue());
        Assert.Equal(["Stan Manager"], await Told());
        t.Clock.Now = t.Clock.Now.AddMinutes(29);
        await t.Do(new EscalateDue());
        Assert.Equal(["Stan Manager"], await Told());
        await t.Do(new EditCase(number) { Severity = Severity.Severe }, g.Company.FrontLine);
        t.Clock.Now = t.Clock.Now.AddMinutes(1);
        await t.Do(new EscalateDue());
        Assert.Equal(2, (await Told()).Count);
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SetLadder(WorkKind.MediaCase, [new(0, LadderStep.TakeOver)]), g.Company.Executive));
    }

    [Theory, EachDatabase]
    public async Task The_tasks_of_the_crisis_path_go_to_whom_the_rules_say_within_the_time_they_say(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        await t.Do(new SetCaseRules(CaseRules.AsDelivered with { CrisisTasks = [new(Text.OneFor(Language.English, "Speak"), 30, CrisisTo.Spokesperson), new(Text.OneFor(Language.English, "Listen"), 60, CrisisTo.Unit), new(Text.OneFor(Language.English, "Decide"), 120, CrisisTo.Top)] }), g.Company.Executive);
        var number = await g.Heard(h => h with { IsMedia = true });
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SetCaseRules(CaseRules.AsDelivered with { CrisisTasks = [new([], 30, CrisisTo.Unit)] }), g.Company.Executive));
        Assert.Equal(["Speak Eve Executive 30", "Listen Stan Manager 60", "Decide Eve Executive 120"], (await g.Show(number)).Tasks.OrderBy(k => k.DueAt).Select(k => $"{k.Words} {k.OwnerName} {(k.DueAt - k.AskedAt).TotalMinutes}"));
    }

    [Theory, EachDatabase]
    public async Task Another_department_reads_what_it_is_asked_for_and_answers(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        var south = await g.Company.Person("Sid South", Role.FrontLine, g.Company.Store(3));
        var number = await g.Heard();
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowCase(number), south));
        var task = await t.Do(new AskDepartment(number, g.Company.Store(3), "Send the part", south.Person, Minutes: 60), g.Company.FrontLine);
        var seen = await t.Do(new ShowCase(number), south);
        Assert.Equal(("我等了两个小时，没有人理我", "Send the part", false, t.Clock.Now.AddHours(1)), (seen.Case.Words, seen.Tasks[0].Words, seen.MayHandle, seen.Tasks[0].DueAt));
        t.Clock.Now = t.Clock.Now.AddHours(2);
        Assert.True((await g.Show(number)).Tasks[0].IsLate(t.Clock.Now));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new AnswerCaseTask(number, task, "x"), g.Company.FrontLine));
        await t.Do(new AnswerCaseTask(number, task, "It is on its way"), south);
        Assert.Empty(await g.Open(south));
        await g.Refused("This task is done already.", () => t.Do(new AnswerCaseTask(number, task, "Twice"), south));
    }

    static byte[] Zip(params string[] names)
    {
        using var to = new MemoryStream();
        using (var zip = new ZipArchive(to, ZipArchiveMode.Create))
            foreach (var name in names) zip.CreateEntry(name);
        return to.ToArray();
    }

    [Theory, EachDatabase]
    public async Task Taking_a_list_of_cases_along_leaves_a_trace_that_names_nobody(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        await g.Heard(h => h with { ContactPhone = "13800138000" });
        foreach (var (typed, rows) in new[] { ("王小明", 1), ("13800138000", 1), ("13900139000", 0) })
        {
            using var file = new MemoryStream();
            Assert.Equal(rows, await t.Do(new ExportCases(await t.Do(new AskForCaseExport(new() { Query = typed, Unit = g.Company.Store(1) }, CaseSort.Newest), g.Company.StoreManager), file), g.Company.StoreManager));
            await Assert.ThrowsAsync<Refused>(() => t.Do(new AskForCaseExport(new() { Query = typed, Grade = "A" }), g.Company.Agency));
        }
        var audit = (await t.Do(new ListAudit(new() { Operation = nameof(AskForCaseExport) }))).Rows;
        Assert.Equal([($"query {g.Company.Store(1)} Newest", Outcome.Done), ("query A Due", Outcome.Refused)], audit.Select(e => (e.Subject, e.Outcome)).Distinct().OrderBy(e => e.Outcome).Select(e => (e.Subject!, e.Outcome)));
        Assert.DoesNotContain((await t.Do(new ListAudit(new()))).Rows, e => new[] { "王小明", "13800138000", "13900139000" }.Any(typed => $"{e.Subject} {e.Words}".Contains(typed, StringComparison.Ordinal)));
    }
}
