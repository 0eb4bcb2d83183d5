using Regard.Post.Channels;
namespace Regard.Post;

/// <summary>Notes how sending went: sent, to be tried again, or given up.</summary>
sealed record NoteDelivery(OutgoingMessage Message, Id<Channel> Channel, string Node, Undeliverable? Failure) : Change<Done>
{
    internal override Permission Needs => Permission.RunInstallation;
    internal override bool Audited => false;

    internal override async Task<Done> Run(Session s)
    {
        var state = Failure is null ? MessageState.Sent
            : Backoff.IsGivenUp(Failure.Lasting, Failure.OfMessage, Message.Attempts, s.Now - Message.DueFrom) ? MessageState.Dead : MessageState.Waiting;
        await s.Write("""
            update outbox set state = @state, last_error = @error, sent_at = @sent, due_at = @due, channel_id = coalesce(channel_id, @used), claimed_by = null, claimed_until = null
            where id = @Id and claimed_by = @Node
            """, new
        {
            state = state.ToString(), error = Failure is null ? null : Said.Write(Failure.Words), sent = Failure is null ? s.Now : (DateTimeOffset?)null,
            due = state == MessageState.Waiting ? s.Now + Backoff.After(Message.Attempts, Failure!.OfMessage, Backoff.ChanceOf(Message.Id.Value, Message.Attempts)) : s.Now,
            used = state == MessageState.Waiting ? (Id<Channel>?)null : Channel, Message.Id, Node,
        });
        await ChannelStore.NoteHealth(s, Channel, Failure is null or { OfMessage: true } ? null : Failure.Words);
        return default;
    }
}

/// <summary>Lays back untried what a node had taken, because the channel does not work.</summary>
sealed record LayBack(IReadOnlyList<OutgoingMessage> Messages, string Node) : Change<Done>
{
    internal override Permission Needs => Permission.RunInstallation;
    internal override bool Audited => false;

    internal override async Task<Done> Run(Session s)
    {
        foreach (var m in Messages)
            await s.Write("update outbox set attempts = attempts - 1, claimed_by = null, claimed_until = null, due_at = @due where id = @Id and claimed_by = @Node", new { due = s.Now + Backoff.After(1, ofMessage: false, Backoff.ChanceOf(m.Id.Value, m.Attempts)), m.Id, Node });
        return default;
    }
}
