using System.Text.Json.Nodes;
using Regard.Post.Channels;
using Regard.Post.Mime;
using Regard.Post.Smtp;
using Regard.Post.Wire;
namespace Regard.Post;

/// <summary>Sends what is due, each channel by itself. Nothing of it inside a transaction.</summary>
sealed class Sender(Office office, TimeProvider time, string node)
{
    /// <summary>Messages taken at once. Few, for one that is held by a node that ended waits until its time is over.</summary>
    const int Batch = 20;

    /// <summary>How many were tried.</summary>
    public async Task<int> Round(Caller clock)
    {
        var channels = (await office.Do(new OpenChannels(), clock)).Where(c => c.Channel.Kind.Carries() is not null).ToList();
        var first = channels.DistinctBy(c => c.Channel.Kind.Carries()).Select(c => c.Channel.Id).ToHashSet();
        return (await Task.WhenAll(channels.Select(c => Send(c, first.Contains(c.Channel.Id), clock)))).Sum();
    }

    async Task<int> Send(OpenedChannel channel, bool isFirst, Caller clock)
    {
        var tried = 0;
        while (await office.Do(new ClaimMessages(channel.Channel, isFirst, node, Batch), clock) is { Count: > 0 } batch)
        {
            await using var carrier = new Carrier(channel, time);
            for (var i = 0; i < batch.Count; i++, tried++)
            {
                var failure = await carrier.Try(batch[i]);
                await office.Do(new NoteDelivery(batch[i], channel.Channel.Id, node, failure), clock);
                if (failure is null or { OfMessage: true }) continue;
                await office.Do(new LayBack([.. batch.Skip(i + 1)], node), clock);
                return tried + 1;
            }
        }
        return tried;
    }

    sealed class Carrier(OpenedChannel channel, TimeProvider time) : IAsyncDisposable
    {
        SmtpClient? smtp;

        /// <summary>Null when it was taken over by the other side.</summary>
        public async Task<Undeliverable?> Try(OutgoingMessage message)
        {
            try { await Carry(message); return null; }
            catch (Undeliverable failure) { return failure; }
        }

        async Task Carry(OutgoingMessage message)
        {
            var letter = Letter.FromJson(message.Letter);
            var setup = channel.Channel.Setup;
            switch (channel.Channel.Kind)
            {
                case ChannelKind.Smtp:
                    smtp ??= await SmtpClient.Open(channel);
                    await smtp.Send(setup.Address, message.Recipient, MimeWriter.Write(message, letter, setup.Address, setup.SenderName));
                    break;
                case ChannelKind.Sms:
                    await CallSigned(message, new JsonObject { ["id"] = message.Id.ToString(), ["to"] = message.Recipient, ["text"] = letter.Text }.ToJsonString(Robots.Json));
                    break;
                case ChannelKind.Webhook:
                    await CallSigned(message, letter.Text);
                    break;
                default:
                    var (to, body) = Robots.Call(channel.Channel.Kind, setup.Url, channel.Known, letter.Text, time.GetUtcNow());
                    Robots.DemandTaken(channel.Channel.Kind, await HttpCall.Send(setup, to, body));
                    break;
            }
        }

        async Task CallSigned(OutgoingMessage message, string body)
        {
            var now = time.GetUtcNow();
            await HttpCall.Send(channel.Channel.Setup, new Uri(channel.Channel.Setup.Url), body,
                (Signature.IdHeader, message.Id.ToString()), (Signature.TimeHeader, Signature.Seconds(now)), (Signature.Header, Signature.Of(channel.Known.Key, body, now)));
        }

        public async ValueTask DisposeAsync()
        {
            if (smtp is not null) await smtp.DisposeAsync();
        }
    }
}
