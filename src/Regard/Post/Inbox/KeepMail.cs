using Regard.Organisation;
using Regard.Post.Channels;
namespace Regard.Post.Inbox;

/// <summary>Keeps a mail that came in, once: a second one of the same Message-ID is the same mail. Null when it was kept before.</summary>
sealed record KeepMail(Id<Channel> Channel, MailContent Mail, ReadOnlyMemory<byte> Raw, bool IsCut) : Change<Id<MailIn>?>
{
    /// <summary>More mails a minute from one address than this are a flood.</summary>
    public const int MostInAMinute = 10;

    internal override Permission Needs => Permission.RunInstallation;
    internal override bool Audited => false;

    internal override async Task<Id<MailIn>?> Run(Session s)
    {
        var id = Id<MailIn>.New(s.Now);
        var own = (await ChannelStore.On(s)).Where(c => c.Kind.IsMail()).Select(c => Email.Plain(c.Setup.Address)).Contains(Mail.FromAddress);
        var justNow = Mail.FromAddress.Length == 0 ? 0 : await s.Value<long>("select count(*) from mails_in where from_address = @FromAddress and received_at > @since", new { Mail.FromAddress, since = s.Now - TimeSpan.FromMinutes(1) });
        var thread = Mail.Report?.MessageId is { } bounced ? [bounced, .. Mail.Thread] : Mail.Thread;
        var kept = await s.Write("""
            insert into mails_in (id, message_id, channel_id, unit_id, received_at, sent_at, from_address, from_name, return_path, recipients, subject, in_reply_to, thread, body, files,
              is_automatic, is_echo, bounced, is_own, is_flood, is_unreadable, is_cut, case_number, state, settled_at)
            values (@id, @MessageId, @Channel, @unit, @Now, @SentAt, @FromAddress, @FromName, @ReturnPath, @recipients, @Subject, @InReplyTo, @thread, @Body, @files,
              @IsAutomatic, @IsEcho, @bouncedAddress, @own, @flood, @IsUnreadable, @IsCut, @number, @state, @settled)
            on conflict (message_id) do nothing
            """, new
        {
            id, Mail.MessageId, Channel, unit = (await ChannelStore.Of(s, Channel)).Setup.UnitId, s.Now, Mail.SentAt, Mail.FromAddress, Mail.FromName, Mail.ReturnPath, recipients = System.Text.Json.JsonSerializer.Serialize(Mail.To), Mail.Subject, Mail.InReplyTo,
            thread = string.Join(' ', Mail.Thread), Mail.Body, files = MailFile.Write(Mail.Files), Mail.IsAutomatic, Mail.IsEcho, bouncedAddress = Mail.Report?.Address, own, flood = justNow >= MostInAMinute, Mail.IsUnreadable, IsCut,
            number = await CaseOf(s, thread, Mail.FromAddress), state = (own ? MailState.PutAside : MailState.New).ToString(), settled = own ? s.Now : (DateTimeOffset?)null,
        });
        if (kept == 0) return null;
        await s.Write("insert into mails_in_raw (mail_id, content) values (@id, @content)", new { id, content = Raw.ToArray() });
        if (Mail.Report is { MessageId: { } name }) await s.Write("update outbox set bounced_at = @Now where message_id = @name and bounced_at is null", new { s.Now, name });
        return id;
    }

    /// <summary>The case about which the latest mail of the thread was: one of ours, or an earlier one of the same sender.</summary>
    /// <remarks>A Message-ID of ours cannot be guessed: who names it has had our mail in hands.</remarks>
    static async Task<long?> CaseOf(Session s, IReadOnlyList<string> thread, string sender)
    {
        foreach (var name in thread.Reverse())
            if (await s.Value<long?>("""
                select case_number from outbox where message_id = @name and case_number is not null
                union all select case_number from mails_in where message_id = @name and from_address = @sender and case_number is not null limit 1
                """, new { name, sender }) is { } number) return number;
        return null;
    }
}
