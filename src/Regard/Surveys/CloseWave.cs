namespace Regard.Surveys;

/// <summary>The wave takes no more answers. Its numbers are frozen next, outside this transaction.</summary>
public sealed record CloseWave(Id<Wave> Id) : Change<Done>
{
    internal override Permission Needs => Permission.RunWaves;
    internal override string? Subject => Id.ToString();

    internal override async Task<Done> Run(Session s)
    {
        await WaveStore.DemandWholeCompany(s);
        await s.LockResponses(Id);
        var wave = await s.Wave(Id);
        if (wave.State == WaveState.Planned) throw new Refused("This wave has not been opened yet.");
        if (wave.State != WaveState.Open) throw new Refused("This wave is closed already.");
        await s.Write("update waves set closed_at = @Now where id = @Id", new { Id, s.Now });
        await s.Write("delete from answer_drafts where wave_id = @Id", new { Id });
        return default;
    }
}
