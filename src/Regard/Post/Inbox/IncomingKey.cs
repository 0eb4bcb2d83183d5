using Regard.Post.Channels;
namespace Regard.Post.Inbox;

/// <summary>The key that the telephone system signs with. Empty takes it away, and nothing signed is taken any more.</summary>
public sealed record SetIncomingKey(string Key) : Change<Done>
{
    public const int Shortest = 16, Longest = 200;
    internal const string Setting = "incoming-key";
    /// <summary>What the sealed key is bound to.</summary>
    internal static readonly Guid Bound = new("6f0c9e57-1c1b-4c55-9d34-6e1d3e5a7b10");

    internal override Permission Needs => Permission.EditChannels;
    internal override string Subject => Key.Length == 0 ? "removed" : "set";

    /// <summary>Records say their values when logged; these must not.</summary>
    public override string ToString() => nameof(SetIncomingKey);

    internal override IEnumerable<Problem> Check()
    {
        if (Key is null || (Key.Length > 0 && Key.Trim().Length < Shortest) || Key.Length > Longest) yield return new(nameof(Key), "Enter a signing key of at least {0} characters.", Shortest);
    }

    internal override async Task<Done> Run(Session s)
    {
        if (Key.Length == 0) await s.Write("delete from settings where name = @Setting", new { Setting });
        else
            await s.Write("insert into settings (name, value) values (@Setting, @value) on conflict (name) do update set value = @value",
                new { Setting, value = Convert.ToBase64String((await Seal.Of(s)).Close(System.Text.Encoding.UTF8.GetBytes(Key.Trim()), Bound)) });
        return default;
    }
}

/// <summary>Whether the telephone system may sign what it tells.</summary>
public sealed record HasIncomingKey : Question<bool>
{
    internal override Permission Needs => Permission.EditChannels;
    internal override async Task<bool> Run(Session s) => await s.Maybe<string>("select value from settings where name = @Setting", new { SetIncomingKey.Setting }) is not null;
}

/// <summary>Refuses what was not signed with our key, was signed too long ago, or was taken before. For other areas, within their own changes.</summary>
/// <remarks>Signed as our own webhooks are, see <see cref="Signature"/>. What was taken is known by its signature, which nobody can make anew.</remarks>
sealed record DemandSigned(string Body, string Signed, string Timestamp) : Change<Done>
{
    internal override Permission Needs => Permission.RunInstallation;

    internal override async Task<Done> Run(Session s)
    {
        var kept = await s.Maybe<string>("select value from settings where name = @Setting", new { SetIncomingKey.Setting });
        var key = kept is null ? null : (await Seal.Of(s)).Open(Convert.FromBase64String(kept), SetIncomingKey.Bound);
        if (key is null || !Signature.Holds(System.Text.Encoding.UTF8.GetString(key), Body, Signed, Timestamp, s.Now)) throw new Refused(Words.Of("The signature does not hold, or is more than five minutes old."), forbidden: true);
        await s.Write("delete from signatures_seen where seen_at < @before", new { before = s.Now - 2 * Signature.Window });
        if (await s.Write("insert into signatures_seen (signature, seen_at) values (@Signed, @Now) on conflict (signature) do nothing", new { Signed, s.Now }) == 0) throw new Refused("This was sent and taken before.");
        return default;
    }

    public override string ToString() => nameof(DemandSigned);
}
