using Regard.Post.Watch;
namespace Regard.Post.Channels;

/// <summary>All channels and how they fare.</summary>
public sealed record ListChannels : Question<IReadOnlyList<ChannelRow>>
{
    internal override Permission Needs => Permission.EditChannels;

    internal override async Task<IReadOnlyList<ChannelRow>> Run(Session s)
    {
        var rows = await s.Many<ChannelRow>("""
            select c.id, c.kind, c.name, c.setup, c.is_on, c.changed_at, h.tried_at, h.last_good_at, h.failing_since, h.last_error, c.secrets is not null as has_secrets
            from channels c left join channel_health h on h.channel_id = c.id order by c.is_on desc, c.kind, c.name
            """);
        var alarms = (await s.Many<Alarm>($"{Alarm.Select} where ended_at is null")).ToDictionary(a => a.Source);
        return [.. rows.Select(r => r with { Alarm = alarms.GetValueOrDefault(r.Id.ToString()) })];
    }
}

public sealed record ChannelRow
{
    public required Id<Channel> Id { get; init; }
    public required ChannelKind Kind { get; init; }
    public required string Name { get; init; }
    public required ChannelSetup Setup { get; init; }
    public required bool IsOn { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public DateTimeOffset? TriedAt { get; init; }
    public DateTimeOffset? LastGoodAt { get; init; }
    public DateTimeOffset? FailingSince { get; init; }
    internal string? LastError { get; init; }
    public Alarm? Alarm { get; init; }
    public required bool HasSecrets { get; init; }

    public Words? Error => Said.Read(LastError);
}
