using Regard.Organisation;
using Regard.Post.Channels;
namespace Regard.Post;

/// <summary>By which ways colleagues can be told of something. For other areas, within their own changes.</summary>
sealed record WaysOut : Question<WaysOut.Found>
{
    internal override Permission Needs => Permission.RunInstallation;

    internal override async Task<Found> Run(Session s)
    {
        var used = await ChannelStore.On(s);
        var robots = from c in used where c.Kind.Carries() == MessageKind.Robot && c.Setup.UnitId is not null group c.Name by c.Setup.UnitId!.Value;
        return new(used.Any(c => c.Kind == ChannelKind.Smtp), robots.ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g]));
    }

    /// <param name="Mail">A mail server is set up.</param>
    /// <param name="Robots">The names of the chat robots of a unit.</param>
    internal sealed record Found(bool Mail, IReadOnlyDictionary<Id<Unit>, IReadOnlyList<string>> Robots);
}
