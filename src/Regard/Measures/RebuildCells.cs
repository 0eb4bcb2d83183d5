using Regard.Surveys;
namespace Regard.Measures;

/// <summary>Works all cells of a wave out anew from its rows, and puts them in place of those there are.</summary>
public static class CellRebuilding
{
    /// <summary>The rows are read outside the writing transaction; answers that arrive meanwhile are folded after the mark as ever. Says how many rows.</summary>
    public static async Task<long> Run(Office office, Id<Wave> wave, Caller caller)
    {
        var rebuilt = await office.Do(new RefoldResponses(wave), caller);
        await office.Do(new RebuildCells(wave, rebuilt), caller);
        return rebuilt.Rows;
    }
}

sealed record RebuiltCells(long Mark, long Rows, IReadOnlyList<Cell> Cells);

sealed record RefoldResponses(Id<Wave> WaveId) : Question<RebuiltCells>
{
    internal override Permission Needs => Permission.RunWaves;

    internal override async Task<RebuiltCells> Run(Session s)
    {
        await MeasuredWaveStore.Wave(s, WaveId);
        var last = await FoldMark.LastRow(s, WaveId);
        var fold = new CellFold();
        await RatedRows.Read(s, WaveId, 0, last, fold.Add);
        return new(last, fold.Rows, [.. fold.Cells()]);
    }
}

sealed record RebuildCells(Id<Wave> WaveId, RebuiltCells Rebuilt) : Change<Done>
{
    internal override Permission Needs => Permission.RunWaves;
    internal override string Subject => WaveId.ToString();

    internal override async Task<Done> Run(Session s)
    {
        var wave = await MeasuredWaveStore.Wave(s, WaveId);
        if (wave.FrozenAt is not null) throw new Refused("{0} is frozen: its numbers never change.", wave.Name);
        await FoldMark.Take(s, WaveId);
        await s.Write("delete from cells where wave_id = @WaveId", new { WaveId });
        await CellStore.Add(s, WaveId, Rebuilt.Cells);
        await FoldMark.Set(s, WaveId, Rebuilt.Mark);
        return default;
    }
}
