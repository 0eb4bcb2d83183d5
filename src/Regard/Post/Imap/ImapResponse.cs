using System.Globalization;
using System.Text;
using Regard.Post.Mime;
using Regard.Post.Wire;
namespace Regard.Post.Imap;

/// <summary>One answer of a mailbox's server: a line, in which each literal stands as {} and apart.</summary>
sealed record ImapResponse(string Text, IReadOnlyList<byte[]> Literals)
{
    public const int Most = 100_000;
    const int MostLiterals = 100, LongestText = 1 << 20;

    public static async Task<ImapResponse> Read(LineConnection line)
    {
        var text = new StringBuilder();
        var literals = new List<byte[]>();
        long held = 0;
        while (true)
        {
            var piece = await line.ReadLine();
            var brace = piece.EndsWith('}') ? piece.LastIndexOf('{') : -1;
            var size = 0;
            if (brace < 0 || !int.TryParse(piece.AsSpan(brace + 1, piece.Length - brace - 2).TrimEnd('+'), NumberStyles.None, CultureInfo.InvariantCulture, out size))
            {
                text.Append(piece);
                return new(text.ToString(), literals);
            }
            if ((held += size) > MimeReader.Largest || literals.Count >= MostLiterals || text.Length > LongestText) throw new Undeliverable(Words.Of("The mail server sends more than can be taken."));
            text.Append(piece, 0, brace).Append("{}");
            literals.Add(await line.ReadBytes(size));
        }
    }

    public bool IsFetchOf(string uid)
    {
        var words = Text.Split([' ', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        return words is ["*", _, var what, ..] && what.Equals("FETCH", StringComparison.OrdinalIgnoreCase) && words.Index().Any(w => w.Item.Equals("UID", StringComparison.OrdinalIgnoreCase) && w.Index + 1 < words.Length && words[w.Index + 1] == uid);
    }

    /// <summary>What stands behind BODY[]: a literal, or a short string in quotes.</summary>
    public byte[]? Body
    {
        get
        {
            var at = Text.IndexOf("BODY[]", StringComparison.OrdinalIgnoreCase);
            if (at < 0) return null;
            var space = Text.IndexOf(' ', at);
            if (space < 0) return null;
            var rest = Text[(space + 1)..];
            if (rest.StartsWith("{}", StringComparison.Ordinal))
            {
                var before = Text.AsSpan(0, space).Count("{}");
                return before < Literals.Count ? Literals[before] : null;
            }
            return rest.StartsWith('"') && rest.IndexOf('"', 1) is > 0 and var end ? Encoding.Latin1.GetBytes(rest[1..end]) : rest.StartsWith("NIL", StringComparison.OrdinalIgnoreCase) ? [] : null;
        }
    }
}
