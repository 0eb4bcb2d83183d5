using System.Net;
using System.Net.Sockets;
using Regard.Post;
using Regard.Post.Channels;
using Regard.Post.Imap;
using Regard.Post.Inbox;
using Regard.Post.Smtp;
using Regard.Storage;
namespace Regard.Tests.Post;

/// <summary>Against postfix and dovecot.</summary>
public class RealMailTests
{
    sealed record Desk(TestOffice Test, string Address)
    {
        public static async Task<Desk> In(TestOffice t, WireSecurity smtp = WireSecurity.StartTls, WireSecurity imap = WireSecurity.Tls)
        {
            var address = MailServer.NewAddress("desk");
            await t.Do(MailServer.Smtp(address, smtp));
            await t.Do(MailServer.Imap(address, imap));
            return new(t, address);
        }

        public Task<int> Fetch() => new MailboxRound(Test.Office).Run(Test.Installation);

        /// <summary>Mail takes its time on the way: asks until so many came.</summary>
        public async Task<IReadOnlyList<MailIn>> Await(int count)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            while (true)
            {
                await Fetch();
                var mails = await Test.Do(new NextMails());
                if (mails.Count >= count) return mails;
                await Task.Delay(50, patience.Token);
            }
        }
    }

    /// <summary>A mail program of somebody outside.</summary>
    static async Task Post(string from, string to, byte[] mail)
    {
        var setup = new ChannelSetup { Host = "localhost", Port = MailServer.Port("Submission"), Security = WireSecurity.StartTls, Certificate = MailServer.Certificate, User = from, Address = from, AllowsPrivate = true };
        await using var smtp = await SmtpClient.Open(new(new() { Id = default, Kind = ChannelKind.Smtp, Name = "", IsOn = true, ChangedAt = default, Setup = setup }, new() { Password = MailServer.Password }));
        await smtp.Send(from, to, mail);
    }

    [Theory, EachDatabaseAndMail]
    public async Task A_complaint_comes_in_gets_its_receipt_and_the_answer_to_that_finds_its_case(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var desk = await Desk.In(t);
        var customer = MailServer.NewAddress("customer");
        await Post(customer, desk.Address, Mails.Plain(from: customer, id: $"<{Guid.NewGuid()}@x>", subject: "Broken seat"));
        var mail = Assert.Single(await desk.Await(1));
        Assert.Equal((customer, "Broken seat", "The seat is broken.", (long?)null), (mail.FromAddress, mail.Subject, mail.Body, mail.CaseNumber));
        Assert.True(await t.Do(new SettleMail(mail.Id, MailState.Heard, 7)));
        Assert.False(await t.Do(new SettleMail(mail.Id, MailState.Heard, 8)));
        Assert.Equal(ReceiptVerdict.May, await t.Do(new PutReceipt(mail.Id, "您的投诉 #7", "我们已经收到，正在处理。", 7)));
        await t.SendPost();

        // The customer reads it and answers.
        await using var other = await TestOffice.On(Engine.Sqlite);
        await other.Do(MailServer.Imap(customer));
        var theirs = new Desk(other, customer);
        var receipt = Assert.Single(await theirs.Await(1));
        Assert.Equal(("您的投诉 #7", "我们已经收到，正在处理。", desk.Address, "客户关怀 Care", mail.MessageId, true), (receipt.Subject, receipt.Body, receipt.FromAddress, receipt.FromName, receipt.InReplyTo, receipt.IsAutomatic));
        await Post(customer, desk.Address, Mails.Plain(from: customer, id: $"<{Guid.NewGuid()}@x>", more: $"In-Reply-To: {receipt.MessageId}\r\n"));
        var answer = Assert.Single(await desk.Await(1));
        Assert.Equal(7, answer.CaseNumber);
        // One receipt in a thread.
        Assert.Equal(ReceiptVerdict.InThread, await t.Do(new PutReceipt(answer.Id, "x", "y", 7)));
    }

    [Theory, EachDatabaseAndMail]
    public async Task Two_mails_of_one_message_id_are_one(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var desk = await Desk.In(t, WireSecurity.Tls, WireSecurity.StartTls);
        var id = $"<{Guid.NewGuid()}@x>";
        await Post("a@regard.test", desk.Address, Mails.Plain(from: "a@regard.test", id: id));
        await Post("a@regard.test", desk.Address, Mails.Plain(from: "a@regard.test", id: id, body: "again"));
        await Post("a@regard.test", desk.Address, Mails.Plain(from: "a@regard.test", id: $"<{Guid.NewGuid()}@x>"));
        Assert.Equal(2, (await desk.Await(2)).Count);
        Assert.Equal(0, await desk.Fetch());
    }

    [Theory, EachDatabaseAndMail]
    public async Task A_node_killed_between_keeping_and_marking_leaves_no_double_and_loses_nothing(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var desk = await Desk.In(t);
        await Post("a@regard.test", desk.Address, Mails.Plain(from: "a@regard.test", id: $"<{Guid.NewGuid()}@x>"));
        var box = (await t.Do(new OpenChannels())).Single(c => c.Channel.Kind == ChannelKind.Imap);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        IReadOnlyList<uint> unseen = [];
        while (unseen.Count == 0)
        {
            await Task.Delay(50, patience.Token);
            await using var imap = await ImapClient.Open(box);
            unseen = await imap.Unseen();
            if (unseen.Count == 0) continue;
            var raw = (await imap.Fetch(unseen[0], 1 << 20))!;
            Assert.NotNull(await t.Do(new KeepMail(box.Channel.Id, MailContent.Of(raw), raw, false)));
            // The node ends here: kept, not marked.
        }
        Assert.Equal(0, await desk.Fetch());
        Assert.Single(await t.Do(new NextMails()));
        await using var after = await ImapClient.Open(box);
        Assert.Empty(await after.Unseen());
    }

    [Theory, EachDatabaseAndMail]
    public async Task Mail_that_comes_back_is_noted_at_the_message_and_gets_no_receipt(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var desk = await Desk.In(t);
        await t.Put(new(MessageKind.Mail, "nobody@nowhere.test", "About your complaint", "text") { CaseNumber = 9 });
        await t.SendPost();
        var report = Assert.Single(await desk.Await(1));
        Assert.Equal(("nobody@nowhere.test", 9L), (report.Bounced, report.CaseNumber));
        Assert.NotNull((await t.Single()).BouncedAt);
        Assert.NotEqual(ReceiptVerdict.May, await t.Do(new PutReceipt(report.Id, "x", "y", 9)));
    }

    [Theory, EachDatabaseAndMail]
    public async Task Whoever_is_out_of_office_gets_no_answer_to_that(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var desk = await Desk.In(t);
        // Written by a person: a program's mail would get no such answer.
        await t.Put(new(MessageKind.Mail, "away@regard.test", "About your complaint", "text") { IsAutomatic = false, CaseNumber = 3 });
        await t.SendPost();
        var away = Assert.Single(await desk.Await(1));
        Assert.Contains("I am away until Monday.", away.Body);
        Assert.Equal((true, 3L), (away.IsAutomatic, away.CaseNumber));
        Assert.Equal(ReceiptVerdict.Automatic, await t.Do(new PutReceipt(away.Id, "x", "y", 4)));
    }

    [Theory, EachDatabaseAndMail]
    public async Task Files_of_20_MB_go_out_and_come_in_whole(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var desk = await Desk.In(t);
        var content = new byte[20 << 20];
        new Random(3).NextBytes(content);
        var customer = MailServer.NewAddress("customer");
        await t.Put(new(MessageKind.Mail, customer, "Your film", "Here.") { Html = "<p>Here.</p>", Files = [new() { Name = "录像.mp4", Type = "video/mp4", Content = content }] });
        await t.SendPost();
        Assert.Null((await t.Single()).Error?.ToString());
        await using var other = await TestOffice.On(on);
        await other.Do(MailServer.Imap(customer));
        var mail = Assert.Single(await new Desk(other, customer).Await(1));
        Assert.Equal(("Here.", "录像.mp4", (long)content.Length), (mail.Body, Assert.Single(mail.Attachments).Name, mail.Attachments[0].Size));
        Assert.Equal(content, (await other.Do(new FetchMailFile(mail.Id, 0))).Content);
        await Assert.ThrowsAsync<NotFound>(() => other.Do(new FetchMailFile(mail.Id, 1)));
    }

    [Theory, EachDatabaseAndMail]
    public async Task Broken_mail_is_kept_and_holds_nothing_up(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var desk = await Desk.In(t);
        var random = new Random(5);
        var sent = Mails.All().ToList();
        foreach (var mail in sent)
        {
            var broken = mail.ToArray();
            for (var n = 0; n < 20; n++) broken[random.Next(broken.Length)] = (byte)random.Next(1, 256);
            // A server takes lines of 998 bytes and no bare line breaks; what is within them it passes on as it is.
            await Post("a@regard.test", desk.Address, broken);
        }
        await Post("a@regard.test", desk.Address, Mails.Plain(id: $"<{Guid.NewGuid()}@x>"));
        Assert.Contains(await desk.Await(sent.Count + 1), m => m.Body == "The seat is broken.");
    }

    [Theory, EachDatabaseAndMail]
    public async Task A_wrong_password_is_told_and_the_mail_waits(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var address = MailServer.NewAddress("desk");
        var smtp = await t.Do(MailServer.Smtp(address) with { Password = "wrong" });
        var imap = await t.Do(MailServer.Imap(address) with { Password = "wrong" });
        await t.Put(new(MessageKind.Mail, "a@regard.test", "x", "y"));
        await t.SendPost();
        await new MailboxRound(t.Office).Run(t.Installation);
        var rows = await t.Do(new ListChannels());
        Assert.All(rows, r => Assert.Equal("The mail server did not accept user and password.", r.Error!.ToString()));
        await t.Do(MailServer.Smtp(address) with { Id = smtp });
        await t.Do(MailServer.Imap(address) with { Id = imap });
        t.Clock.Now += TimeSpan.FromMinutes(1);
        await t.SendPost();
        await new MailboxRound(t.Office).Run(t.Installation);
        Assert.Equal(MessageState.Sent, (await t.Single()).State);
        Assert.All(await t.Do(new ListChannels()), r => Assert.Null(r.Error));
    }

    [Theory, EachDatabaseAndMail]
    public async Task A_certificate_that_nobody_vouches_for_is_refused_unless_it_is_the_one_named(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = MailServer.Imap(MailServer.NewAddress("desk"));
        var id = await t.Do(given with { Setup = given.Setup with { Certificate = null } });
        await new MailboxRound(t.Office).Run(t.Installation);
        var told = (await t.Do(new ListChannels())).Single().Error!.ToString();
        Assert.Contains(MailServer.Certificate, told);
        await t.Do(given with { Id = id, Setup = given.Setup with { Certificate = new string('0', 64) } });
        await new MailboxRound(t.Office).Run(t.Installation);
        Assert.NotNull((await t.Do(new ListChannels())).Single().Error);
        await t.Do(given with { Id = id });
        await new MailboxRound(t.Office).Run(t.Installation);
        Assert.Null((await t.Do(new ListChannels())).Single().Error);
    }

    [Theory, EachDatabaseAndMail]
    public async Task While_the_mail_server_is_down_mail_waits_and_goes_once_when_it_is_back(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var desk = await Desk.In(t);
        // The way to the server, which this test opens and closes.
        await using var way = new Way(MailServer.Port("Submission"));
        var rows = await t.Do(new ListChannels());
        var smtp = MailServer.Smtp(desk.Address);
        await t.Do(smtp with { Id = rows.Single(r => r.Kind == ChannelKind.Smtp).Id, Setup = smtp.Setup with { Port = way.Port } });
        var customer = MailServer.NewAddress("customer");
        for (var i = 0; i < 3; i++) await t.Put(new(MessageKind.Mail, customer, $"No. {i}", "text"));
        await t.SendPost();
        Assert.Equal(3, (await t.Do(new ListMessages(new() { State = MessageState.Waiting }))).Count);
        way.IsOpen = true;
        t.Clock.Now += TimeSpan.FromMinutes(1);
        await t.SendPost();
        await t.SendPost();
        await using var other = await TestOffice.On(Engine.Sqlite);
        await other.Do(MailServer.Imap(customer));
        var theirs = new Desk(other, customer);
        Assert.Equal(["No. 0", "No. 1", "No. 2"], (await theirs.Await(3)).Select(m => m.Subject).Order(StringComparer.Ordinal));
        Assert.Equal(0, await theirs.Fetch());
    }

    /// <summary>Passes bytes on to a port, or hangs up.</summary>
    sealed class Way : IAsyncDisposable
    {
        readonly TcpListener listener = new(IPAddress.Loopback, 0);
        readonly int to;

        public Way(int to)
        {
            this.to = to;
            listener.Start();
            Port = ((IPEndPoint)listener.LocalEndpoint).Port;
            _ = Pass();
        }

        public int Port { get; }
        public bool IsOpen { get; set; }

        async Task Pass()
        {
            try
            {
                while (true)
                {
                    var near = await listener.AcceptTcpClientAsync();
                    if (!IsOpen) { near.Dispose(); continue; }
                    var far = new TcpClient("127.0.0.1", to);
                    _ = near.GetStream().CopyToAsync(far.GetStream());
                    _ = far.GetStream().CopyToAsync(near.GetStream());
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException) { }
        }

        public ValueTask DisposeAsync()
        {
            listener.Dispose();
            return default;
        }
    }
}
