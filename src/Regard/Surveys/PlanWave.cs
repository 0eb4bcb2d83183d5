using Regard.Indicators;
namespace Regard.Surveys;

/// <summary>The wave computes with this version of the form and of the indicator tree for ever.</summary>
/// <param name="MinimumN">The programme's when left out.</param>
public sealed record PlanWave(Id<Programme> ProgrammeId, string Name, Id<FormVersion> FormVersionId, Id<IndicatorTree> TreeId, DateOnly OpensOn, DateOnly ClosesOn, long? MinimumN = null) : Change<Id<Wave>>
{
    internal override Permission Needs => Permission.RunWaves;
    internal override string? Subject => Name;
    internal override IEnumerable<Problem> Check() => WaveStore.Check(Name, OpensOn, ClosesOn, MinimumN);

    internal override async Task<Id<Wave>> Run(Session s)
    {
        await WaveStore.DemandWholeCompany(s);
        var programme = await s.One<Programme>($"select {Programme.Columns} from programmes where id = @ProgrammeId", new { ProgrammeId }, Words.Of("There is no such programme."));
        await WaveStore.DemandVersions(s, FormVersionId, TreeId);
        if (ClosesOn < s.Today) throw new Invalid("ClosesOn", "The wave would be over before it began.");
        var id = Id<Wave>.New(s.Now);
        var number = await s.NextNumber($"wave:{ProgrammeId}");
        await s.Write("""
            insert into waves (id, programme_id, number, name, form_version_id, tree_id, opens_on, closes_on, minimum_n, created_by, created_at)
            values (@id, @ProgrammeId, @number, @name, @FormVersionId, @TreeId, @OpensOn, @ClosesOn, @minimum, @Person, @Now)
            """, new { id, ProgrammeId, number, name = Name.Trim(), FormVersionId, TreeId, OpensOn, ClosesOn, minimum = MinimumN ?? programme.MinimumN, s.Caller.Person, s.Now });
        return id;
    }
}
