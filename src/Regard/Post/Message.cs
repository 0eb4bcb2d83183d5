using System.Text.Json.Serialization;
using Regard.Post.Channels;
namespace Regard.Post;

[JsonConverter(typeof(JsonStringEnumConverter<MessageKind>))]
public enum MessageKind { Mail, Sms, Robot, Webhook }

[JsonConverter(typeof(JsonStringEnumConverter<MessageState>))]
public enum MessageState { Waiting, Sent, Dead }

/// <summary>Something that leaves the house.</summary>
public sealed record Message
{
    public required Id<Message> Id { get; init; }
    public required MessageKind Kind { get; init; }
    public Id<Channel>? ChannelId { get; init; }
    public string? ChannelName { get; init; }
    /// <summary>A mail address, a telephone number, or the name of a robot or webhook.</summary>
    public required string Recipient { get; init; }
    public required string Subject { get; init; }
    public required string MessageId { get; init; }
    public long? CaseNumber { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public required long Attempts { get; init; }
    public required MessageState State { get; init; }
    internal string? LastError { get; init; }
    public DateTimeOffset? SentAt { get; init; }
    /// <summary>When another server told that it could not be delivered after all.</summary>
    public DateTimeOffset? BouncedAt { get; init; }

    public Words? Error => Said.Read(LastError);
}

public static class MessageWords
{
    public static Words Said(this MessageKind kind) => Words.Of(kind switch
    {
        MessageKind.Mail => "E-mail",
        MessageKind.Sms => "Text message",
        MessageKind.Robot => "Chat robot",
        _ => "Webhook",
    });

    public static Words Said(this MessageState state) => Words.Of(state switch
    {
        MessageState.Waiting => "To be sent",
        MessageState.Sent => "Sent",
        _ => "Given up",
    });
}
