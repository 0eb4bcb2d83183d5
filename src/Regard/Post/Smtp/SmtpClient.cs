using System.Text;
using Regard.Post.Channels;
using Regard.Post.Wire;
namespace Regard.Post.Smtp;

/// <summary>Hands messages to a mail server (RFC 5321), several on one connection.</summary>
sealed class SmtpClient : IAsyncDisposable
{
    readonly LineConnection line;
    IReadOnlyList<string> offers = [];

    SmtpClient(LineConnection line) => this.line = line;

    public static async Task<SmtpClient> Open(OpenedChannel channel)
    {
        var setup = channel.Channel.Setup;
        var line = await LineConnection.Open(setup);
        var client = new SmtpClient(line);
        try
        {
            Demand(await SmtpReply.Read(line));
            await client.Greet();
            if (setup.Security == WireSecurity.StartTls)
            {
                if (!client.Offers("STARTTLS")) throw new Undeliverable(Words.Of("{0} offers no encryption (STARTTLS).", setup.Host));
                await client.Say("STARTTLS");
                await line.Encrypt();
                await client.Greet();
            }
            if (setup.User.Length > 0) await client.SignIn(setup.User, channel.Known.Password);
            return client;
        }
        catch { await line.DisposeAsync(); throw; }
    }

    async Task Greet() => offers = (await Say("EHLO regard")).Lines;

    bool Offers(string what) => offers.Any(o => o.StartsWith(what, StringComparison.OrdinalIgnoreCase));

    async Task SignIn(string user, string password)
    {
        var ways = offers.FirstOrDefault(o => o.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase))?.ToUpperInvariant() ?? "";
        if (ways.Contains("LOGIN", StringComparison.Ordinal) && !ways.Contains("PLAIN", StringComparison.Ordinal))
        {
            await Say("AUTH LOGIN");
            await Say(Base64(user));
            await Say(Base64(password), secret: true);
        }
        else await Say("AUTH PLAIN " + Base64($"\0{user}\0{password}"), secret: true);
    }

    /// <summary>Returns when the server has taken the message over.</summary>
    public async Task Send(string from, string to, ReadOnlyMemory<byte> message)
    {
        var wide = !to.All(char.IsAscii) || !from.All(char.IsAscii);
        if (wide && !Offers("SMTPUTF8")) throw new Undeliverable(Words.Of("The mail server takes no addresses with such letters: {0}", to), lasting: true) { OfMessage = true };
        try
        {
            await Say($"MAIL FROM:<{from}>{(Offers("SIZE") ? $" SIZE={message.Length}" : "")}{(Offers("8BITMIME") ? " BODY=8BITMIME" : "")}{(wide ? " SMTPUTF8" : "")}");
            await Say($"RCPT TO:<{to}>", ofMessage: true);
            await Say("DATA");
            await line.Write(Dotted(message.Span));
            Demand(await SmtpReply.Read(line), ofMessage: true);
        }
        catch (Undeliverable e) when (e.OfMessage)
        {
            await Say("RSET");
            throw;
        }
    }

    async Task<SmtpReply> Say(string words, bool secret = false, bool ofMessage = false)
    {
        await line.Write(words + "\r\n");
        var reply = await SmtpReply.Read(line);
        if (secret && !reply.IsGood) throw new Undeliverable(Words.Of("The mail server did not accept user and password."));
        Demand(reply, ofMessage);
        return reply;
    }

    static void Demand(SmtpReply reply, bool ofMessage = false)
    {
        if (reply.IsGood) return;
        var said = $"{reply.Code} {reply.Words}";
        var tooLarge = reply.Code == 552;
        throw new Undeliverable(Words.Of("The mail server refused it: {0}", said.Length > 300 ? said[..300] : said), lasting: tooLarge || (ofMessage && reply.Code >= 500)) { OfMessage = ofMessage || tooLarge };
    }

    static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>Lines end in CR LF, a line that begins with a dot gets another one, and a single dot ends all.</summary>
    internal static byte[] Dotted(ReadOnlySpan<byte> message)
    {
        using var sent = new MemoryStream(message.Length + message.Length / 50 + 16);
        byte last = (byte)'\n';
        foreach (var b in message)
        {
            if (b == '\n' && last != '\r') sent.WriteByte((byte)'\r');
            if (last == '\r' && b != '\n') { sent.WriteByte((byte)'\n'); last = (byte)'\n'; }
            if (b == '.' && last == '\n') sent.WriteByte((byte)'.');
            sent.WriteByte(b);
            last = b;
        }
        if (last == '\r') sent.WriteByte((byte)'\n');
        else if (last != '\n' || message.Length == 0) sent.Write("\r\n"u8);
        sent.Write(".\r\n"u8);
        return sent.ToArray();
    }

    public async ValueTask DisposeAsync()
    {
        try { await line.Write("QUIT\r\n"); }
        catch (Exception e) when (e is Undeliverable or ObjectDisposedException) { }
        await line.DisposeAsync();
    }
}
