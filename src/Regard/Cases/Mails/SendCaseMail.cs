using Regard.Organisation;
using Regard.Post;
using Regard.Post.Inbox;
using Regard.Post.Templates;
namespace Regard.Cases;

/// <summary>Writes to the customer of a case by mail, within the thread of what was written before.</summary>
/// <param name="Title">The subject; that of the template, if left out.</param>
/// <param name="Template">One of case-answer, case-question, case-solution, case-closed.</param>
public sealed record SendCaseMail(long Number, string Words, string? Title = null, string Template = "case-answer") : Change<Id<CaseNote>>
{
    static readonly string[] templates = ["case-answer", "case-question", "case-solution", "case-closed"];

    internal override Permission Needs => Permission.SignedIn;
    internal override string Subject => $"{Number}";

    internal override IEnumerable<Problem> Check() =>
    [
        .. CaseTexts.Needed(nameof(Words), Words, "Write what the customer is to read."), .. CaseTexts.Optional(nameof(Title), Title, HearCase.LongestTitle),
        .. templates.Contains(Template) ? (Problem[])[] : [new(nameof(Template), "There is no template {0}.", Template)],
    ];

    internal override async Task<Id<CaseNote>> Run(Session s)
    {
        var c = await CaseStore.InHand(s, Number, isOpen: false);
        if (c.ContactEmail is not { } to) throw new Invalid(nameof(Words), "The customer's e-mail address is not known. Note it first.");
        var thread = await s.Many<Written>("select message_id from case_notes where customer_id = @CustomerId and case_id = @Id and message_id is not null and kind in ('Received', 'Sent') order by written_at, id", new { c.CustomerId, c.Id });
        if (thread.Count == 0) thread.AddRange(await First(s, c));
        var text = await Filled(s, c);
        var put = await new PutMessage(MessageKind.Mail, to, $"{CaseTexts.Plain(Title) ?? text.Subject} {MailWords.Tag(c.Number)}", text.Body)
        {
            CaseNumber = c.Number, IsAutomatic = false, InReplyTo = thread.LastOrDefault()?.MessageId, References = [.. thread.Select(t => t.MessageId)],
        }.Run(s);
        var note = await CaseNotes.Put(s, c, CaseNoteKind.Sent, Words.Trim(), CaseChannel.Mail, CaseTexts.Plain(Title) ?? text.Subject, to, put.MessageId);
        if (c.IsOpen) await CaseStore.Change(s, c, await CaseNotes.Felt(s, c, CaseNoteKind.Sent));
        return note;
    }

    /// <summary>The mail that the case was opened for.</summary>
    static async Task<IReadOnlyList<Written>> First(Session s, Case c) => await new MailsOfCase(c.Number).Run(s) is [var first, ..] ? [new() { MessageId = first }] : [];

    async Task<FilledTemplate> Filled(Session s, Case c)
    {
        var address = await PublicAddress.Of(s);
        return await new FillTemplate(Template, Languages.FromTag(c.LanguageTag) ?? s.Caller.Language, new Dictionary<string, string>
        {
            ["name"] = c.ContactName ?? c.ContactEmail!, ["number"] = $"{c.Number}", ["text"] = Words.Trim(), ["owner"] = s.Caller.Name, ["link"] = address is null ? "" : $"{address}/track",
            ["company"] = (await UnitStore.Tree(s, s.Today)).Roots[0].Name,
        }).Run(s);
    }

    sealed record Written
    {
        public required string MessageId { get; init; }
    }
}
