namespace Regard.Post;

/// <summary>Lays out again what was given up: one message, or all of them.</summary>
public sealed record ReplayMessages(Id<Message>? Id) : Change<long>
{
    internal override Permission Needs => Permission.EditChannels;
    internal override string Subject => Id?.ToString() ?? "all";

    internal override async Task<long> Run(Session s)
    {
        var again = await s.Write($"""
            update outbox set state = 'Waiting', due_from = @Now, due_at = @Now, attempts = 0, lapses = 0, claimed_by = null, claimed_until = null
            where state = 'Dead' and letter is not null {(Id is null ? "" : "and id = @Id")}
            """, new { s.Now, Id });
        if (Id is not null && again == 0) throw new Refused("Only what was given up, and is not forgotten yet, can be sent again.");
        return again;
    }
}
