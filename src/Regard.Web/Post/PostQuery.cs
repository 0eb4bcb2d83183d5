using Regard.Post;
using Regard.Post.Channels;
namespace Regard.Web.Post;

/// <summary>What part of the post is looked at.</summary>
public sealed record PostQuery
{
    public MessageState? State { get; init; }
    public MessageKind? Kind { get; init; }
    public Id<Channel>? Channel { get; init; }
    public long? Case { get; init; }
    public int? Page { get; init; }

    public bool IsAll => State is null && Kind is null && Channel is null && Case is null;
    public MessageFilter ToFilter() => new() { State = State, Kind = Kind, Channel = Channel, CaseNumber = Case, Page = Page ?? 1 };

    public string At(int page) => QueryString.Create(((IEnumerable<(string Name, string? Value)>)[("state", State?.ToString()), ("kind", Kind?.ToString()), ("channel", Channel?.ToString()), ("case", Case?.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("page", page.ToString(System.Globalization.CultureInfo.InvariantCulture))])
        .Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value))).ToString();
}
