namespace Regard.Post.Channels;

/// <summary>Sends a few words by a channel, the way everything else goes, so that its outcome shows in the post.</summary>
public sealed record SendTest(Id<Channel> Id, string To) : Change<Id<Message>>
{
    internal override Permission Needs => Permission.EditChannels;
    internal override string Subject => Id.ToString();

    internal override async Task<Id<Message>> Run(Session s)
    {
        var channel = await ChannelStore.Of(s, Id);
        if (channel.Kind.Carries() is not { } kind) throw new Refused("A mailbox is read every minute; the table tells how it went.");
        if (!channel.IsOn) throw new Refused("This channel is switched off.");
        var said = Words.Of("This is a test of the channel {0}. If you can read it, the channel works.", channel.Name).In(s.Caller.Language);
        var put = await new PutMessage(kind, kind is MessageKind.Mail or MessageKind.Sms ? To : channel.Name, Words.Of("Test of a channel").In(s.Caller.Language), said).Run(s);
        await s.Write("update outbox set channel_id = @channel where id = @Id", new { channel = channel.Id, put.Id });
        return put.Id;
    }
}
