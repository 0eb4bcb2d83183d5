using System.Text.Json.Serialization;
namespace Regard.Post.Channels;

[JsonConverter(typeof(JsonStringEnumConverter<ChannelKind>))]
public enum ChannelKind { Smtp, Imap, WeCom, DingTalk, Feishu, Sms, Webhook }

/// <summary>A road out of the house or into it.</summary>
public sealed record Channel
{
    public required Id<Channel> Id { get; init; }
    public required ChannelKind Kind { get; init; }
    public required string Name { get; init; }
    public required ChannelSetup Setup { get; init; }
    public required bool IsOn { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
}

public static class ChannelKinds
{
    public static IReadOnlyList<ChannelKind> All { get; } = Enum.GetValues<ChannelKind>();

    /// <summary>What goes out by it; null for a mailbox.</summary>
    public static MessageKind? Carries(this ChannelKind kind) => kind switch
    {
        ChannelKind.Smtp => MessageKind.Mail,
        ChannelKind.Sms => MessageKind.Sms,
        ChannelKind.Webhook => MessageKind.Webhook,
        ChannelKind.Imap => null,
        _ => MessageKind.Robot,
    };

    public static bool IsMail(this ChannelKind kind) => kind is ChannelKind.Smtp or ChannelKind.Imap;

    public static Words Said(this ChannelKind kind) => Words.Of(kind switch
    {
        ChannelKind.Smtp => "Mail server (SMTP)",
        ChannelKind.Imap => "Mailbox (IMAP)",
        ChannelKind.WeCom => "WeCom robot",
        ChannelKind.DingTalk => "DingTalk robot",
        ChannelKind.Feishu => "Feishu robot",
        ChannelKind.Sms => "Text message gateway",
        _ => "Webhook",
    });
}
