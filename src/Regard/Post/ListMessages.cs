using Regard.Post.Channels;
namespace Regard.Post;

public sealed record MessageFilter
{
    public MessageState? State { get; init; }
    public MessageKind? Kind { get; init; }
    public Id<Channel>? Channel { get; init; }
    public long? CaseNumber { get; init; }
    public int Page { get; init; } = 1;
}

/// <summary>What leaves the house: the newest first.</summary>
public sealed record ListMessages(MessageFilter Filter) : Question<PostView>
{
    public const int PageSize = 50;

    internal override Permission Needs => Permission.EditChannels;

    internal override async Task<PostView> Run(Session s)
    {
        var where = string.Join(" and ", (string[])["true", .. Filter.State is null ? [] : (string[])["o.state = @state"], .. Filter.Kind is null ? [] : (string[])["o.kind = @kind"],
            .. Filter.Channel is null ? [] : (string[])["o.channel_id = @channel"], .. Filter.CaseNumber is null ? [] : (string[])["o.case_number = @number"]]);
        var page = Math.Clamp(Filter.Page, 1, 100_000);
        var values = new { state = Filter.State?.ToString(), kind = Filter.Kind?.ToString(), channel = Filter.Channel, number = Filter.CaseNumber, PageSize, skip = (page - 1) * PageSize };
        var rows = await s.Many<Message>($"""
            select o.id, o.kind, o.channel_id, c.name as channel_name, o.recipient, o.subject, o.message_id, o.case_number, o.created_at, o.due_at, o.attempts, o.state, o.last_error, o.sent_at, o.bounced_at
            from outbox o left join channels c on c.id = o.channel_id where {where} order by o.created_at desc, o.id desc limit @PageSize offset @skip
            """, values);
        var counts = await s.Many<StateCount>("select state, count(*) as count from outbox group by state");
        var on = await ChannelStore.On(s);
        var lacking = (await s.Many<string>("select distinct kind from outbox where state = 'Waiting'")).Select(Enum.Parse<MessageKind>).Where(k => on.All(c => c.Kind.Carries() != k)).ToList();
        var seesAll = s.Caller.May(Permission.SeePersonalData);
        return new()
        {
            Rows = [.. rows.Select(m => seesAll ? m : Masked(m))],
            Count = await s.Value<long>($"select count(*) from outbox o where {where}", values),
            Counts = counts.ToDictionary(c => c.State, c => c.Count),
            Channels = [.. (await s.Many<Channel>($"{ChannelStore.Select} order by name")).Where(c => c.Kind != ChannelKind.Imap).Select(c => new ChannelLabel(c.Id, c.Name))],
            Lacking = lacking,
            CanGoAgain = await s.Value<long>("select count(*) from outbox where state = 'Dead' and letter is not null"),
            KeepsDays = await PostTerms.Days(s),
        };
    }

    /// <summary>Who looks after channels need not know who was written to about what.</summary>
    static Message Masked(Message m) => m with
    {
        Subject = "",
        Recipient = m.Kind switch
        {
            MessageKind.Mail when m.Recipient.Split('@') is [{ Length: > 0 } name, var domain] => $"{name[0]}•••@{domain}",
            MessageKind.Sms when m.Recipient.Length > 4 => "•••" + m.Recipient[^4..],
            _ => m.Recipient,
        },
    };
}

public sealed record StateCount
{
    public required MessageState State { get; init; }
    public required long Count { get; init; }
}

public sealed record ChannelLabel(Id<Channel> Id, string Name);

public sealed record PostView
{
    public required IReadOnlyList<Message> Rows { get; init; }
    public required long Count { get; init; }
    public required IReadOnlyDictionary<MessageState, long> Counts { get; init; }
    public required IReadOnlyList<ChannelLabel> Channels { get; init; }
    /// <summary>Kinds that wait though there is no channel to take them.</summary>
    public required IReadOnlyList<MessageKind> Lacking { get; init; }
    /// <summary>Given up, and not forgotten yet.</summary>
    public required long CanGoAgain { get; init; }
    public required int KeepsDays { get; init; }
}
