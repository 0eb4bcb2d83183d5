namespace Regard.Surveys;

/// <summary>Says which wave of customers a wave of managers or employees is held against: what do we believe, what do they say.</summary>
/// <param name="MirrorsId">Null to hold it against none.</param>
public sealed record MirrorWave(Id<Wave> Id, Id<Wave>? MirrorsId) : Change<Done>
{
    internal override Permission Needs => Permission.RunWaves;
    internal override string? Subject => Id.ToString();

    internal override async Task<Done> Run(Session s)
    {
        await WaveStore.DemandWholeCompany(s);
        var wave = await s.Wave(Id);
        if (!(await WaveStore.Audience(s, wave)).Mirrors()) throw new Refused("Only a wave of managers or employees mirrors one of customers.");
        if (MirrorsId is { } other)
        {
            var mirrored = await s.Maybe<Wave>($"select {WaveStore.Columns} from waves where id = @other", new { other }) ?? throw new Invalid(nameof(MirrorsId), "There is no such wave.");
            if (await WaveStore.Audience(s, mirrored) != Audience.Customer) throw new Invalid(nameof(MirrorsId), "Choose a wave that customers answer.");
            if (mirrored.TreeId != wave.TreeId) throw new Invalid(nameof(MirrorsId), "Both waves must go by the same version of the indicators.");
        }
        await s.Write("update waves set mirrors_id = @MirrorsId where id = @Id", new { Id, MirrorsId });
        return default;
    }
}
