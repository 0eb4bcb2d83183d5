using Regard.Organisation;
namespace Regard.Post.Channels;

/// <summary>Adds a channel, or changes one. A secret left empty stays what it is, unless the channel now leads elsewhere.</summary>
public sealed record SaveChannel(Id<Channel>? Id, ChannelKind Kind, string Name, ChannelSetup Setup) : Change<Id<Channel>>
{
    public const int LongestName = 80;

    public string Password { get; init; } = "";
    public string Token { get; init; } = "";
    public string Key { get; init; } = "";

    internal override Permission Needs => Permission.EditChannels;
    internal override string Subject => $"{Kind} {Name}";

    /// <summary>Records say their values when logged; these must not.</summary>
    public override string ToString() => $"SaveChannel {Kind} {Name}";

    internal override IEnumerable<Problem> Check()
    {
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > LongestName) yield return new("Name", "Give a name of at most {0} characters.", LongestName);
        foreach (var p in Setup.Problems(Kind)) yield return p;
        if (Password.Length + Token.Length + Key.Length > 4000 || Password.Concat(Token).Any(char.IsControl)) yield return new("Password", "A secret is one line of text.");
    }

    internal override async Task<Id<Channel>> Run(Session s)
    {
        var before = Id is { } known ? await ChannelStore.Of(s, known) : null;
        var id = before?.Id ?? Id<Channel>.New(s.Now);
        if (before is not null && before.Kind != Kind) throw new Refused("A channel stays of its kind. Add another one.");
        if (await s.Maybe<string>("select name from channels where name = @name and id <> @id", new { name = Name.Trim(), id }) is not null) throw new Invalid("Name", "There is a channel of this name already.");
        if (Setup.UnitId is { } unit && (await UnitStore.Tree(s, s.Today)).Find(unit) is null) throw new Invalid("UnitId", "There is no such unit.");
        var seal = await Seal.Of(s);
        var kept = before is null ? new() : await ChannelStore.Secrets(s, before, seal) ?? new();
        // Whoever may point a channel elsewhere must not thereby get its secrets sent there.
        if (before is not null && !kept.IsEmpty && Elsewhere(before.Setup, Setup) && Password.Length + Token.Length + Key.Length == 0)
            throw new Invalid(Kind.IsMail() ? "Password" : "Token", "The channel now leads elsewhere: enter its secrets again.");
        var secrets = before is not null && Elsewhere(before.Setup, Setup) ? new() : kept;
        secrets = new() { Password = Filled(Password, secrets.Password), Token = Filled(Token.Trim(), secrets.Token), Key = Filled(Key.Trim(), secrets.Key) };
        if (Kind == ChannelKind.Imap && secrets.Password.Length == 0) throw new Invalid("Password", "Enter the password of the mailbox.");
        if (Kind.Carries() == MessageKind.Robot && secrets.Token.Length == 0) throw new Invalid("Token", "Enter the key of the robot, the last part of its address.");
        if (Kind is ChannelKind.Webhook or ChannelKind.Sms && secrets.Key.Length < 16) throw new Invalid("Key", "Enter a signing key of at least {0} characters.", 16);
        await s.Write("""
            insert into channels (id, kind, name, setup, secrets, is_on, changed_by, changed_at) values (@id, @kind, @name, @setup, @secrets, true, @Person, @Now)
            on conflict (id) do update set name = @name, setup = @setup, secrets = @secrets, changed_by = @Person, changed_at = @Now
            """, new { id, kind = Kind.ToString(), name = Name.Trim(), setup = Setup.ToJson(), secrets = secrets.IsEmpty ? null : seal.Close(secrets.ToBytes(), id.Value), s.Caller.Person, s.Now });
        return id;
    }

    static string Filled(string typed, string kept) => typed.Length > 0 ? typed : kept;
    static bool Elsewhere(ChannelSetup was, ChannelSetup now) => was.Host != now.Host || was.Port != now.Port || was.Url != now.Url || was.Security != now.Security || was.Certificate != now.Certificate;
}
