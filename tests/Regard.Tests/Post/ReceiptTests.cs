using Regard.Post;
using Regard.Post.Channels;
using Regard.Post.Inbox;
using Regard.Storage;
namespace Regard.Tests.Post;

public class ReceiptTests
{
    static async Task<MailIn> Hear(TestOffice t, Id<Channel> box, string from = "li.na@example.com", string more = "", string? id = null)
    {
        var raw = Mails.Plain(from, id ?? $"<{Guid.NewGuid()}@example.com>", more);
        var kept = await t.Do(new KeepMail(box, MailContent.Of(raw), raw, false));
        return await t.Do(new FetchMail(kept!.Value));
    }

    static Task<Id<Channel>> Box(TestOffice t) => t.Do(new SaveChannel(null, ChannelKind.Imap, "in", new() { Host = "mail.test", Port = 993, User = "care", Address = "Care@regard.test" }) { Password = "x" });

    [Theory, EachDatabase]
    public async Task A_sender_gets_one_receipt_an_hour(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var box = await Box(t);
        Assert.Equal(ReceiptVerdict.May, await t.Do(new PutReceipt((await Hear(t, box)).Id, "a", "b", 1)));
        t.Clock.Now += TimeSpan.FromMinutes(59);
        Assert.Equal(ReceiptVerdict.Lately, await t.Do(new PutReceipt((await Hear(t, box)).Id, "a", "b", 2)));
        t.Clock.Now += TimeSpan.FromMinutes(2);
        Assert.Equal(ReceiptVerdict.May, await t.Do(new PutReceipt((await Hear(t, box)).Id, "a", "b", 3)));
        Assert.Equal(2, (await t.Do(new ListMessages(new()))).Count);
    }

    [Theory, EachDatabase]
    public async Task Two_programs_that_answer_each_other_stop_at_once(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var box = await Box(t);
        // A program that answers everything and says of nothing that it is a program.
        for (var i = 0; i < 50; i++, t.Clock.Now += TimeSpan.FromSeconds(1)) await t.Do(new PutReceipt((await Hear(t, box)).Id, "a", "b", i));
        Assert.Equal(1, (await t.Do(new ListMessages(new()))).Count);
    }

    [Theory, EachDatabase]
    public async Task Our_own_mail_is_put_aside(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var mail = await Hear(t, await Box(t), from: "CARE@regard.test");
        Assert.Equal((true, MailState.PutAside), (mail.IsOwn, mail.State));
        Assert.Equal(ReceiptVerdict.Own, await t.Do(new PutReceipt(mail.Id, "a", "b", 1)));
        Assert.Empty(await t.Do(new NextMails()));
    }

    [Theory, EachDatabase]
    public async Task A_flood_from_one_address_is_kept_and_marked_and_gets_no_receipts(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var box = await Box(t);
        for (var i = 0; i < 1000; i++) await Hear(t, box);
        await Hear(t, box, from: "other@example.com");
        var mails = await t.Do(new NextMails(5000));
        Assert.Equal((1001, 1000 - KeepMail.MostInAMinute), (mails.Count, mails.Count(m => m.IsFlood)));
        Assert.False(mails.Single(m => m.FromAddress == "other@example.com").IsFlood);
        Assert.Equal(ReceiptVerdict.Flood, await t.Do(new PutReceipt(mails.Last(m => m.IsFlood).Id, "a", "b", 1)));
    }

    [Theory, EachDatabase]
    public async Task Whoever_names_a_case_without_having_had_our_mail_is_not_led_to_it(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var box = await Box(t);
        var first = await Hear(t, box, id: "<first@example.com>");
        await t.Do(new SettleMail(first.Id, MailState.Heard, 12));
        Assert.Equal(12, (await Hear(t, box, more: "References: <first@example.com>\r\n")).CaseNumber);
        // Anybody may guess a stranger's Message-ID; ours carry 74 random bits.
        Assert.Null((await Hear(t, box, from: "mallory@example.com", more: "References: <first@example.com>\r\n")).CaseNumber);
        Assert.Null((await Hear(t, box, from: "mallory@example.com", more: "References: <00000000000000000000000000000000@regard.test>\r\n")).CaseNumber);
        var put = await t.Put(new(MessageKind.Mail, "li.na@example.com", "x", "y") { CaseNumber = 12 });
        Assert.Equal(12, (await Hear(t, box, from: "li.na@work.example", more: $"In-Reply-To: {put.MessageId}\r\n")).CaseNumber);
    }

    [Theory, EachDatabase]
    public async Task What_cannot_be_taken_apart_is_kept_as_it_came(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var box = await Box(t);
        byte[] raw = [.. "no headers, 座椅坏了"u8, 0, 0xFF];
        var kept = await t.Do(new KeepMail(box, MailContent.Of(raw), raw, false));
        Assert.Null(await t.Do(new KeepMail(box, MailContent.Of(raw), raw, false)));
        var mail = await t.Do(new FetchMail(kept!.Value));
        // Whoever wrote it may have been a person: it is for somebody to look at.
        Assert.Equal((true, false), (mail.IsUnreadable, mail.IsAutomatic));
        Assert.Contains("no headers", mail.Body);
        Assert.Equal(ReceiptVerdict.NoSender, await t.Do(new PutReceipt(mail.Id, "a", "b", 1)));
    }
}
