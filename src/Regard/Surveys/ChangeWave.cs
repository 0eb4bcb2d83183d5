using Regard.Indicators;
namespace Regard.Surveys;

/// <summary>Only while the wave is planned: once people answer, what they answer stays as it is.</summary>
public sealed record ChangeWave(Id<Wave> Id, string Name, Id<FormVersion> FormVersionId, Id<IndicatorTree> TreeId, DateOnly OpensOn, DateOnly ClosesOn, long MinimumN) : Change<Done>
{
    internal override Permission Needs => Permission.RunWaves;
    internal override string? Subject => Id.ToString();
    internal override IEnumerable<Problem> Check() => WaveStore.Check(Name, OpensOn, ClosesOn, MinimumN);

    internal override async Task<Done> Run(Session s)
    {
        await WaveStore.DemandWholeCompany(s);
        await s.LockResponses(Id);
        if ((await s.Wave(Id)).State != WaveState.Planned) throw new Refused("Only a planned wave can be changed.");
        await WaveStore.DemandVersions(s, FormVersionId, TreeId);
        if (ClosesOn < s.Today) throw new Invalid("ClosesOn", "The wave would be over before it began.");
        await s.Write("""
            update waves set name = @name, form_version_id = @FormVersionId, tree_id = @TreeId, opens_on = @OpensOn, closes_on = @ClosesOn, minimum_n = @MinimumN
            where id = @Id
            """, new { Id, name = Name.Trim(), FormVersionId, TreeId, OpensOn, ClosesOn, MinimumN });
        return default;
    }
}
