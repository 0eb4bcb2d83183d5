namespace Regard.Post.Channels;

static class ChannelStore
{
    public const string Select = "select id, kind, name, setup, is_on, changed_at from channels";

    public static Task<Channel> Of(Session s, Id<Channel> id) => s.One<Channel>($"{Select} where id = @id", new { id }, Words.Of("There is no such channel."));

    public static async Task<Channel> Named(Session s, string name, MessageKind kind)
    {
        var channel = await s.Maybe<Channel>($"{Select} where name = @name", new { name });
        return channel?.Kind.Carries() == kind ? channel : throw new Refused("There is no channel called {0}.", name);
    }

    /// <summary>Those switched on, the eldest first: it takes what names no channel.</summary>
    public static Task<List<Channel>> On(Session s) => s.Many<Channel>($"{Select} where is_on order by id");

    /// <summary>The domain that messages are named under.</summary>
    public static async Task<string> MailDomain(Session s) =>
        (await On(s)).FirstOrDefault(c => c.Kind == ChannelKind.Smtp)?.Setup.Address.Split('@') is [_, var domain] && domain.All(char.IsAscii) ? domain : "regard.invalid";

    public static async Task<ChannelSecrets?> Secrets(Session s, Channel channel, Seal seal)
    {
        var kept = await s.Value<byte[]?>("select secrets from channels where id = @Id", new { channel.Id });
        if (kept is null) return new();
        return seal.Open(kept, channel.Id.Value) is { } open ? ChannelSecrets.FromBytes(open) : null;
    }

    /// <summary>Notes that it worked, or what failed.</summary>
    public static Task NoteHealth(Session s, Id<Channel> channel, Words? failure) => s.Write("""
        insert into channel_health (channel_id, tried_at, last_good_at, failing_since, last_error) values (@channel, @Now, @good, @bad, @error)
        on conflict (channel_id) do update set tried_at = @Now, last_good_at = coalesce(@good, channel_health.last_good_at),
          failing_since = case when @failed then coalesce(channel_health.failing_since, @bad) end, last_error = @error
        """, new { channel, s.Now, good = failure is null ? s.Now : (DateTimeOffset?)null, bad = failure is null ? (DateTimeOffset?)null : s.Now, failed = failure is not null, error = failure is null ? null : Said.Write(failure) });
}
