using Regard.Post.Inbox;
namespace Regard.Cases;

/// <summary>Takes up the mails that have come in, each in a transaction of its own; what cannot be taken up now is tried again in the next round.</summary>
public sealed class MailHearing(Office office)
{
    /// <summary>How many were taken up.</summary>
    public async Task<int> Run(Caller clock)
    {
        var taken = 0;
        foreach (var mail in await office.Do(new NextMails(), clock))
        {
            try
            {
                await office.Do(new HearMail(mail.Id), clock);
                taken++;
            }
            // Nobody can own it yet, its unit is closed, or another node took it.
            catch (Exception e) when (e is Refused or Invalid or NotFound) { }
        }
        return taken;
    }
}
