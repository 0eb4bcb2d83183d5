using System.Globalization;
using System.Text;
using Regard.Post.Channels;
using Regard.Post.Wire;
namespace Regard.Post.Imap;

/// <summary>Reads a mailbox (RFC 3501): sign in, choose a folder, find what is unread, fetch, mark as read. No more.</summary>
sealed class ImapClient : IAsyncDisposable
{
    readonly LineConnection line;
    readonly string host;
    int said;

    ImapClient(LineConnection line, string host) => (this.line, this.host) = (line, host);

    public static async Task<ImapClient> Open(OpenedChannel channel)
    {
        var line = await LineConnection.Open(channel.Channel.Setup);
        try { return await Open(line, channel); }
        catch { await line.DisposeAsync(); throw; }
    }

    public static async Task<ImapClient> Open(LineConnection line, OpenedChannel channel)
    {
        var setup = channel.Channel.Setup;
        var client = new ImapClient(line, setup.Host);
        var greeting = (await ImapResponse.Read(line)).Text;
        if (!greeting.StartsWith("* OK", StringComparison.OrdinalIgnoreCase)) throw new Undeliverable(Words.Of("{0} is no IMAP server, or takes no connections now.", setup.Host));
        if (setup.Security == WireSecurity.StartTls)
        {
            await client.Do("STARTTLS");
            await line.Encrypt();
        }
        var can = await client.Capabilities();
        await client.SignIn(can, setup.User, channel.Known.Password);
        // Some houses open no folder to programs that do not say who they are.
        if ((await client.Capabilities()).Contains("ID")) await client.Do("ID (\"name\" \"Regard\" \"version\" \"1\")");
        await client.Do($"SELECT {Quoted(FolderName.Write(setup.Folder))}");
        return client;
    }

    async Task<HashSet<string>> Capabilities() =>
        [.. (await Do("CAPABILITY")).Where(r => r.Text.StartsWith("* CAPABILITY ", StringComparison.OrdinalIgnoreCase)).SelectMany(r => r.Text.ToUpperInvariant().Split(' ').Skip(2))];

    async Task SignIn(HashSet<string> can, string user, string password)
    {
        try
        {
            if (can.Contains("AUTH=PLAIN")) await Do("AUTHENTICATE PLAIN", Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{user}\0{password}")));
            else await Do($"LOGIN {Quoted(user)} {Quoted(password)}");
        }
        catch (Undeliverable e) when (e.InnerException is ImapRefusal) { throw new Undeliverable(Words.Of("The mail server did not accept user and password.")); }
    }

    /// <summary>Unread messages by their lasting numbers, the eldest first.</summary>
    public async Task<IReadOnlyList<uint>> Unseen() =>
        [.. (await Do("UID SEARCH UNSEEN")).Where(r => r.Text.StartsWith("* SEARCH", StringComparison.OrdinalIgnoreCase))
            .SelectMany(r => r.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(2)).Select(n => uint.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var uid) ? uid : 0).Where(n => n > 0).Distinct().Order()];

    /// <summary>The message, or its first so many bytes; null when it is gone. It stays unread.</summary>
    public async Task<byte[]?> Fetch(uint uid, int most)
    {
        var number = uid.ToString(CultureInfo.InvariantCulture);
        foreach (var r in await Do($"UID FETCH {number} (UID BODY.PEEK[]<0.{most.ToString(CultureInfo.InvariantCulture)}>)"))
            if (r.IsFetchOf(number) && r.Body is { } body) return body;
        return null;
    }

    public Task MarkSeen(uint uid) => Do($"UID STORE {uid.ToString(CultureInfo.InvariantCulture)} +FLAGS.SILENT (\\Seen)");

    /// <summary>Says something and hears what is answered until its end.</summary>
    async Task<IReadOnlyList<ImapResponse>> Do(string command, string? onPlus = null)
    {
        var tag = "r" + (++said).ToString(CultureInfo.InvariantCulture);
        await line.Write($"{tag} {command}\r\n");
        var heard = new List<ImapResponse>();
        while (true)
        {
            var r = await ImapResponse.Read(line);
            if (r.Text.StartsWith('+'))
            {
                if (onPlus is null) throw new Undeliverable(Words.Of("{0} answers otherwise than IMAP servers do.", host));
                await line.Write(onPlus + "\r\n");
                onPlus = null;
                continue;
            }
            if (r.Text.StartsWith("* BYE", StringComparison.OrdinalIgnoreCase)) throw new Undeliverable(Words.Of("{0} ended the connection.", host));
            if (!r.Text.StartsWith(tag + " ", StringComparison.Ordinal))
            {
                if (heard.Count >= ImapResponse.Most) throw new Undeliverable(Words.Of("{0} answers otherwise than IMAP servers do.", host));
                heard.Add(r);
                continue;
            }
            var words = r.Text[(tag.Length + 1)..];
            if (words.StartsWith("OK", StringComparison.OrdinalIgnoreCase)) return heard;
            throw new Undeliverable(Words.Of("The mail server refused it: {0}", words.Length > 300 ? words[..300] : words), inner: new ImapRefusal());
        }
    }

    static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";

    public async ValueTask DisposeAsync()
    {
        try { await line.Write("bye LOGOUT\r\n"); }
        catch (Exception e) when (e is Undeliverable or ObjectDisposedException) { }
        await line.DisposeAsync();
    }
}

sealed class ImapRefusal : Exception;
