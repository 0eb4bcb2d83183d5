using Regard.Post.Channels;
namespace Regard.Post;

/// <summary>A message in the hands of the node that sends it.</summary>
sealed record OutgoingMessage
{
    public required Id<Message> Id { get; init; }
    public required MessageKind Kind { get; init; }
    public Id<Channel>? ChannelId { get; init; }
    public required string Recipient { get; init; }
    public required string Subject { get; init; }
    public required string Letter { get; init; }
    public required string MessageId { get; init; }
    public long? CaseNumber { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>From when on it was to go: when it was put, or was laid out again.</summary>
    public required DateTimeOffset DueFrom { get; init; }
    public required long Attempts { get; init; }
    public IReadOnlyList<MessageFile> Files { get; init; } = [];
}
