namespace Regard.Post.Mime;

/// <summary>Base64 and quoted-printable as they come, faults and all: what cannot be meant is passed over.</summary>
static class TransferEncoding
{
    public static byte[] Decode(ReadOnlySpan<byte> body, string? encoding) => encoding?.Trim().ToLowerInvariant() switch
    {
        "base64" => Base64(body),
        "quoted-printable" => QuotedPrintable(body),
        _ => body.ToArray(),
    };

    public static byte[] Base64(ReadOnlySpan<byte> text)
    {
        var bytes = new byte[text.Length / 4 * 3 + 3];
        int n = 0, held = 0, bits = 0;
        foreach (var c in text)
        {
            if (c == '=') { (held, bits) = (0, 0); continue; }
            var v = c switch { >= (byte)'A' and <= (byte)'Z' => c - 'A', >= (byte)'a' and <= (byte)'z' => c - 'a' + 26, >= (byte)'0' and <= (byte)'9' => c - '0' + 52, (byte)'+' or (byte)'-' => 62, (byte)'/' or (byte)'_' => 63, _ => -1 };
            if (v < 0) continue;
            held = (held << 6) | v;
            bits += 6;
            if (bits < 8) continue;
            bits -= 8;
            bytes[n++] = (byte)(held >> bits);
            held &= (1 << bits) - 1;
        }
        return bytes[..n];
    }

    public static byte[] QuotedPrintable(ReadOnlySpan<byte> text, bool keepsTrailing = false)
    {
        var bytes = new byte[text.Length];
        int n = 0, white = -1;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            // White space at the end of a line was added on the way.
            if (c is (byte)'\r' or (byte)'\n') { if (white >= 0 && !keepsTrailing) n = white; white = -1; bytes[n++] = c; continue; }
            if (c is (byte)' ' or (byte)'\t') { if (white < 0) white = n; bytes[n++] = c; continue; }
            white = -1;
            if (c != '=') { bytes[n++] = c; continue; }
            if (i + 2 < text.Length && Hex(text[i + 1]) is >= 0 and var high && Hex(text[i + 2]) is >= 0 and var low) { bytes[n++] = (byte)(high << 4 | low); i += 2; continue; }
            var end = i + 1;
            while (end < text.Length && text[end] is (byte)' ' or (byte)'\t') end++;
            if (end == text.Length) break;
            if (text[end] == '\n') { i = end; continue; }
            if (text[end] == '\r') { i = end + 1 < text.Length && text[end + 1] == '\n' ? end + 1 : end; continue; }
            bytes[n++] = c;
        }
        return bytes[..n];
    }

    static int Hex(byte c) => c switch { >= (byte)'0' and <= (byte)'9' => c - '0', >= (byte)'A' and <= (byte)'F' => c - 'A' + 10, >= (byte)'a' and <= (byte)'f' => c - 'a' + 10, _ => -1 };
}
