using System.Diagnostics;
using System.Text;
using Regard.Post;
using Regard.Post.Inbox;
using Regard.Post.Mime;
namespace Regard.Tests.Post;

public class MimeTests
{
    [Fact]
    public void A_plain_mail_is_read()
    {
        var m = MailContent.Of(Mails.Plain(more: "In-Reply-To: <b@x>\r\nReferences: <a@x> <b@x>\r\n"));
        Assert.Equal(("<plain.1@example.com>", "li.na@example.com", "Li, Na", "Broken seat", "The seat is broken.", "<b@x>"), (m.MessageId, m.FromAddress, m.FromName, m.Subject, m.Body, m.InReplyTo));
        Assert.Equal(["<a@x>", "<b@x>"], m.Thread);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 10, 47, 42, TimeSpan.Zero), m.SentAt);
        Assert.False(m.IsAutomatic);
    }

    [Fact]
    public void A_mail_in_a_Chinese_set_of_characters_is_read_with_its_file()
    {
        var m = MailContent.Of(Mails.Chinese());
        Assert.Equal(("李娜", "li.na@qq.example", "座椅坏了，请处理😠", "座椅坏了。\n镕鎔堃"), (m.FromName, m.FromAddress, m.Subject, m.Body));
        Assert.Equal(["care@regard.test", "desk@regard.test"], m.To);
        var file = Assert.Single(m.Files);
        Assert.Equal(("发票.pdf", 9L), (file.Name, file.Size));
        Assert.Equal("%PDF-1.4\n"u8.ToArray(), MailContent.File(Mails.Chinese(), 0)!.Value.Content);
        Assert.Null(MailContent.File(Mails.Chinese(), 1));
    }

    [Fact]
    public void An_HTML_mail_becomes_the_text_that_stands_in_it()
    {
        var m = MailContent.Of(Mails.Html());
        Assert.Equal("Café — again", m.Subject);
        Assert.Equal("First & last\n\ncafé\ntwo\na b", m.Body.Replace("\n\n", "\n").Replace("last\n", "last\n\n"));
        Assert.DoesNotContain("alert", m.Body);
        Assert.Equal("座椅.png", Assert.Single(m.Files).Name);
    }

    [Theory]
    [InlineData("big5", "座椅壞了")]
    [InlineData("gbk", "座椅坏了")]
    [InlineData("gb18030", "𠮷野家")]
    [InlineData("iso-2022-jp", "椅子")]
    [InlineData("windows-1252", "Größe – 5 €")]
    [InlineData("utf-16", "座椅")]
    [InlineData("koi8-r", "стул")]
    public void Texts_of_many_sets_of_characters_are_read(string charset, string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        byte[] mail = [.. Mails.Bytes($"From: a@b.c\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: base64\n\n"), .. Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.GetEncoding(charset).GetBytes(text)))];
        Assert.Equal(text, MailContent.Of(mail).Body);
    }

    [Fact]
    public void Bytes_of_a_set_that_is_not_said_or_not_known_are_read_as_likely_as_can_be()
    {
        Assert.Equal("Käse", MailContent.Of((byte[])[.. "From: a@b.c\r\n\r\nK"u8, 0xE4, .. "se"u8]).Body);
        Assert.Equal("座椅", MailContent.Of((byte[])[.. "From: a@b.c\r\nContent-Type: text/plain; charset=x-no-such\r\n\r\n"u8, .. "座椅"u8]).Body);
    }

    [Fact]
    public void A_delivery_report_names_whom_it_did_not_reach_and_which_mail_it_was()
    {
        var m = MailContent.Of(Mails.Bounce("<ours@regard.test>"));
        Assert.Equal(new DeliveryReport("nobody@nowhere.example", "<ours@regard.test>"), m.Report);
        Assert.True(m.IsAutomatic);
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied", true)]
    [InlineData("Auto-Submitted: no", false)]
    [InlineData("Precedence: bulk", true)]
    [InlineData("X-Autoreply: yes", true)]
    [InlineData("List-Id: <news.example.com>", true)]
    [InlineData("X-Priority: 1", false)]
    public void Mail_of_programs_is_known_by_what_it_says(string header, bool automatic) => Assert.Equal(automatic, MailContent.Of(Mails.Plain(more: header + "\r\n")).IsAutomatic);

    [Theory]
    [InlineData("自动回复:座椅坏了")]
    [InlineData("自動回覆：座椅")]
    [InlineData("Automatic reply: Seat")]
    public void Mail_of_programs_is_known_by_its_subject(string subject) => Assert.True(MailContent.Of(Mails.Plain(subject: subject)).IsAutomatic);

    [Theory]
    [InlineData("Li Na <li@x.y>", "Li Na", "li@x.y")]
    [InlineData("li@x.y (Li Na)", "Li Na", "li@x.y")]
    [InlineData("\"a \\\"b\\\" <c@d.e>\" <LI@X.y>", "a \"b\" <c@d.e>", "li@x.y")]
    [InlineData("Group: li@x.y, m@x.y;", "", "li@x.y")]
    [InlineData("<@route.x:li@x.y>", "", "li@x.y")]
    [InlineData("=?utf-8?b?5p2O77yM5aic?= <li@x.y>", "李，娜", "li@x.y")]
    public void Addresses_are_read_however_they_are_written(string header, string name, string address) => Assert.Equal(new Mailbox(name, address), Addresses.Read(header)[0]);

    [Theory]
    [InlineData("Mon, 1 Jan 2026 00:00:00 +0800", "2025-12-31T16:00:00Z")]
    [InlineData("1 Jan 26 10:00 EST", "2026-01-01T15:00:00Z")]
    [InlineData("Thu, 01-Jan-2026 10:00:00 GMT", "2026-01-01T10:00:00Z")]
    [InlineData("31 Feb 2026 10:00:00 +0000", null)]
    [InlineData("yesterday", null)]
    public void Dates_are_read_where_they_are_some(string header, string? moment) =>
        Assert.Equal(moment is null ? null : DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture), MailDate.Read(header));

    [Fact]
    public void What_is_written_is_read_again_the_same()
    {
        var random = new Random(11);
        string Any(int most) => new([.. Enumerable.Range(0, random.Next(most)).Select(_ => "ab 投诉é.\"(),<>@=?_;\\😠"[random.Next(19)])]);
        for (var i = 0; i < 300; i++)
        {
            string Whole(string text) => new([.. text.EnumerateRunes().Where(r => r.Value != 0xFFFD).SelectMany(r => r.ToString())]);
            var (subject, text, name, file) = (Whole(Any(200)).Trim(), Whole(Any(3000)).Trim(), Whole(Any(40)).Trim(), Whole(Any(90)).Trim('.', ' '));
            var html = i % 2 == 0 ? null : "<p>x</p>";
            var message = new OutgoingMessage
            {
                Id = new(Guid.NewGuid()), Kind = MessageKind.Mail, Recipient = "to@x.y", Subject = subject, Letter = "", MessageId = "<id@x.y>", CreatedAt = DateTimeOffset.UnixEpoch, DueFrom = DateTimeOffset.UnixEpoch, Attempts = 1,
                Files = i % 3 == 0 ? [new() { Name = file, Type = "application/pdf", Content = [1, 2, 3, (byte)i] }] : [],
            };
            var raw = MimeWriter.Write(message, new() { Text = text, Html = html, InReplyTo = "<q@x.y>", References = ["<p@x.y>", "<q@x.y>"], IsAutomatic = true }, "from@x.y", name);
            Assert.All(Encoding.UTF8.GetString(raw).Split("\r\n"), line => Assert.True(line.Length <= 200 && !line.Contains('\n'), line));
            var m = MailContent.Of(raw);
            Assert.Equal((subject, text, "from@x.y", name, "<id@x.y>", "<q@x.y>", true), (m.Subject, m.Body, m.FromAddress, m.FromName, m.MessageId, m.InReplyTo, m.IsAutomatic));
            Assert.Equal(["<p@x.y>", "<q@x.y>"], m.Thread);
            if (i % 3 == 0) Assert.Equal([1, 2, 3, (byte)i], MailContent.File(raw, 0)!.Value.Content);
        }
    }

    [Fact]
    public void Whatever_comes_something_is_read_and_nothing_else_happens()
    {
        var random = new Random(2026);
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        var seeds = Mails.All().ToList();
        var pieces = new[] { "\r\n", "\r\n\r\n", "--", "=?utf-8?b?", "?=", "boundary=\"\"", "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n", "Content-Type: message/rfc822\r\n\r\n", "\0", "<!--", "<script", "&#x110000;", "&#xD800;", "charset=utf-7", "filename*9999999999*=x", "&#55357;", "=?utf-16be?b?2D0=?=", "=?utf-8?b?7aC9?=", "=\r\n", "(((((", "\"", ";;;;", "Date: 99 Feb 99999 99:99", "=00", "\r" }.Select(Encoding.Latin1.GetBytes).ToList();
        for (var i = 0; i < 6000; i++)
        {
            var mail = seeds[random.Next(seeds.Count)].ToList();
            for (var n = random.Next(1, 12); n > 0; n--)
            {
                var at = random.Next(mail.Count + 1);
                switch (random.Next(5))
                {
                    case 0 when at < mail.Count: mail[at] = (byte)random.Next(256); break;
                    case 1: mail.InsertRange(at, pieces[random.Next(pieces.Count)]); break;
                    case 2: mail.RemoveRange(at, Math.Min(random.Next(200), mail.Count - at)); break;
                    case 3: mail.InsertRange(at, mail.Skip(random.Next(mail.Count + 1)).Take(random.Next(300)).ToList()); break;
                    default: mail.InsertRange(at, Enumerable.Repeat((byte)random.Next(256), random.Next(50))); break;
                }
            }
            var raw = mail.ToArray();
            var m = MailContent.Of(raw);
            Assert.False(string.IsNullOrEmpty(m.MessageId));
            // What both databases keep: no NUL and no half of a character.
            var all = string.Concat([m.MessageId, m.Body, m.Subject, m.FromName, m.FromAddress, m.ReturnPath, m.InReplyTo, .. m.Thread, .. m.To, .. m.Files.Select(f => f.Name + f.Type), m.Report?.Address, m.Report?.MessageId]);
            Assert.DoesNotContain('\0', all);
            Assert.True(strict.GetByteCount(all) >= 0);
            for (var f = 0; f < m.Files.Count; f++) Assert.Equal(m.Files[f].Size, MailContent.File(raw, f)!.Value.Content.Length);
        }
    }

    public static TheoryData<string> Hostile => ["deep multiparts", "deep messages", "many parts", "long header", "many headers", "open quotes", "encoded words", "nested html", "open selects", "addresses", "half tags", "no headers", "empty", "parameters", "boundaries"];

    [Theory, MemberData(nameof(Hostile))]
    public void A_mail_made_to_exhaust_its_reader_takes_less_than_seconds(string kind)
    {
        string Times(int n, string text) => new StringBuilder(text.Length * n).Insert(0, text, n).ToString();
        var text = kind switch
        {
            "deep multiparts" => "From: a@b.c\r\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n")),
            "deep messages" => "From: a@b.c\r\n" + Times(50_000, "Content-Type: message/rfc822\r\n\r\n"),
            "many parts" => "From: a@b.c\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + Times(300_000, "--b\r\n\r\nx\r\n"),
            "long header" => "From: a@b.c\r\nSubject: " + Times(5_000_000, "x"),
            "many headers" => Times(1_000_000, "A: b\r\n"),
            "open quotes" => "From: " + Times(120_000, "\"<"),
            "encoded words" => "From: a@b.c\r\nSubject: " + Times(40_000, "=?a?q?"),
            "nested html" => "From: a@b.c\r\nContent-Type: text/html\r\n\r\n" + Times(500_000, "<div>"),
            "open selects" => "From: a@b.c\r\nContent-Type: text/html\r\n\r\n" + Times(300_000, "<select><title><svg>"),
            "addresses" => "From: " + Times(50_000, "a@b.c,"),
            "half tags" => "From: a@b.c\r\nContent-Type: text/html\r\n\r\n" + Times(400_000, "<a =\"<!-'"),
            "no headers" => Times(100_000, "no header here\r\n"),
            "parameters" => "From: a@b.c\r\nContent-Type: text/plain" + Times(20_000, "; a*0*=x"),
            "boundaries" => "From: a@b.c\r\nContent-Type: multipart/mixed; boundary=-\r\n\r\n" + Times(500_000, "---\r\n"),
            _ => "",
        };
        var watch = Stopwatch.StartNew();
        Assert.NotNull(MailContent.Of(Encoding.UTF8.GetBytes(text)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{kind}: {watch.Elapsed}");
    }
}
