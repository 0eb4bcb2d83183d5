namespace Regard.Post.Inbox;

/// <summary>Whether a program may answer a mail, so that two programs never answer each other without end.</summary>
public static class Receipts
{
    public static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <param name="toSenderLately">Receipts to this address within <see cref="Pause"/>.</param>
    /// <param name="inThread">Receipts in this thread, ever.</param>
    public static ReceiptVerdict Of(MailIn mail, long toSenderLately, long inThread) => mail switch
    {
        { FromAddress: "" } => ReceiptVerdict.NoSender,
        { IsOwn: true } => ReceiptVerdict.Own,
        { IsAutomatic: true } or { Bounced: not null } => ReceiptVerdict.Automatic,
        { IsFlood: true } => ReceiptVerdict.Flood,
        _ when inThread > 0 => ReceiptVerdict.InThread,
        _ when toSenderLately > 0 => ReceiptVerdict.Lately,
        _ => ReceiptVerdict.May,
    };
}

public enum ReceiptVerdict { May, NoSender, Own, Automatic, Flood, InThread, Lately }

/// <summary>Answers a mail with an automatic receipt, where the rules against loops allow it. For other areas, within their own changes.</summary>
sealed record PutReceipt(Id<MailIn> Mail, string Title, string Text, long CaseNumber) : Change<ReceiptVerdict>
{
    internal override Permission Needs => Permission.RunInstallation;

    internal override async Task<ReceiptVerdict> Run(Session s)
    {
        var mail = await new FetchMail(Mail).Run(s);
        var lately = await s.Value<long>("select count(*) from outbox where recipient = @FromAddress and is_receipt and created_at > @since", new { mail.FromAddress, since = s.Now - Receipts.Pause });
        var inThread = await s.Value<long>("select count(*) from outbox where case_number = @CaseNumber and is_receipt and recipient = @FromAddress", new { CaseNumber, mail.FromAddress });
        var verdict = Receipts.Of(mail, lately, inThread);
        if (verdict != ReceiptVerdict.May) return verdict;
        var hasName = !mail.MessageId.EndsWith($"@{MailContent.Nameless}>", StringComparison.Ordinal);
        await new PutMessage(MessageKind.Mail, mail.FromAddress, Title, Text)
        {
            InReplyTo = hasName ? mail.MessageId : null, References = [.. mail.Thread.Split(' ', StringSplitOptions.RemoveEmptyEntries), .. hasName ? (string[])[mail.MessageId] : []],
            IsReceipt = true, CaseNumber = CaseNumber, Key = $"receipt {Mail}",
        }.Run(s);
        return verdict;
    }
}
