using System.Globalization;
namespace Regard.Post;

/// <summary>For how many days texts of messages sent and received are kept. The fact that they were stays.</summary>
public sealed record SetPostDays(int Days) : Change<Done>
{
    internal override Permission Needs => Permission.EditChannels;
    internal override string Subject => Days.ToString(CultureInfo.InvariantCulture);

    internal override IEnumerable<Problem> Check()
    {
        if (Days is < 1 or > 3650) yield return new("Days", "From 1 to {0} days.", 3650);
    }

    internal override async Task<Done> Run(Session s)
    {
        await s.Write("insert into settings (name, value) values (@Setting, @value) on conflict (name) do update set value = @value", new { PostTerms.Setting, value = Subject });
        return default;
    }
}

static class PostTerms
{
    public const string Setting = "post-days";
    const int Usual = 180;

    public static async Task<int> Days(Session s) =>
        int.TryParse(await s.Maybe<string>("select value from settings where name = @Setting", new { Setting }), CultureInfo.InvariantCulture, out var days) ? days : Usual;
}

/// <summary>Empties messages whose days are over, some at a time.</summary>
sealed record ForgetOldPost : Change<int>
{
    const int Most = 500;

    internal override Permission Needs => Permission.RunInstallation;
    internal override bool Audited => false;

    internal override async Task<int> Run(Session s)
    {
        var values = new { before = s.Now - TimeSpan.FromDays(await PostTerms.Days(s)), Most };
        var sent = await s.Many<Id<Message>>("select id from outbox where created_at < @before and state <> 'Waiting' and letter is not null order by created_at limit @Most", values);
        foreach (var id in sent)
        {
            await s.Write("update outbox set letter = null, recipient = '', subject = '' where id = @id", new { id });
            await s.Write("delete from outbox_files where message_id = @id", new { id });
        }
        var heard = await s.Many<Id<Inbox.MailIn>>("select id from mails_in where received_at < @before and state <> 'New' and from_address <> '' order by received_at limit @Most", values);
        foreach (var id in heard)
        {
            await s.Write("update mails_in set from_address = '', from_name = '', return_path = null, recipients = '[]', subject = '', body = '', files = '[]', bounced = null where id = @id", new { id });
            await s.Write("delete from mails_in_raw where mail_id = @id", new { id });
        }
        return sent.Count + heard.Count;
    }
}
