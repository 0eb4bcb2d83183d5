using System.Runtime.ExceptionServices;
using Regard.Post.Channels;
using Regard.Post.Imap;
namespace Regard.Post.Inbox;

/// <summary>Fetches what is unread in the mailboxes. A mail is marked as read only after it is kept: whatever ends in between, it is fetched again and known again.</summary>
sealed class MailboxRound(Office office)
{
    /// <summary>Of a larger mail only the beginning is kept. In bytes.</summary>
    const int Largest = 48 << 20, OfLarger = 1 << 20;
    const int MostAtOnce = 200;

    /// <summary>How many mails were new.</summary>
    public async Task<int> Run(Caller clock)
    {
        var boxes = (await office.Do(new OpenChannels(), clock)).Where(c => c.Channel.Kind == ChannelKind.Imap).ToList();
        return (await Task.WhenAll(boxes.Select(b => Read(b, clock)))).Sum();
    }

    async Task<int> Read(OpenedChannel box, Caller clock)
    {
        var kept = 0;
        Words? failure = null;
        ExceptionDispatchInfo? fault = null;
        try
        {
            await using var imap = await ImapClient.Open(box);
            foreach (var uid in (await imap.Unseen()).Take(MostAtOnce))
            {
                var raw = await imap.Fetch(uid, Largest);
                if (raw is null) continue;
                var isCut = raw.Length == Largest;
                if (isCut) raw = raw[..OfLarger];
                // One mail that cannot be kept must not hold up the others; it stays unread, and is told as a fault.
                try { if (await office.Do(new KeepMail(box.Channel.Id, MailContent.Of(raw), raw, isCut), clock) is not null) kept++; }
                catch (Exception e) when (e is not Undeliverable) { fault ??= ExceptionDispatchInfo.Capture(e); continue; }
                await imap.MarkSeen(uid);
            }
        }
        catch (Undeliverable e) { failure = e.Words; }
        await office.Do(new NoteChannel(box.Channel.Id, failure), clock);
        fault?.Throw();
        return kept;
    }
}

/// <summary>Notes how a channel fares.</summary>
sealed record NoteChannel(Id<Channel> Channel, Words? Failure) : Change<Done>
{
    internal override Permission Needs => Permission.RunInstallation;
    internal override bool Audited => false;

    internal override async Task<Done> Run(Session s)
    {
        await ChannelStore.NoteHealth(s, Channel, Failure);
        return default;
    }
}
