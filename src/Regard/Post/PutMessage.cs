using System.Text.RegularExpressions;
using Regard.Organisation;
using Regard.Post.Channels;
namespace Regard.Post;

/// <summary>Lays a message out to be sent once this transaction is committed. For other areas, within their own changes.</summary>
/// <remarks>To is a mail address, a telephone number, or the name of a robot or webhook.</remarks>
sealed partial record PutMessage(MessageKind Kind, string To, string Title, string Text) : Change<MessagePut>
{
    public const int LongestSubject = 500;

    public string? Html { get; init; }
    public string? InReplyTo { get; init; }
    public IReadOnlyList<string> References { get; init; } = [];
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
    public IReadOnlyList<MessageFile> Files { get; init; } = [];
    public bool IsAutomatic { get; init; } = true;
    /// <summary>An automatic receipt, of which nobody gets many.</summary>
    public bool IsReceipt { get; init; }
    public long? CaseNumber { get; init; }
    /// <summary>Asked for twice under the same key, it is put once.</summary>
    public string? Key { get; init; }
    public DateTimeOffset? DueAt { get; init; }

    [GeneratedRegex(@"^\+?[0-9]{3,20}$")]
    private static partial Regex Telephone();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9-]{0,60}$")]
    private static partial Regex HeaderName();

    internal override Permission Needs => Permission.RunInstallation;

    internal override async Task<MessagePut> Run(Session s)
    {
        var channel = Kind is MessageKind.Robot or MessageKind.Webhook ? await ChannelStore.Named(s, To, Kind) : null;
        var to = Kind switch { MessageKind.Mail => Email.Plain(To), MessageKind.Sms => To.Replace(" ", "").Replace("-", ""), _ => To };
        if (Kind == MessageKind.Mail && (Email.Problems(to).Any() || to.AsSpan().IndexOfAny('<', '>') >= 0)) throw new Invalid("To", "Give an e-mail address such as li.na@example.com.");
        if (Kind == MessageKind.Sms && !Telephone().IsMatch(to)) throw new Invalid("To", "Give a telephone number in digits, such as +8613800000000.");
        var id = Id<Message>.New(s.Now);
        var messageId = $"<{id.Value:n}@{await ChannelStore.MailDomain(s)}>";
        var letter = new Letter
        {
            Text = Text, Html = Html, InReplyTo = InReplyTo, References = References.Count > 0 ? References : null, IsAutomatic = IsAutomatic,
            Headers = Headers.Count > 0 ? Headers.Where(h => HeaderName().IsMatch(h.Key)).ToDictionary() : null,
        };
        var put = await s.Write("""
            insert into outbox (id, kind, channel_id, recipient, subject, letter, key, message_id, case_number, is_receipt, created_at, due_from, due_at, attempts, lapses, state)
            values (@id, @kind, @channel, @to, @subject, @letter, @Key, @messageId, @CaseNumber, @IsReceipt, @Now, @due, @due, 0, 0, 'Waiting')
            on conflict (key) do nothing
            """, new
        {
            id, kind = Kind.ToString(), channel = channel?.Id, to, subject = Title.Length > LongestSubject ? Title[..LongestSubject] : Title, letter = letter.ToJson(), Key, messageId, CaseNumber, IsReceipt, s.Now, due = DueAt ?? s.Now,
        });
        if (put == 0) return await s.One<MessagePut>("select id, message_id from outbox where key = @Key", new { Key }, Words.Of("There is no such message."));
        for (var i = 0; i < Files.Count; i++)
            await s.Write("insert into outbox_files (message_id, number, name, type, content) values (@id, @i, @Name, @Type, @Content)", new { id, i, Files[i].Name, Files[i].Type, Files[i].Content });
        return new() { Id = id, MessageId = messageId };
    }
}

sealed record MessagePut
{
    public required Id<Message> Id { get; init; }
    /// <summary>The Message-ID under which mail goes out, by which answers are known.</summary>
    public required string MessageId { get; init; }
}
