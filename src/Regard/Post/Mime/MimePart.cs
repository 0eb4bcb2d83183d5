namespace Regard.Post.Mime;

/// <summary>A message, or a part of one.</summary>
sealed class MimePart(MimeHeaders headers, ReadOnlyMemory<byte> body)
{
    public MimeHeaders Headers => headers;
    public MimeParameters Type { get; } = MimeParameters.Read(headers["Content-Type"] ?? "text/plain");
    public MimeParameters Disposition { get; } = MimeParameters.Read(headers["Content-Disposition"] ?? "");
    public IReadOnlyList<MimePart> Parts { get; init; } = [];

    public bool Is(string type) => Type.Value == type;
    public bool IsText => Type.Value.StartsWith("text/", StringComparison.Ordinal) || !Type.Value.Contains('/');
    public string? FileName => Disposition["filename"] ?? Type["name"];
    public bool IsAttached => Disposition.Value == "attachment" || FileName is not null;

    public byte[] Content => TransferEncoding.Decode(body.Span, headers["Content-Transfer-Encoding"]);
    public string Text => Charsets.Decode(Content, Type["charset"]);

    public IEnumerable<MimePart> All => Parts.SelectMany(p => p.All).Prepend(this);
}
