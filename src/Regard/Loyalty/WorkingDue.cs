namespace Regard.Loyalty;

/// <summary>Whether all customers are to be worked out: somebody asked, or a new day has begun since the last time.</summary>
sealed record WorkingDue : Question<bool>
{
    internal override Permission Needs => Permission.RunInstallation;

    internal override async Task<bool> Run(Session s)
    {
        if (await s.Maybe<string>("select value from settings where name = @Asked", new { AskForWorking.Asked }) is not null) return true;
        return await LoyaltyStore.LastWorking(s) is { } last ? last.AsOf < s.Today : await s.Value<long>("select count(*) from (select 1 as x from events limit 1) e") > 0;
    }
}
