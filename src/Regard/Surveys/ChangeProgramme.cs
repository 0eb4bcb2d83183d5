namespace Regard.Surveys;

/// <summary>Changes the rules for waves still to be planned; those planned before keep theirs.</summary>
public sealed record ChangeProgramme(Id<Programme> Id, string Name, long WavesPerYear, long MinimumN, long ShortBoards, long PlanDays) : Change<Done>
{
    internal override Permission Needs => Permission.RunWaves;
    internal override string? Subject => Id.ToString();
    internal override IEnumerable<Problem> Check() => Programme.Check(Name, WavesPerYear, MinimumN, ShortBoards, PlanDays);

    internal override async Task<Done> Run(Session s)
    {
        await WaveStore.DemandWholeCompany(s);
        var changed = await s.Write("""
            update programmes set name = @name, waves_per_year = @WavesPerYear, minimum_n = @MinimumN, short_boards = @ShortBoards, plan_days = @PlanDays
            where id = @Id
            """, new { Id, name = Name.Trim(), WavesPerYear, MinimumN, ShortBoards, PlanDays });
        return changed == 1 ? default : throw new NotFound("There is no such programme.");
    }
}
