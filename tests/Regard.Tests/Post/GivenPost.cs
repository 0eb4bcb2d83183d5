using Regard.Organisation;
using Regard.Post;
using Regard.Post.Channels;
namespace Regard.Tests.Post;

static class GivenPost
{
    public const string Key = "a signing key long enough";

    public static SaveChannel Webhook(Receiver receiver, string name = "orders") => new(null, ChannelKind.Webhook, name, new() { Url = receiver.Url + "/hook", AllowsPrivate = true }) { Key = Key };

    /// <summary>Puts a message as other areas do: within a change of theirs.</summary>
    public static Task<MessagePut> Put(this TestOffice t, PutMessage message) => t.Do(message);

    public static Task<int> SendPost(this TestOffice t, string node = "node") => new Sender(t.Office, t.Clock, node).Round(t.Installation);

    public static async Task<Message> Single(this TestOffice t, MessageState? state = null) => Assert.Single((await t.Do(new ListMessages(new() { State = state }))).Rows);
}
