using Regard.Surveys;
namespace Regard.Measures;

/// <summary>Keeps the numbers of a closed wave for ever.</summary>
sealed record FreezeNumbers(WaveNumbers Numbers) : Change<Done>
{
    internal override Permission Needs => Permission.RunWaves;
    internal override string Subject => Numbers.Wave.Wave.Id.ToString();

    internal override async Task<Done> Run(Session s)
    {
        var wave = Numbers.Wave.Wave;
        if (await FoldMark.Take(s, wave.Id) != Numbers.Rows || await FoldMark.LastRow(s, wave.Id) != Numbers.Rows)
            throw new Refused("Not all answers of {0} have been counted yet. Please try again.", wave.Name);
        var frozen = await s.Write("""
            update waves set frozen_at = @Now, fingerprint = @Fingerprint where id = @Id and closed_at is not null and frozen_at is null
            """, new { wave.Id, Numbers.Fingerprint, s.Now });
        if (frozen == 0) throw new Refused("{0} is frozen: its numbers never change.", wave.Name);
        await FigureStore.Keep(s, wave.Id, Numbers.Figures);
        await CellStore.KeepSums(s, wave.Id, Numbers.Sums);
        return default;
    }
}
