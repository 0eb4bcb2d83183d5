using Regard.Surveys;
namespace Regard.Measures;

/// <summary>The indicators that a plan can be made on: what the programme's newest frozen wave measured.</summary>
public sealed record ListBoards(Id<Wave> WaveId) : Question<IReadOnlyList<NodeLabel>>
{
    internal override Permission Needs => Permission.SeePlans;

    internal override async Task<IReadOnlyList<NodeLabel>> Run(Session s)
    {
        var wave = await MeasuredWaveStore.Wave(s, WaveId);
        if (wave.FrozenAt is null) throw new Refused("{0} is not frozen yet.", wave.Name);
        var later = await s.Value<long>("select count(*) from waves where programme_id = @ProgrammeId and number > @Number and frozen_at is not null", new { wave.ProgrammeId, wave.Number });
        if (later > 0) throw new Refused("A later wave than {0} has been frozen. Make the plan on what that one shows.", wave.Name);
        var measures = (await MeasuredWaveStore.Load(s, wave)).Measures;
        return [.. measures.Boards.Select(b => NodeLabel.Of(measures, b))];
    }
}
