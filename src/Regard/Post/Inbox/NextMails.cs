namespace Regard.Post.Inbox;

/// <summary>Mails that nobody has taken up yet, the eldest first. For the area that hears them.</summary>
sealed record NextMails(int Most = 100) : Question<IReadOnlyList<MailIn>>
{
    internal const string Select = """
        select id, message_id, channel_id, unit_id, received_at, sent_at, from_address, from_name, return_path, recipients, subject, in_reply_to, thread, body, files,
          is_automatic, is_echo, bounced, is_own, is_flood, is_unreadable, is_cut, case_number, state from mails_in
        """;

    internal override Permission Needs => Permission.RunInstallation;

    internal override async Task<IReadOnlyList<MailIn>> Run(Session s) => await s.Many<MailIn>($"{Select} where state = 'New' order by received_at, id limit @Most", new { Most });
}

/// <summary>One mail that came in. For other areas, within their own operations.</summary>
sealed record FetchMail(Id<MailIn> Id) : Question<MailIn>
{
    internal override Permission Needs => Permission.RunInstallation;

    internal override Task<MailIn> Run(Session s) => s.One<MailIn>($"{NextMails.Select} where id = @Id", new { Id }, Words.Of("There is no such message."));
}

/// <summary>A file that came with a mail. For other areas, within their own operations.</summary>
sealed record FetchMailFile(Id<MailIn> Id, int Number) : Question<MessageFile>
{
    internal override Permission Needs => Permission.RunInstallation;

    internal override async Task<MessageFile> Run(Session s)
    {
        var raw = await s.Value<byte[]?>("select content from mails_in_raw where mail_id = @Id", new { Id });
        if (raw is null || MailContent.File(raw, Number) is not var (file, content)) throw new NotFound("There is no such file.");
        return new() { Name = file.Name, Type = file.Type, Content = content };
    }
}

/// <summary>Says that a mail was taken up, for which case, or put aside. True for the first who says so.</summary>
sealed record SettleMail(Id<MailIn> Id, MailState State, long? CaseNumber = null) : Change<bool>
{
    /// <summary>What it was before.</summary>
    public MailState Was { get; init; } = MailState.New;

    internal override Permission Needs => Permission.RunInstallation;

    internal override async Task<bool> Run(Session s) => await s.Write("""
        update mails_in set state = @state, settled_at = @Now, case_number = coalesce(@CaseNumber, case_number) where id = @Id and state = @was
        """, new { state = State.ToString(), s.Now, CaseNumber, Id, was = Was.ToString() }) > 0;
}
