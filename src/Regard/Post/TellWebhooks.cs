using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Regard.Post.Channels;
namespace Regard.Post;

/// <summary>Tells every webhook in use what happened. For other areas, within their own changes.</summary>
/// <remarks>About is such as "case.opened"; What becomes the member "data".</remarks>
sealed record TellWebhooks(string About, object What, long? CaseNumber = null) : Change<int>
{
    static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    internal override Permission Needs => Permission.RunInstallation;

    internal override async Task<int> Run(Session s)
    {
        var hooks = (await ChannelStore.On(s)).Where(c => c.Kind == ChannelKind.Webhook).ToList();
        var body = JsonSerializer.Serialize(new { @event = About, at = s.Now, data = What }, json);
        foreach (var hook in hooks) await new PutMessage(MessageKind.Webhook, hook.Name, About, body) { CaseNumber = CaseNumber }.Run(s);
        return hooks.Count;
    }
}
