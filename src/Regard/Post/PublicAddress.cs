namespace Regard.Post;

/// <summary>Where customers reach Regard, for the links in what is sent to them.</summary>
static class PublicAddress
{
    internal const string Setting = "public-address";

    /// <summary>Without a slash at its end; null until an administrator has said it.</summary>
    public static Task<string?> Of(Session s) => s.Maybe<string>("select value from settings where name = @Setting", new { Setting });
}

public sealed record ShowPublicAddress : Question<string?>
{
    internal override Permission Needs => Permission.EditChannels;
    internal override Task<string?> Run(Session s) => PublicAddress.Of(s);
}

/// <summary>Says under which address customers reach Regard.</summary>
public sealed record SetPublicAddress(string Url) : Change<Done>
{
    internal override Permission Needs => Permission.EditChannels;
    internal override string Subject => Url;

    internal override IEnumerable<Problem> Check()
    {
        if (!Uri.TryCreate(Url?.Trim(), UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http") || url.UserInfo.Length > 0 || url.Query.Length > 0 || url.Fragment.Length > 0)
            yield return new(nameof(Url), "Give an address such as https://care.example.com.");
    }

    internal override async Task<Done> Run(Session s)
    {
        await s.Write("insert into settings (name, value) values (@Setting, @url) on conflict (name) do update set value = @url", new { Setting = PublicAddress.Setting, url = Url.Trim().TrimEnd('/') });
        return default;
    }
}
