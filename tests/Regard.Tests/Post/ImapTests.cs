using System.Text;
using Regard.Post;
using Regard.Post.Channels;
using Regard.Post.Imap;
using Regard.Post.Wire;
namespace Regard.Tests.Post;

public class ImapTests
{
    static readonly OpenedChannel box = new(new()
    {
        Id = new(Guid.NewGuid()), Kind = ChannelKind.Imap, Name = "box", IsOn = true, ChangedAt = default, Setup = new() { Host = "mail.test", User = "li \"na\"", Folder = "客服&Co", Security = WireSecurity.Tls },
    }, new() { Password = "pass\\word" });

    const string Session = """
        * OK ready
        * CAPABILITY IMAP4rev1 AUTH=PLAIN
        r1 OK done
        + 
        r2 OK signed in
        * CAPABILITY IMAP4rev1 ID
        r3 OK done
        * ID NIL
        r4 OK done
        * 2 EXISTS
        * OK [UIDVALIDITY 7] fine
        r5 OK [READ-WRITE] chosen
        * SEARCH 4 9
        r6 OK found
        * 1 FETCH (FLAGS (\Recent))
        * 2 FETCH (UID 4 FLAGS () BODY[]<0> {11}
        From: a)\r\n)
        r7 OK fetched
        r8 OK stored

        """;

    sealed class Line(byte[] said) : Stream
    {
        readonly MemoryStream heard = new(said);
        public MemoryStream Sent { get; } = new();
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override int Read(byte[] buffer, int offset, int count) => heard.Read(buffer, offset, count);
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => heard.ReadAsync(buffer, cancellationToken);
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => Sent.Write(buffer, offset, count);
    }

    static async Task<byte[]?> Run(Line line)
    {
        await using var imap = await ImapClient.Open(LineConnection.Over(box.Channel.Setup, line), box);
        byte[]? last = null;
        foreach (var uid in (await imap.Unseen()).Take(5))
        {
            last = await imap.Fetch(uid, 1000) ?? last;
            await imap.MarkSeen(uid);
        }
        return last;
    }

    static byte[] Said(string text) => Encoding.Latin1.GetBytes(text.ReplaceLineEndings("\n").Replace("\\r\\n", "\r\n").Replace("\r\n", "\n").Replace("\n", "\r\n"));

    [Fact]
    public async Task A_mailbox_is_signed_in_to_searched_fetched_and_marked()
    {
        var line = new Line(Said(Session.Replace("* SEARCH 4 9", "* SEARCH 4")));
        Assert.Equal("From: a)\r\n)"u8.ToArray(), (await Run(line))![..11]);
        var sent = Encoding.UTF8.GetString(line.Sent.ToArray());
        Assert.Contains(Convert.ToBase64String("\0li \"na\"\0pass\\word"u8), sent);
        Assert.Contains("SELECT \"&W6JnDQ-&-Co\"", sent);
        Assert.Contains("UID STORE 4 +FLAGS.SILENT (\\Seen)", sent);
    }

    [Fact]
    public async Task Whatever_a_server_says_ends_in_a_result_or_in_words()
    {
        var random = new Random(77);
        var pieces = new[] { "\r\n", "{999999999}\r\n", "{5}\r\n", "{-1}\r\n", "* BYE\r\n", "r6 NO\r\n", "+\r\n", "* SEARCH 99999999999 1\r\n", "{}", "BODY[]", "(", ")", "\"", "NIL", new string('x', 70_000) };
        int good = 0, bad = 0;
        for (var i = 0; i < 4000; i++)
        {
            var said = Said(Session).ToList();
            for (var n = random.Next(0, 6); n > 0; n--)
            {
                var at = random.Next(said.Count + 1);
                switch (random.Next(4))
                {
                    case 0 when at < said.Count: said[at] = (byte)random.Next(256); break;
                    case 1: said.InsertRange(at, Encoding.Latin1.GetBytes(pieces[random.Next(pieces.Length)])); break;
                    case 2: said.RemoveRange(at, Math.Min(random.Next(60), said.Count - at)); break;
                    default: said.InsertRange(at, said.Skip(random.Next(said.Count + 1)).Take(random.Next(100)).ToList()); break;
                }
            }
            try { await Run(new Line([.. said])); good++; }
            catch (Undeliverable) { bad++; }
        }
        Assert.True(good + bad == 4000 && bad > 100);
    }

    [Theory]
    [InlineData("INBOX", "INBOX")]
    [InlineData("Q&A", "Q&-A")]
    [InlineData("投诉/处理", "&YpWLyQ-/&WQR0Bg-")]
    public void Names_of_folders_are_written_as_servers_keep_them(string name, string written) => Assert.Equal(written, FolderName.Write(name));
}
