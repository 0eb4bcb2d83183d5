using System.Globalization;
using System.Net.Sockets;
using System.Text;
namespace Regard.Benchmarks.Http;

/// <summary>One kept-alive HTTP/1.1 connection that costs next to nothing, so that the load leaves the machine to the server.</summary>
sealed class Wire : IDisposable
{
    readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    byte[] buffer = new byte[1 << 16];
    int filled, headers, end;

    public static async Task<Wire> To(Uri address)
    {
        var wire = new Wire();
        await wire.socket.ConnectAsync(address.Host, address.Port);
        return wire;
    }

    /// <summary>Sends a whole request and takes the whole answer. Says its status.</summary>
    public async Task<int> Exchange(ReadOnlyMemory<byte> request)
    {
        await socket.SendAsync(request);
        filled = headers = end = 0;
        while (end == 0 || filled < end)
        {
            if (filled == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
            var got = await socket.ReceiveAsync(buffer.AsMemory(filled));
            if (got == 0) throw new IOException("The server hung up.");
            filled += got;
            if (headers == 0 && buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8) is > 0 and var at) headers = at + 4;
            if (headers > 0) end = End();
        }
        return (buffer[9] - '0') * 100 + (buffer[10] - '0') * 10 + buffer[11] - '0';
    }

    public string Body => Encoding.UTF8.GetString(buffer.AsSpan(headers, filled - headers));

    // Where the answer ends; 0 while that is not known.
    int End()
    {
        var head = buffer.AsSpan(0, headers);
        var length = "Content-Length: "u8;
        if (head.IndexOf(length) is >= 0 and var at)
        {
            var number = head[(at + length.Length)..];
            return headers + int.Parse(number[..number.IndexOf((byte)'\r')], CultureInfo.InvariantCulture);
        }
        if (head.IndexOf("chunked"u8) < 0) return headers;
        return buffer.AsSpan(headers, filled - headers).EndsWith("0\r\n\r\n"u8) ? filled : 0;
    }

    public static byte[] Request(string method, string path, string headers = "", string body = "") => Encoding.UTF8.GetBytes(
        $"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{headers}{(method == "GET" ? "" : $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n")}\r\n{body}");

    public void Dispose() => socket.Dispose();
}
