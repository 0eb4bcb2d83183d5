using Regard.Customers;
using Regard.Organisation;
using Regard.Post.Inbox;
namespace Regard.Cases;

/// <summary>Somebody reads a mail that was put aside and makes it a case after all, which is then theirs.</summary>
public sealed record HearMailAside(Id<MailIn> Mail) : Change<long>
{
    internal override Permission Needs => Permission.ManageCases;
    internal override string Subject => Mail.ToString();

    internal override async Task<long> Run(Session s)
    {
        var mail = await new FetchMail(Mail).Run(s);
        var tree = await UnitStore.Tree(s, s.Today);
        if (!tree.InCare(s.Caller, Needs).Contains(mail.UnitId ?? tree.Roots[0].Id)) throw new NotFound("There is no such message.");
        if (mail.State == MailState.Heard) throw new Refused("This mail was taken up already.");
        var number = await HearMail.Open(s, mail, null, await Sender(s, mail));
        if (!await new SettleMail(Mail, MailState.Heard, number) { Was = mail.State }.Run(s)) throw new Refused("This mail was taken up already.");
        return number;
    }

    /// <summary>Where the caller may see who wrote it.</summary>
    static async Task<Customer?> Sender(Session s, MailIn mail)
    {
        if (await HearMail.Sender(s, mail.FromAddress) is not { } customer) return null;
        try { return await (await CustomerSight.Of(s)).Find(s, customer.CustomerId); }
        catch (NotFound) { return null; }
    }
}
