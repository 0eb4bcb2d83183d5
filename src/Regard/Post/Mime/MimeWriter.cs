using System.Globalization;
using System.Text;
namespace Regard.Post.Mime;

/// <summary>Writes a mail: UTF-8, text and HTML as alternatives, files beside them, all of it in lines that any server passes on.</summary>
static class MimeWriter
{
    public static byte[] Write(OutgoingMessage message, Letter letter, string from, string fromName)
    {
        var mail = new StringBuilder();
        Header(mail, "Date", message.CreatedAt.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture));
        Header(mail, "From", fromName.Length > 0 ? $"{EncodedWords.Write(fromName, asName: true)} <{from}>" : from);
        Header(mail, "To", message.Recipient);
        Header(mail, "Subject", EncodedWords.Write(message.Subject));
        Header(mail, "Message-ID", message.MessageId);
        if (letter.InReplyTo is { } answered) Header(mail, "In-Reply-To", answered);
        if (letter.References is { } thread) Header(mail, "References", string.Join("\r\n ", thread.Select(OneLine)));
        if (letter.IsAutomatic)
        {
            Header(mail, "Auto-Submitted", letter.InReplyTo is null ? "auto-generated" : "auto-replied");
            Header(mail, "X-Auto-Response-Suppress", "All");
        }
        foreach (var (name, value) in letter.Headers ?? new Dictionary<string, string>()) Header(mail, name, EncodedWords.Write(OneLine(value)));
        Header(mail, "MIME-Version", "1.0");

        var boundary = "=_" + message.Id.Value.ToString("n");
        if (message.Files.Count > 0)
        {
            Header(mail, "Content-Type", $"multipart/mixed; boundary=\"{boundary}\"");
            mail.Append("\r\n--").Append(boundary).Append("\r\n");
        }
        Body(mail, letter, boundary + "a");
        foreach (var file in message.Files)
        {
            mail.Append("\r\n--").Append(boundary).Append("\r\n");
            Header(mail, "Content-Type", MimeType(file.Type));
            Header(mail, "Content-Disposition", $"attachment; {MimeParameters.Write("filename", file.Name)}");
            Content(mail, file.Content);
        }
        if (message.Files.Count > 0) mail.Append("\r\n--").Append(boundary).Append("--\r\n");
        return Encoding.UTF8.GetBytes(mail.ToString());
    }

    static void Body(StringBuilder mail, Letter letter, string boundary)
    {
        if (letter.Html is null) { Text(mail, "plain", letter.Text); return; }
        Header(mail, "Content-Type", $"multipart/alternative; boundary=\"{boundary}\"");
        foreach (var (type, text) in new[] { ("plain", letter.Text), ("html", letter.Html) })
        {
            mail.Append("\r\n--").Append(boundary).Append("\r\n");
            Text(mail, type, text);
        }
        mail.Append("\r\n--").Append(boundary).Append("--\r\n");
    }

    static void Text(StringBuilder mail, string type, string text)
    {
        Header(mail, "Content-Type", $"text/{type}; charset=utf-8");
        Content(mail, Encoding.UTF8.GetBytes(text));
    }

    static void Content(StringBuilder mail, byte[] content)
    {
        Header(mail, "Content-Transfer-Encoding", "base64");
        mail.Append("\r\n").Append(Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks)).Append("\r\n");
    }

    static void Header(StringBuilder mail, string name, string value) => mail.Append(name).Append(": ").Append(value).Append("\r\n");

    static string OneLine(string value) => value.ReplaceLineEndings(" ");

    static string MimeType(string type) => type.Count(c => c == '/') == 1 && type.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '.' or '+') ? type : "application/octet-stream";
}
