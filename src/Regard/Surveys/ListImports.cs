using Regard.Files;
namespace Regard.Surveys;

/// <summary>The files that came in for a wave, newest first.</summary>
public sealed record ListImports(Id<Wave> WaveId) : Question<IReadOnlyList<Import>>
{
    internal override Permission Needs => Permission.DoFieldwork;

    internal override async Task<IReadOnlyList<Import>> Run(Session s)
    {
        await s.Wave(WaveId);
        return [.. (await s.Many<ImportRow>($"{ImportRow.Select} where i.wave_id = @WaveId order by i.made_at desc, i.id desc", new { WaveId })).Select(r => r.Read())];
    }
}
