using Regard.Post.Channels;
namespace Regard.Post;

/// <summary>Takes messages of a channel that are due into one node's hands for a while. What another node holds stays with it until its time is over.</summary>
sealed record ClaimMessages(Channel Channel, bool IsFirstOfKind, string Node, int Most) : Change<IReadOnlyList<OutgoingMessage>>
{
    const int MostLapses = 4;
    public static readonly TimeSpan Hold = TimeSpan.FromMinutes(15);

    internal override Permission Needs => Permission.RunInstallation;
    internal override bool Audited => false;

    internal override async Task<IReadOnlyList<OutgoingMessage>> Run(Session s)
    {
        // Whoever held it each time ended before telling how it went.
        await s.Write("update outbox set state = 'Dead', last_error = @error where state = 'Waiting' and lapses >= @MostLapses and claimed_until <= @Now",
            new { error = Said.Write(Words.Of("The server ended each time while it was being sent.")), MostLapses, s.Now });
        var taken = await s.Many<OutgoingMessage>("""
            update outbox set claimed_by = @Node, claimed_until = @until, attempts = attempts + 1, lapses = lapses + case when claimed_until is null then 0 else 1 end
            where state = 'Waiting' and (claimed_until is null or claimed_until <= @Now) and id in
              (select o.id from outbox o where o.state = 'Waiting' and o.due_at <= @Now and o.letter is not null and (o.claimed_until is null or o.claimed_until <= @Now)
                 and o.kind = @kind and (o.channel_id = @channel or (@IsFirstOfKind and o.channel_id is null)) order by o.due_at limit @Most)
            returning id, kind, channel_id, recipient, subject, letter, message_id, case_number, created_at, due_from, attempts
            """, new { Node, until = s.Now + Hold, s.Now, kind = Channel.Kind.Carries()!.Value.ToString(), channel = Channel.Id, IsFirstOfKind, Most });
        if (taken.Count == 0 || Channel.Kind != ChannelKind.Smtp) return taken;
        var whole = new List<OutgoingMessage>(taken.Count);
        foreach (var m in taken.OrderBy(m => m.CreatedAt))
            whole.Add(m with { Files = await s.Many<MessageFile>("select name, type, content from outbox_files where message_id = @Id order by number", new { m.Id }) });
        return whole;
    }
}
