namespace Regard.Surveys;

public sealed record ListWaves(Id<Programme>? ProgrammeId = null) : Question<IReadOnlyList<Wave>>
{
    internal override Permission Needs => Permission.SeeSurveys;

    internal override async Task<IReadOnlyList<Wave>> Run(Session s) =>
        await s.Many<Wave>($"select {WaveStore.Columns} from waves {(ProgrammeId is null ? "" : "where programme_id = @ProgrammeId")} order by opens_on desc, number desc", new { ProgrammeId });
}
