using System.Text.Json.Serialization;
using Regard.Organisation;
using Regard.Post.Channels;
namespace Regard.Post.Inbox;

[JsonConverter(typeof(JsonStringEnumConverter<MailState>))]
public enum MailState
{
    /// <summary>Not yet taken up.</summary>
    New,
    /// <summary>Taken up: a case was opened or added to.</summary>
    Heard,
    /// <summary>Nothing for anybody: automatic, a delivery report, our own.</summary>
    PutAside,
}

/// <summary>A mail that came in.</summary>
public sealed record MailIn
{
    public required Id<MailIn> Id { get; init; }
    /// <summary>Its Message-ID; the hash of the message where it has none.</summary>
    public required string MessageId { get; init; }
    public required Id<Channel> ChannelId { get; init; }
    /// <summary>Whose mailbox it came to; null for the whole company's.</summary>
    public Id<Unit>? UnitId { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    /// <summary>When its sender says it was written.</summary>
    public DateTimeOffset? SentAt { get; init; }
    /// <summary>As the sender gives it: anybody may have written it.</summary>
    public required string FromAddress { get; init; }
    public required string FromName { get; init; }
    public string? ReturnPath { get; init; }
    internal string Recipients { get; init; } = "";
    public required string Subject { get; init; }
    public string? InReplyTo { get; init; }
    /// <summary>Message-IDs of the mails before it, separated by spaces, the eldest first.</summary>
    public required string Thread { get; init; }
    /// <summary>Its text; of an HTML mail what stands in it.</summary>
    public required string Body { get; init; }
    internal string Files { get; init; } = "";
    /// <summary>Sent by a program: nothing may be sent back by a program.</summary>
    public required bool IsAutomatic { get; init; }
    /// <summary>An answer that a program gives by itself, or a mail to many: nobody waits for a word. What a form on a website sends in a customer's name is automatic and no echo.</summary>
    public required bool IsEcho { get; init; }
    /// <summary>The address that a delivery report says was not reached.</summary>
    public string? Bounced { get; init; }
    /// <summary>From one of our own addresses.</summary>
    public required bool IsOwn { get; init; }
    /// <summary>One of more mails from one address than a person writes.</summary>
    public required bool IsFlood { get; init; }
    /// <summary>Could not be taken apart: the text is the raw message.</summary>
    public required bool IsUnreadable { get; init; }
    /// <summary>Larger than is fetched: what is kept is its beginning.</summary>
    public required bool IsCut { get; init; }
    /// <summary>The case whose mail this one answers.</summary>
    public long? CaseNumber { get; init; }
    public required MailState State { get; init; }

    public IReadOnlyList<MailFile> Attachments => MailFile.Read(Files);
    public IReadOnlyList<string> To => MailFile.ReadRecipients(Recipients);
}
