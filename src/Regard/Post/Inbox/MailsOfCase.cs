namespace Regard.Post.Inbox;

/// <summary>Message-IDs of the mails that a case was opened for or that were added to it, the eldest first. For other areas, within their own operations.</summary>
sealed record MailsOfCase(long CaseNumber) : Question<IReadOnlyList<string>>
{
    internal override Permission Needs => Permission.RunInstallation;

    internal override async Task<IReadOnlyList<string>> Run(Session s) =>
        [.. (await s.Many<string>("select message_id from mails_in where case_number = @CaseNumber and state = 'Heard' order by received_at, id", new { CaseNumber })).Where(id => !id.EndsWith($"@{MailContent.Nameless}>", StringComparison.Ordinal))];
}
