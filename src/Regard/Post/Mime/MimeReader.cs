using System.Text;
namespace Regard.Post.Mime;

/// <summary>Takes a message apart (RFC 5322, 2045, 2046), as forgiving as mail programs are. Beyond the limits it looks no further, and what is there counts as one part.</summary>
static class MimeReader
{
    /// <summary>In bytes.</summary>
    public const int Largest = 64 << 20;
    const int Deepest = 12, MostParts = 500, LongestBoundary = 200;

    public static MimePart Read(ReadOnlyMemory<byte> raw)
    {
        if (raw.Length > Largest) throw new Unreadable("It is too large.");
        var left = MostParts;
        var message = Read(raw, 0, ref left);
        return message.Headers.Count > 0 ? message : throw new Unreadable("It has no headers.");
    }

    static MimePart Read(ReadOnlyMemory<byte> raw, int depth, ref int left)
    {
        left--;
        var headers = MimeHeaders.Read(raw.Span, depth == 0, out var begin);
        var body = raw[begin..];
        var part = new MimePart(headers, body);
        if (depth >= Deepest) return part;
        var parts = new List<MimePart>();
        if (part.Type.Value.StartsWith("multipart/", StringComparison.Ordinal) && part.Type["boundary"] is { Length: > 0 and <= LongestBoundary } boundary)
            foreach (var piece in Split(body, Encoding.UTF8.GetBytes("--" + boundary)))
            {
                if (left <= 0) break;
                parts.Add(Read(piece, depth + 1, ref left));
            }
        else if (part.Type.Value is "message/rfc822" or "message/global" && left > 0)
            parts.Add(Read(TransferEncoding.Decode(body.Span, headers["Content-Transfer-Encoding"]), depth + 1, ref left));
        return parts.Count == 0 ? part : new(headers, body) { Parts = parts };
    }

    /// <summary>What stands between lines of the boundary. The last one may be missing, as in mails that were cut.</summary>
    static List<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> body, byte[] boundary)
    {
        var pieces = new List<ReadOnlyMemory<byte>>();
        var span = body.Span;
        int from = -1, at = 0;
        while (at < span.Length)
        {
            var end = span[at..].IndexOf((byte)'\n');
            var next = end < 0 ? span.Length : at + end + 1;
            var line = span[at..next];
            if (line.StartsWith(boundary) && Rest(line[boundary.Length..]) is { } last)
            {
                if (from >= 0) pieces.Add(body[from..BeforeBreak(span, from, at)]);
                if (last || pieces.Count >= MostParts) return pieces;
                from = next;
            }
            at = next;
        }
        if (from >= 0) pieces.Add(body[from..]);
        return pieces;
    }

    /// <summary>Null when the line only begins like the boundary; else whether it is the last one.</summary>
    static bool? Rest(ReadOnlySpan<byte> rest)
    {
        var last = rest.StartsWith("--"u8);
        foreach (var b in last ? rest[2..] : rest)
            if (b is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')) return last ? true : null;
        return last;
    }

    /// <summary>The line break before a boundary belongs to the boundary.</summary>
    static int BeforeBreak(ReadOnlySpan<byte> span, int from, int at)
    {
        if (at > from && span[at - 1] == '\n') at--;
        if (at > from && span[at - 1] == '\r') at--;
        return at;
    }
}
