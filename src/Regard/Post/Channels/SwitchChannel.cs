namespace Regard.Post.Channels;

/// <summary>Takes a channel into use or out of it. What waits for it goes on waiting.</summary>
public sealed record SwitchChannel(Id<Channel> Id, bool On) : Change<Done>
{
    internal override Permission Needs => Permission.EditChannels;
    internal override string Subject => $"{Id} {(On ? "on" : "off")}";

    internal override async Task<Done> Run(Session s)
    {
        await ChannelStore.Of(s, Id);
        await s.Write("update channels set is_on = @On, changed_by = @Person, changed_at = @Now where id = @Id", new { On, s.Caller.Person, s.Now, Id });
        if (!On) await s.Write("delete from channel_health where channel_id = @Id", new { Id });
        return default;
    }
}
