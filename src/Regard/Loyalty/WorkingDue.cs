namespace Regard.Loyalty;

/// <summary>Whether all customers are to be worked out: somebody asked, or a new day has begun since the last time.</summary>
sealed record WorkingDue : Question<bool>
{
    internal override Permission Needs => Permission.RunInstallation;

    internal override async Task<bool> Run(Session s)
    {
        if (await s.Value<long>("select count(*) from (select 1 as x from events limit 1) e") + await s.Value<long>("select count(*) from (select 1 as x from contracts limit 1) c") == 0) return false;
        return await AskForWorking.Pending(s) is not null || await LoyaltyStore.LastWorking(s) is not { } last || last.AsOf < s.Today;
    }
}
