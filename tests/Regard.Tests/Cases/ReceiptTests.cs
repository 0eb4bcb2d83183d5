using Regard.Cases;
using Regard.Organisation;
using Regard.Post;
using Regard.Post.Channels;
using Regard.Storage;
using Regard.Tests.Organisation;
using Regard.Work;
namespace Regard.Tests.Cases;

public class ReceiptTests
{
    static readonly Caller customer = Caller.Anyone(Language.SimplifiedChinese);

    [Theory, EachDatabase]
    public async Task A_customer_complains_on_the_page_and_follows_it_by_the_code_alone(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        var said = new HearPublicCase(Guid.NewGuid(), "车修了三次还是有异响", "138 0013 8000", "N1");
        var heard = await t.Do(said, customer);
        Assert.Equal(heard, await t.Do(said, customer));
        var whole = Assert.Single((await t.Do(new ListCases(new()))).Rows);
        Assert.Equal((CaseChannel.Web, "Store 1", "Stan Manager"), (whole.Channel, whole.UnitName, whole.OwnerName));
        Assert.Equal("138 0013 8000", (await g.Show(heard.Number)).Case.ContactPhone);
        await t.Do(new AddNote(heard.Number, CaseNoteKind.Internal, "He is a difficult one"), g.Company.StoreManager);
        await t.Do(new AddNote(heard.Number, CaseNoteKind.Sent, "对不起，我们马上处理", CaseChannel.Message), g.Company.StoreManager);
        await t.Do(new MakeProposal(heard.Number, "免费更换"), g.Company.StoreManager);
        var shown = await t.Do(new ShowCaseByReceipt(heard.Receipt!.ToLowerInvariant().Replace("-", " ")), customer);
        Assert.Equal((CaseState.Open, "Store 1", "Stan Manager", "免费更换"), (shown.State, shown.UnitName, shown.OwnerName, shown.Proposal));
        Assert.Equal([PublicEventKind.Heard, PublicEventKind.Said, PublicEventKind.Proposed], shown.Events.Select(e => e.Kind));
        Assert.DoesNotContain(shown.Events, e => e.Words?.Contains("difficult") == true);
        await t.Do(new AnswerProposalByReceipt(heard.Receipt!, true, "好"), customer);
        Assert.True((await g.Show(heard.Number)).Proposals[0].IsAccepted);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new AnswerProposalByReceipt(heard.Receipt!, false), customer));
    }

    [Theory, EachDatabase]
    public async Task Every_code_that_leads_nowhere_has_the_same_answer(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        await g.Heard();
        foreach (var code in new[] { "", "x", "0000-0000-0000-0000", "AAAA-BBBB-CCCC-DDDD", "AAAA-BBBB-CCCC-DDDDE", "' or 1=1" })
            foreach (var doing in new Func<Task>[] { () => t.Do(new ShowCaseByReceipt(code), customer), () => t.Do(new AnswerByReceipt(code, "x"), customer), () => t.Do(new EscalateByReceipt(code), customer), () => t.Do(new AnswerProposalByReceipt(code, true), customer) })
                Assert.Equal("There is nothing under this code. Please look at your receipt again.", (await Assert.ThrowsAsync<NotFound>(doing)).Words.ToString());
    }

    [Theory, EachDatabase]
    public async Task A_customer_who_asks_for_a_superior_gets_the_next_head_up_the_tree_each_time(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        var heard = await t.Do(new HearCase { UnitId = g.Company.Store(1), Words = "x" }, g.Company.FrontLine);
        await t.Do(new EscalateByReceipt(heard.Receipt!, "Nobody calls me"), customer);
        Assert.Equal(["CallBack The customer of case No. 1 asks for a superior"], await g.Open(g.Company.StoreManager));
        await g.Refused("Stan Manager has been told and will answer you. If that does not happen in time, you can go one step further.", () => t.Do(new EscalateByReceipt(heard.Receipt!), customer));
        t.Clock.Now = t.Clock.Now.AddDays(5);
        await t.Do(new SweepCaseClocks());
        await t.Do(new EscalateByReceipt(heard.Receipt!), customer);
        Assert.Single(await g.Open(g.Company.RegionalManager));
        await t.Do(new AddNote(heard.Number, CaseNoteKind.Call, "I called and said sorry"), g.Company.RegionalManager);
        Assert.Empty(await g.Open(g.Company.RegionalManager));
        var whole = await g.Show(heard.Number);
        Assert.Equal(["Stan Manager", "Reg Manager"], whole.Escalations.Select(e => e.ToName));
        Assert.Equal([ClockOutcome.Missed, ClockOutcome.Met], whole.Clocks.Where(k => k.Kind == ClockKind.Superior).OrderBy(k => k.Round).Select(k => k.Outcome));
        Assert.Equal("Fran Line", whole.OwnerName);
        await t.Do(new EscalateByReceipt(heard.Receipt!), customer);
        t.Clock.Now = t.Clock.Now.AddDays(5);
        await g.Refused("It has reached the highest in the company already: Eve Executive.", () => t.Do(new EscalateByReceipt(heard.Receipt!), customer));
        Assert.Equal(3, (await t.Do(new ShowCaseByReceipt(heard.Receipt!), customer)).Events.Count(e => e.Kind == PublicEventKind.AskedForSuperior));
    }

    [Theory, EachDatabase]
    public async Task What_a_customer_writes_opens_a_closed_case_for_a_while_and_reaches_one_that_was_merged(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        var heard = await t.Do(new HearCase { UnitId = g.Company.Store(1), Words = "x" }, g.Company.FrontLine);
        var goesOn = await g.Heard();
        await t.Do(new MergeCases(heard.Number, goesOn), g.Company.FrontLine);
        await g.Told(goesOn);
        await g.Close(goesOn);
        await t.Do(new AnswerByReceipt(heard.Receipt!, "It rattles again"), customer);
        var whole = await g.Show(goesOn);
        Assert.Equal((CaseState.Open, "It rattles again"), (whole.Case.State, whole.Notes[^1].Words));
        await g.Close(goesOn);
        t.Clock.Now = t.Clock.Now.AddDays(AnswerByReceipt.OpensAgainDays + 1);
        await g.Refused("This matter was closed long ago. Please tell us anew what happened.", () => t.Do(new AnswerByReceipt(heard.Receipt!, "x"), customer));
    }

    [Theory, EachDatabase]
    public async Task A_machine_that_writes_without_end_is_stopped(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        var heard = await t.Do(new HearCase { UnitId = g.Company.Store(1), Words = "x" }, g.Company.FrontLine);
        for (var i = 0; i < 20; i++) await t.Do(new AnswerByReceipt(heard.Receipt!, "x"), customer);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new AnswerByReceipt(heard.Receipt!, "x"), customer));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new HearPublicCase(Guid.NewGuid(), new string('x', 5001)), customer));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new HearPublicCase(default, "x"), customer));
    }

    [Theory, EachDatabase]
    public async Task Whoever_owns_what_came_by_the_public_page_is_told_of_it_once_by_mail(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        await t.Do(new SaveChannel(null, ChannelKind.Smtp, "out", new() { Host = "mail.test", Port = 465, Address = "care@regard.test" }));
        await t.Do(new SetPublicAddress("https://care.example.com"), g.Company.Administrator);
        var (key, anyone) = (Guid.NewGuid(), Caller.Anyone(Language.SimplifiedChinese));
        var heard = await t.Do(new HearPublicCase(key, "我的名字是王小明", UnitCode: "N1"), anyone);
        await t.Do(new HearPublicCase(key, "我的名字是王小明", UnitCode: "N1"), anyone);
        var told = Assert.Single((await t.Do(new ListMessages(new()))).Rows);
        Assert.Equal(("Stan Manager", $"A complaint for you: no. {heard.Number}", (long?)null), (await g.Owner(heard.Number), told.Subject, told.CaseNumber));
        var letter = (await g.Look("select letter from outbox")).Single();
        Assert.Contains($"https://care.example.com/cases/{heard.Number}", letter);
        Assert.DoesNotContain("王小明", System.Text.RegularExpressions.Regex.Unescape(letter));
    }

    static readonly byte[] photo = [0xFF, 0xD8, 0xFF, 0xE0, .. "JFIF"u8];

    [Theory, EachDatabase]
    public async Task A_customer_adds_photos_by_the_code_which_the_scanner_sees_and_only_who_handles_it_gets(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        var heard = await t.Do(new HearCase { UnitId = g.Company.Store(1), Words = "Broken" }, g.Company.FrontLine);
        var code = heard.Receipt!;
        await t.Do(new PauseCase(heard.Number, "How does it look?"), g.Company.FrontLine);
        t.Clock.Now = t.Clock.Now.AddMinutes(1);
        await t.Do(new AddPhotoByReceipt(code, photo, "../../broken.html"), customer);
        var whole = await g.Show(heard.Number);
        var file = Assert.Single(whole.Files);
        Assert.Equal((CaseState.Open, "broken.html.jpg", "image/jpeg", ScanState.Unscanned, null), (whole.Case.State, file.Name, file.Type, file.Scan, file.AddedBy));
        Assert.Equal((CaseNoteKind.Received, "照片：broken.html.jpg", file.NoteId), (whole.Notes[^1].Kind, whole.Notes[^1].Words, whole.Notes[^1].Id));
        Assert.Equal(PublicEventKind.Answered, (await t.Do(new ShowCaseByReceipt(code), customer)).Events[^1].Kind);
        using var scanned = new MemoryStream();
        Assert.Equal(heard.Number, (await t.Do(new FileToScan(scanned)))!.Number);
        Assert.Equal(photo, scanned.ToArray());
        await Assert.ThrowsAsync<Refused>(() => t.Do(new FetchCaseFile(heard.Number, file.Id, Stream.Null), customer));
        foreach (var bad in new[] { "<html><script>"u8.ToArray(), "%PDF-1.7"u8.ToArray(), [], new byte[CaseFile.Largest + 1] }) await Assert.ThrowsAsync<Invalid>(() => t.Do(new AddPhotoByReceipt(code, bad, "x.jpg"), customer));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new AddPhotoByReceipt("ABCD-EFGH-JKLM-NPQR", photo, null), customer));
        for (var i = 0; i < 9; i++) await t.Do(new AddPhotoByReceipt(code, photo, null), customer);
        await g.Refused("You have sent many photos today. Please wait until tomorrow, or call us.", () => t.Do(new AddPhotoByReceipt(code, photo, null), customer));
        await g.Told(heard.Number);
        await g.Close(heard.Number);
        await g.Refused("This matter is closed. Write to us first, then it opens again.", () => t.Do(new AddPhotoByReceipt(code, photo, null), customer));
    }
}
