namespace Regard.Surveys;

/// <summary>From now on the wave takes answers.</summary>
public sealed record OpenWave(Id<Wave> Id) : Change<Done>
{
    internal override Permission Needs => Permission.RunWaves;
    internal override string? Subject => Id.ToString();

    internal override async Task<Done> Run(Session s)
    {
        await WaveStore.DemandWholeCompany(s);
        await s.LockResponses(Id);
        var wave = await s.Wave(Id);
        if (wave.State != WaveState.Planned) throw new Refused("This wave was opened before.");
        if (wave.ClosesOn < s.Today) throw new Refused("The last day of this wave is over. Give it a later one first.");
        await s.Write("update waves set opened_at = @Now where id = @Id", new { Id, s.Now });
        return default;
    }
}
