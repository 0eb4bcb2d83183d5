namespace Regard.Post;

/// <summary>Gives up a message that waits, or takes one that was given up off the list. Its text is forgotten.</summary>
public sealed record DropMessage(Id<Message> Id) : Change<Done>
{
    internal override Permission Needs => Permission.EditChannels;
    internal override string Subject => Id.ToString();

    internal override async Task<Done> Run(Session s)
    {
        var dropped = await s.Write("""
            update outbox set state = 'Dead', letter = null, recipient = '', subject = '', last_error = @why where id = @Id and state <> 'Sent' and letter is not null and (claimed_until is null or claimed_until <= @Now)
            """, new { Id, s.Now, why = Said.Write(Words.Of("Dropped by {0}.", s.Caller.Name)) });
        if (dropped == 0) throw new Refused("It was sent already, or is just being sent.");
        await s.Write("delete from outbox_files where message_id = @Id", new { Id });
        return default;
    }
}
