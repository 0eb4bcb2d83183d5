using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Regard.Post.Channels;
namespace Regard.Post.Wire;

/// <summary>A connection on which both sides speak in lines, as mail servers do. Lines and waiting times have limits.</summary>
sealed class LineConnection : IAsyncDisposable
{
    public const int LongestLine = 64 * 1024;
    const int Piece = 256 * 1024;
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly ChannelSetup setup;
    readonly byte[] buffer = new byte[16 * 1024];
    Stream stream;
    int from, until;

    LineConnection(ChannelSetup setup, Stream stream) => (this.setup, this.stream) = (setup, stream);

    public bool IsEncrypted => stream is SslStream;

    /// <summary>Over a stream that is open already.</summary>
    public static LineConnection Over(ChannelSetup setup, Stream stream) => new(setup, stream);

    public static async Task<LineConnection> Open(ChannelSetup setup)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var line = new LineConnection(setup, await AddressGuard.Connect(setup.Host, setup.Port, setup.AllowsPrivate, patience.Token));
            if (setup.Security == WireSecurity.Tls) await line.Encrypt();
            return line;
        }
        catch (OperationCanceledException e) { throw TooSlow(e); }
    }

    /// <summary>From here on, encrypted; what was received before that is dropped, so that nobody slips words in.</summary>
    public Task Encrypt() => Within(async stop =>
    {
        from = until = 0;
        string? seen = null;
        var secure = new SslStream(stream, leaveInnerStreamOpen: false, (_, certificate, _, errors) =>
        {
            seen = certificate is null ? null : Convert.ToHexString(certificate.GetCertHash(System.Security.Cryptography.HashAlgorithmName.SHA256));
            return setup.Certificate is { Length: > 0 } pinned ? string.Equals(seen, pinned, StringComparison.OrdinalIgnoreCase) : errors == SslPolicyErrors.None;
        });
        stream = secure;
        try { await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = setup.Host, CertificateRevocationCheckMode = X509RevocationMode.NoCheck }, stop); }
        catch (AuthenticationException e) when (seen is not null) { throw new Undeliverable(Words.Of("The certificate of {0} is not trusted. Its SHA-256 fingerprint is {1}.", setup.Host, seen), inner: e); }
        catch (AuthenticationException e) { throw new Undeliverable(Words.Of("{0} does not speak TLS as expected.", setup.Host), inner: e); }
    });

    /// <summary>One line without its end; bytes beyond ASCII come one to a character.</summary>
    public async Task<string> ReadLine()
    {
        var line = new List<byte>(128);
        await Within(async stop =>
        {
            while (true)
            {
                if (from == until) await Fill(stop);
                var end = Array.IndexOf(buffer, (byte)'\n', from, until - from);
                var take = (end < 0 ? until : end) - from;
                if (line.Count + take > LongestLine) throw new Undeliverable(Words.Of("{0} sends lines that are too long.", setup.Host));
                line.AddRange(buffer.AsSpan(from, take));
                from += take;
                if (end < 0) continue;
                from++;
                break;
            }
        });
        if (line is [.., (byte)'\r']) line.RemoveAt(line.Count - 1);
        return Encoding.Latin1.GetString(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(line));
    }

    public async Task<byte[]> ReadBytes(int count)
    {
        var bytes = new byte[count];
        var done = 0;
        while (done < count)
            await Within(async stop =>
            {
                if (from == until) await Fill(stop);
                var take = Math.Min(count - done, until - from);
                buffer.AsSpan(from, take).CopyTo(bytes.AsSpan(done));
                (from, done) = (from + take, done + take);
            });
        return bytes;
    }

    public Task Write(string text) => Write(Encoding.UTF8.GetBytes(text));

    /// <summary>In pieces, so that the time allowed is for a piece and not for all of a large message.</summary>
    public async Task Write(ReadOnlyMemory<byte> bytes)
    {
        for (var at = 0; at < bytes.Length; at += Piece)
            await Within(async stop => await stream.WriteAsync(bytes[at..Math.Min(at + Piece, bytes.Length)], stop));
        await Within(stream.FlushAsync);
    }

    async Task Fill(CancellationToken stop)
    {
        (from, until) = (0, await stream.ReadAsync(buffer, stop));
        if (until == 0) throw new Undeliverable(Words.Of("{0} ended the connection.", setup.Host));
    }

    async Task Within(Func<CancellationToken, Task> what)
    {
        using var patience = new CancellationTokenSource(Patience);
        try { await what(patience.Token); }
        catch (OperationCanceledException e) { throw TooSlow(e); }
        catch (IOException e) { throw new Undeliverable(Words.Of("The connection to {0} broke off.", setup.Host), inner: e); }
    }

    static Undeliverable TooSlow(Exception e) => new(Words.Of("The server did not answer in time."), inner: e);

    public ValueTask DisposeAsync() => stream.DisposeAsync();
}
