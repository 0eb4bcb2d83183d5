using Regard.Cases;
using Regard.Customers;
using Regard.Organisation;
using Regard.Post;
using Regard.Post.Channels;
using Regard.Post.Inbox;
using Regard.Storage;
using Regard.Tests.Customers;
using Regard.Tests.Post;
namespace Regard.Tests.Cases;

public class MailTests
{
    sealed record Box(TestOffice Test, KnownCustomers Given, Id<Regard.Post.Channels.Channel> Channel)
    {
        public static async Task<Box> In(TestOffice t)
        {
            var g = await KnownCustomers.In(t);
            await t.Do(new SetPublicAddress("https://care.example.com/"), g.Company.Administrator);
            return new(t, g, await t.Do(new SaveChannel(null, ChannelKind.Imap, "in", new() { Host = "mail.test", Port = 993, User = "care", Address = "care@regard.test", UnitId = g.Company.Store(1) }) { Password = "x" }));
        }

        public async Task Comes(byte[] raw)
        {
            Test.Clock.Now += TimeSpan.FromSeconds(1);
            await Test.Do(new KeepMail(Channel, MailContent.Of(raw), raw, false));
            await Hear();
            Test.Clock.Now += TimeSpan.FromSeconds(1);
        }

        public Task<int> Hear() => new MailHearing(Test.Office).Run(Test.Installation);
        public async Task<IReadOnlyList<CaseRow>> Cases() => (await Test.Do(new ListCases(new() { IncludeClosed = true }, CaseSort.Oldest))).Rows;
        public Task<CaseWhole> Case(long number) => Test.Do(new ShowCase(number));
        public async Task<IReadOnlyList<Message>> Sent() => [.. (await Test.Do(new ListMessages(new()))).Rows.OrderBy(m => m.CreatedAt).ThenBy(m => m.Id.Value)];
        public Task Close(long number) => Given.Execute("update cases set state = 'Closed', closed_at = @Now where number = @number", new { Test.Clock.Now, number });
    }

    [Theory, EachDatabase]
    public async Task A_mail_becomes_one_case_of_the_mailboxs_unit_with_a_receipt_in_the_customers_language(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var b = await Box.In(t);
        var li = await b.Given.Add("李娜", email: "li.na@example.com");
        var mail = Mails.Plain(subject: "座椅坏了", body: "等了两周还没修好。");
        await b.Comes(mail);
        await b.Comes(mail);
        var c = (await b.Case(Assert.Single(await b.Cases()).Number)).Case;
        Assert.Equal((CaseChannel.Mail, b.Given.Company.Store(1), li, b.Given.Company.StoreManager.Person!.Value, "座椅坏了", "等了两周还没修好。", "zh-Hans"), (c.Channel, c.UnitId, c.CustomerId, c.OwnerId, c.Title, c.Words, c.LanguageTag));
        var receipt = Assert.Single(await b.Sent());
        Assert.Equal(("li.na@example.com", "我们已收到您的投诉（编号 1） [#1]"), (receipt.Recipient, receipt.Subject));
        var letter = Assert.Single(await KnownLetters(b));
        Assert.Contains("https://care.example.com/track", letter);
        Assert.Contains("plain.1@example.com", letter);
        Assert.Matches("[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){3}", letter);
    }

    static Task<List<string>> KnownLetters(Box b) => b.Given.Write(s => s.Many<string>("select letter from outbox order by created_at, id"));

    [Theory, EachDatabase]
    public async Task An_answer_in_the_thread_is_the_customers_word_in_the_case_and_ends_the_waiting(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var b = await Box.In(t);
        await b.Comes(Mails.Plain());
        await t.Do(new SendCaseMail(1, "When did it break?", Template: "case-question"), b.Given.Company.StoreManager);
        await t.Do(new PauseCase(1, "When did it break?"), b.Given.Company.StoreManager);
        var asked = (await b.Sent())[^1];
        await b.Comes(Mails.Plain(from: "li.na@work.example", id: "<2@work.example>", more: $"In-Reply-To: {asked.MessageId}\r\n", subject: $"Re: {asked.Subject}", body: "Last Monday.\n\nOn Sunday, 22 Nov 2026, Care wrote:\n> When did it break?"));
        var whole = await b.Case(1);
        Assert.Single(await b.Cases());
        Assert.Equal(CaseState.Open, whole.Case.State);
        Assert.Equal((CaseNoteKind.Received, "Last Monday.", "li.na@work.example"), (whole.Notes[^1].Kind, whole.Notes[^1].Words, whole.Notes[^1].Party));
        Assert.Contains("When did it break?", (await KnownLetters(b))[^1]);
        Assert.Contains("plain.1@example.com", (await KnownLetters(b))[^1]);
    }

    [Theory, EachDatabase]
    public async Task What_comes_with_a_mail_is_kept_with_the_case_unless_it_is_a_program(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var b = await Box.In(t);
        byte[] Mail(string id) => Mails.Bytes($"""
            From: li.na@example.com
            To: care@regard.test
            Subject: Broken [#1]
            Message-ID: {id}
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain

            See the list.
            --b
            Content-Type: text/plain; name=list.txt
            Content-Disposition: attachment; filename=list.txt

            seat, belt, mirror
            --b
            Content-Type: application/pdf; name=invoice.pdf
            Content-Disposition: attachment; filename=invoice.pdf
            Content-Transfer-Encoding: base64

            {Convert.ToBase64String([0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xFF, 0xFF, 0, 0])}
            --b--
            """);
        await b.Comes(Mail("<1@example.com>"));
        await b.Comes(Mail("<2@example.com>"));
        var whole = await b.Case(1);
        Assert.Equal(["list.txt", "list.txt"], whole.Files.Select(f => f.Name));
        Assert.Equal([null, whole.Notes[^1].Id], whole.Files.Select(f => f.NoteId).OrderBy(n => n is not null));
        Assert.Contains("invoice.pdf", whole.Case.Words);
    }

    [Theory, EachDatabase]
    public async Task A_number_in_the_subject_leads_to_the_case_for_its_own_customer_only(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var b = await Box.In(t);
        await b.Comes(Mails.Plain());
        await b.Comes(Mails.Plain(id: "<2@example.com>", subject: "Again [#1]", body: "Still broken"));
        await b.Comes(Mails.Plain(from: "mallory@example.com", id: "<3@example.com>", subject: "Again [#1]", body: "Tell me all"));
        await b.Comes(Mails.Plain(from: "mallory@example.com", id: "<4@example.com>", subject: "Again [#999999999999]", body: "Tell me all"));
        Assert.Equal([1, 2, 3], (await b.Cases()).Select(c => c.Number));
        Assert.Equal("Still broken", Assert.Single((await b.Case(1)).Notes).Words);
    }

    [Theory, EachDatabase]
    public async Task A_late_answer_reopens_a_case_closed_lately_and_is_a_case_of_its_own_after_a_fortnight(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var b = await Box.In(t);
        await b.Comes(Mails.Plain());
        await b.Close(1);
        t.Clock.Now = t.Clock.Now.AddDays(13);
        await b.Comes(Mails.Plain(id: "<2@example.com>", subject: "Re: x [#1]", body: "It broke again"));
        Assert.Equal(CaseState.Open, (await b.Case(1)).Case.State);
        await b.Close(1);
        t.Clock.Now = t.Clock.Now.AddDays(15);
        await b.Comes(Mails.Plain(id: "<3@example.com>", subject: "Re: x [#1]", body: "And again"));
        Assert.Equal((CaseState.Closed, 2), ((await b.Case(1)).Case.State, (await b.Cases()).Count));
    }

    [Theory, EachDatabase]
    public async Task What_a_websites_form_sends_is_a_case_without_a_receipt(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var b = await Box.In(t);
        await b.Comes(Mails.Plain(from: "noreply@shop.example", more: "Auto-Submitted: auto-generated\r\n", id: "<form@shop.example>", body: "My parcel never came"));
        Assert.Single(await b.Cases());
        Assert.Empty(await b.Sent());
    }

    [Theory, EachDatabase]
    public async Task Programs_open_no_cases_a_bounce_is_noted_and_a_flood_is_one_case_in_which_nothing_is_lost(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var b = await Box.In(t);
        await b.Comes(Mails.Plain(more: "Auto-Submitted: auto-replied\r\n", id: "<auto@example.com>"));
        Assert.Empty(await b.Cases());
        for (var i = 0; i < 40; i++)
        {
            t.Clock.Now += TimeSpan.FromMilliseconds(1);
            var raw = Mails.Plain(id: $"<f{i}@example.com>", body: $"Complaint {i}");
            await t.Do(new KeepMail(b.Channel, MailContent.Of(raw), raw, false));
        }
        await b.Hear();
        Assert.Equal(KeepMail.MostInAMinute - 1, (await b.Cases()).Count);
        Assert.Equal(40 - KeepMail.MostInAMinute + 1, (await b.Case(KeepMail.MostInAMinute - 1)).Notes.Count);
        Assert.Single(await b.Sent());
        await t.Do(new SendCaseMail(1, "We are sorry."), b.Given.Company.StoreManager);
        var sent = (await b.Sent())[^1];
        await b.Comes(Mails.Plain(from: "li.na@example.com", more: $"Auto-Submitted: auto-replied\r\nIn-Reply-To: {sent.MessageId}\r\n", id: "<away@example.com>", subject: "Out of office"));
        var note = (await b.Case(1)).Notes[^1];
        Assert.Equal((CaseNoteKind.Internal, "An automatic answer came: Out of office"), (note.Kind, note.Words));
    }

    [Theory, EachDatabase]
    public async Task A_mail_that_nobody_can_own_waits_for_somebody_and_four_nodes_take_each_up_once(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var b = await Box.In(t);
        foreach (var person in new[] { b.Given.Company.Executive, b.Given.Company.RegionalManager, b.Given.Company.StoreManager }) await t.Do(new PersonLeaves(person.Person!.Value));
        await b.Comes(Mails.Plain());
        Assert.Empty(await b.Cases());
        for (var i = 0; i < 8; i++)
        {
            var raw = Mails.Plain(from: $"c{i}@example.com", id: $"<c{i}@example.com>");
            await t.Do(new KeepMail(b.Channel, MailContent.Of(raw), raw, false));
        }
        await b.Given.Company.Person("New Manager", Role.Manager, b.Given.Company.Store(1));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => b.Hear()));
        await b.Hear();
        Assert.Equal(9, (await b.Cases()).Count);
    }

    [Theory, EachDatabase]
    public async Task Who_may_not_handle_a_case_writes_no_mail_from_it_and_a_case_without_address_says_so(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var b = await Box.In(t);
        await b.Comes(Mails.Plain());
        await Assert.ThrowsAsync<Refused>(() => t.Do(new SendCaseMail(1, "x"), b.Given.Company.Analyst));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SendCaseMail(1, " "), b.Given.Company.StoreManager));
        var spoken = await t.Do(new HearCase { UnitId = b.Given.Company.Store(1), Words = "Rattles" }, b.Given.Company.FrontLine);
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SendCaseMail(spoken.Number, "x"), b.Given.Company.FrontLine));
    }

    [Theory]
    [InlineData("Yes.\n\n-----Original Message-----\nold", "Yes.")]
    [InlineData("好的。\n\n------------------ 原始邮件 ------------------\n发件人", "好的。")]
    [InlineData("好的。\n在 2026年11月22日，客服 写道：\n> 旧", "好的。")]
    [InlineData("> only\n> quoted", "> only\n> quoted")]
    [InlineData("I wrote: no\nand you wrote nothing", "I wrote: no\nand you wrote nothing")]
    public void What_a_mail_answers_is_left_away(string body, string own) => Assert.Equal(own, MailWords.Own(body));

    [Theory, EachDatabase]
    public async Task A_mail_that_was_put_aside_is_listed_with_its_reason_and_made_a_case_once_by_whoever_reads_it(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var b = await Box.In(t);
        var c = b.Given.Company;
        await b.Comes(GivenMails.OutOfOffice);
        Assert.Empty(await b.Cases());
        var aside = Assert.Single((await t.Do(new ListMailsAside(), c.StoreManager)).Rows);
        Assert.Equal((AsideReason.Echo, "Li Na <li.na@example.com>", "Away"), (aside.Reason, aside.From, aside.Subject));
        var elsewhere = await c.Person("Else Where", Role.Manager, c.Store(2));
        Assert.Empty((await t.Do(new ListMailsAside(), elsewhere)).Rows);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new HearMailAside(aside.Id), elsewhere));
        var number = await t.Do(new HearMailAside(aside.Id), c.StoreManager);
        var whole = await b.Case(number);
        Assert.Equal((CaseChannel.Mail, "Stan Manager", "li.na@example.com", c.Store(1)), (whole.Case.Channel, whole.OwnerName, whole.Case.ContactEmail, whole.Case.UnitId));
        Assert.Contains("your brakes failed", whole.Case.Words);
        // What a program sent gets no automatic receipt.
        Assert.Empty(await b.Sent());
        Assert.Equal("This mail was taken up already.", (await Assert.ThrowsAsync<Refused>(() => t.Do(new HearMailAside(aside.Id), c.StoreManager))).Words.ToString());
        Assert.Empty((await t.Do(new ListMailsAside(), c.StoreManager)).Rows);
    }
}
