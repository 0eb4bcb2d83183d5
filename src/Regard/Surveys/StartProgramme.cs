namespace Regard.Surveys;

public sealed record StartProgramme(string Name, long WavesPerYear = 2, long MinimumN = 10, long ShortBoards = 3, long PlanDays = 90, Audience Audience = Audience.Customer) : Change<Id<Programme>>
{
    internal override Permission Needs => Permission.RunWaves;
    internal override string? Subject => Name;
    internal override IEnumerable<Problem> Check() => Programme.Check(Name, WavesPerYear, MinimumN, ShortBoards, PlanDays);

    internal override async Task<Id<Programme>> Run(Session s)
    {
        await WaveStore.DemandWholeCompany(s);
        var id = Id<Programme>.New(s.Now);
        await s.Write("""
            insert into programmes (id, name, audience, waves_per_year, minimum_n, short_boards, plan_days, created_at)
            values (@id, @name, @audience, @WavesPerYear, @MinimumN, @ShortBoards, @PlanDays, @Now)
            """, new { id, name = Name.Trim(), audience = Audience.ToString(), WavesPerYear, MinimumN, ShortBoards, PlanDays, s.Now });
        return id;
    }
}
