using System.Text;
using Regard.Cases;
using Regard.Organisation;
using Regard.Post.Channels;
using Regard.Post.Inbox;
namespace Regard.Tests.Cases;

/// <summary>Mails that programs send, as a mailbox of a unit gets them.</summary>
public static class GivenMails
{
    public static byte[] OutOfOffice { get; } = Encoding.UTF8.GetBytes("From: Li Na <li.na@example.com>\r\nTo: care@regard.test\r\nSubject: Away\r\nMessage-ID: <away-1@example.com>\r\nAuto-Submitted: auto-replied\r\n\r\nI am <b>away</b>, but your brakes failed.\r\n");

    public static async Task Came(TestOffice t, Id<Unit> unit, byte[] raw)
    {
        var mailbox = await t.Do(new SaveChannel(null, ChannelKind.Imap, "in", new() { Host = "mail.test", Port = 993, User = "care", Address = "care@regard.test", UnitId = unit }) { Password = "x" });
        await t.Do(new KeepMail(mailbox, MailContent.Of(raw), raw, false));
        await new MailHearing(t.Office).Run(t.Installation);
    }
}
