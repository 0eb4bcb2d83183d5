using Regard.Customers;
using Regard.Files;
using Regard.Organisation;
using Regard.Post;
using Regard.Post.Inbox;
using Regard.Post.Templates;
namespace Regard.Cases;

/// <summary>Takes up a mail that came in: as a case, or as the customer's word in the case that it answers. Null when it is nothing for anybody.</summary>
sealed record HearMail(Id<MailIn> Mail) : Change<long?>
{
    /// <summary>An answer that comes later than this after the closing is a case of its own.</summary>
    static readonly TimeSpan reopensWithin = TimeSpan.FromDays(14);
    /// <summary>Mails of a flood go into the case that the same sender opened within this time.</summary>
    static readonly TimeSpan floodsInto = TimeSpan.FromHours(24);

    internal override Permission Needs => Permission.RunInstallation;
    internal override string Subject => Mail.ToString();

    internal override async Task<long?> Run(Session s)
    {
        var mail = await new FetchMail(Mail).Run(s);
        if (mail.State != MailState.New) return null;
        var answered = await Answered(s, mail);
        var isReport = mail.IsEcho || mail.Bounced is not null || (mail.IsAutomatic && answered is not null);
        var number = isReport ? answered is null ? null : await Report(s, mail, answered) : await Take(s, mail, answered);
        if (!await new SettleMail(Mail, isReport ? MailState.PutAside : MailState.Heard, number).Run(s)) throw new Refused("This mail was taken up already.");
        return number;
    }

    static async Task<long?> Take(Session s, MailIn mail, Case? answered) =>
        answered is { } c && (c.IsOpen || s.Now - c.ClosedAt <= reopensWithin) ? await Answer(s, mail, c) : await Open(s, mail, answered);

    /// <summary>The case that the mail belongs to, held; the one that it goes on in, where it was merged.</summary>
    static async Task<Case?> Answered(Session s, MailIn mail)
    {
        var number = mail.CaseNumber ?? await Named(s, mail) ?? (mail.IsFlood ? await Flooded(s, mail) : null);
        while (number is { } at)
        {
            var c = await CaseStore.Hold(s, at);
            if (c.State != CaseState.Merged) return c;
            number = await s.Maybe<long?>("select number from case_numbers where case_id = @MergedInto", new { c.MergedInto });
        }
        return null;
    }

    /// <summary>By the number in its subject; only from the address that the case is with, for anybody can write a number.</summary>
    static async Task<long?> Named(Session s, MailIn mail)
    {
        if (MailWords.Number(mail.Subject) is not { } number || await s.Maybe<long?>("select number from case_numbers where number = @number", new { number }) is null) return null;
        var c = await CaseStore.ByNumber(s, number);
        return Canonical.Email(c.ContactEmail) == mail.FromAddress ? number : null;
    }

    static Task<long?> Flooded(Session s, MailIn mail) => s.Maybe<long?>(
        "select number from cases where channel = 'Mail' and contact_email = @FromAddress and created_at > @since order by number desc limit 1", new { mail.FromAddress, since = s.Now - floodsInto });

    static async Task<long> Report(Session s, MailIn mail, Case c)
    {
        var words = mail.Bounced is { } address ? Words.Of("Our mail to {0} could not be delivered.", address) : Words.Of("An automatic answer came: {0}", MailWords.Shortened(mail.Subject, 200));
        var language = Languages.FromTag(await s.Maybe<string>("select language_tag from people where id = @OwnerId", new { c.OwnerId }));
        await CaseNotes.Put(s, c, CaseNoteKind.Internal, words.In(language ?? Language.English), CaseChannel.Mail, messageId: mail.MessageId);
        return c.Number;
    }

    static async Task<long> Answer(Session s, MailIn mail, Case c)
    {
        var note = await CaseNotes.Put(s, c, CaseNoteKind.Received, Said(mail, MailWords.Own(mail.Body)), CaseChannel.Mail, MailWords.Shortened(mail.Subject, AddNote.LongestHeading), mail.FromAddress, mail.MessageId);
        await KeepFiles(s, mail, c, note);
        var language = Languages.FromTag(c.LanguageTag) ?? MailWords.Language(mail.Body);
        var now = c.IsOpen ? await CaseNotes.Felt(s, c, CaseNoteKind.Received) : await ReopenCase.Reopened(s, c, Words.Of("The customer wrote again.").In(language));
        await CaseStore.Change(s, c, now);
        return c.Number;
    }

    static async Task<long> Open(Session s, MailIn mail, Case? before) => await Open(s, mail, before, await Sender(s, mail.FromAddress));

    internal static async Task<long> Open(Session s, MailIn mail, Case? before, Customer? customer)
    {
        var language = Languages.FromTag(customer?.LanguageTag) ?? MailWords.Language(mail.Subject + mail.Body);
        var unit = mail.UnitId ?? before?.UnitId ?? (await UnitStore.Tree(s, s.Today)).Roots[0].Id;
        var heard = await new HearCase
        {
            Key = new(ImportKeys.Of("case of mail", $"mail {mail.MessageId}")), Channel = CaseChannel.Mail, UnitId = unit, CustomerId = customer?.CustomerId, Words = Said(mail, mail.Body.Trim()),
            Title = string.IsNullOrWhiteSpace(mail.Subject) ? null : MailWords.Shortened(mail.Subject, HearCase.LongestTitle), LanguageTag = language.Tag(), HeardAt = mail.ReceivedAt,
            ContactName = string.IsNullOrWhiteSpace(mail.FromName) ? null : MailWords.Shortened(mail.FromName, HearCase.LongestName), ContactEmail = mail.FromAddress.Length > 0 ? MailWords.Shortened(mail.FromAddress, HearCase.LongestName) : null,
        }.Run(s);
        if (heard.Receipt is not { } code) return heard.Number;
        await KeepFiles(s, mail, await CaseStore.ByNumber(s, heard.Number), null);
        await Acknowledge(s, mail, heard.Number, code, language);
        return heard.Number;
    }

    /// <summary>What came with the mail, as far as a case takes such files; what it does not take stays with the mail, its name in the words.</summary>
    static async Task KeepFiles(Session s, MailIn mail, Case c, Id<CaseNote>? note)
    {
        foreach (var file in mail.Attachments.Where(f => f.Size is > 0 and <= CaseFile.Largest))
        {
            var content = (await new FetchMailFile(mail.Id, file.Number).Run(s)).Content;
            try { if (content.Length is > 0 and <= CaseFile.Largest) await AddCaseFile.Keep(s, c, content, file.Name, note); }
            catch (Invalid) { }
        }
    }

    static string Said(MailIn mail, string words)
    {
        var said = words.Length > 0 ? words : mail.Subject.Trim();
        var files = mail.Attachments.Count > 0 ? $"\n\n[{string.Join(", ", mail.Attachments.Select(f => f.Name))}]" : "";
        return MailWords.Shortened((said.Length > 0 ? said : "–") + files, HearCase.LongestWords);
    }

    /// <summary>Known when one customer, and not several, has the address.</summary>
    internal static async Task<Customer?> Sender(Session s, string address)
    {
        if (address.Length == 0) return null;
        var found = new HashSet<Id<Customer>>();
        foreach (var id in await s.Many<Id<Customer>>("select customer_id from customers where email = @address limit 20", new { address })) found.Add(await Merging.Goer(s, id));
        return found is { Count: 1 } ? await s.Maybe<Customer>($"select {CustomerStore.Columns} from customers c where c.customer_id = @id", new { id = found.Single() }) : null;
    }

    static async Task Acknowledge(Session s, MailIn mail, long number, string code, Language language)
    {
        var (name, link) = (string.IsNullOrWhiteSpace(mail.FromName) ? mail.FromAddress : mail.FromName, await PublicAddress.Of(s) is { } address ? $"{address}/track" : Words.Of("our complaint page").In(language));
        var filled = await new FillTemplate("case-receipt", language, new Dictionary<string, string>
        {
            ["name"] = name, ["number"] = $"{number}", ["code"] = code, ["link"] = link, ["company"] = (await UnitStore.Tree(s, s.Today)).Roots[0].Name,
        }).Run(s);
        await new PutReceipt(mail.Id, $"{filled.Subject} {MailWords.Tag(number)}", filled.Body, number).Run(s);
    }
}
