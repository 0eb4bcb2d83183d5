using Regard.Surveys;
namespace Regard.Measures;

/// <summary>Folds the rows that came since the last time into the wave's cells, a batch at most. Says how many; none when all are in.</summary>
/// <remarks>Cells and mark change in one transaction, so each row counts exactly once, however many nodes fold.</remarks>
public sealed record FoldResponses(Id<Wave> WaveId, int AtMost = FoldResponses.Batch) : Change<long>
{
    public const int Batch = 10_000, LargestBatch = 1_000_000;

    internal override Permission Needs => Permission.RunWaves;
    internal override string Subject => WaveId.ToString();
    internal override bool Audited => false;

    internal override IEnumerable<Problem> Check()
    {
        if (AtMost is < 1 or > LargestBatch) yield return new("atMost", "Fold 1 to {0} rows at a time.", LargestBatch);
    }

    internal override async Task<long> Run(Session s)
    {
        var wave = await MeasuredWaveStore.Wave(s, WaveId);
        if (wave.FrozenAt is not null) return 0;
        var mark = await FoldMark.Take(s, WaveId);
        var last = Math.Min(await FoldMark.LastRow(s, WaveId), mark + AtMost);
        if (last <= mark) return 0;
        var fold = new CellFold();
        await RatedRows.Read(s, WaveId, mark, last, fold.Add);
        await CellStore.Add(s, WaveId, fold.Cells());
        await FoldMark.Set(s, WaveId, last);
        return fold.Rows;
    }
}
