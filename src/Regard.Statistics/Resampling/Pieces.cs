namespace Regard.Statistics;

/// <summary>Pieces of work side by side whose refusals come out as if they had run one after the other.</summary>
static class Pieces
{
    /// <exception cref="DataRefused">That of the first piece that refused.</exception>
    public static T[] Run<T>(int count, Func<int, T> piece)
    {
        var (results, refusals) = (new T[count], new DataRefused?[count]);
        Parallel.For(0, count, i =>
        {
            try { results[i] = piece(i); }
            catch (DataRefused refused) { refusals[i] = refused; }
        });
        return refusals.FirstOrDefault(r => r is not null) is { } first ? throw new DataRefused(first.Fault, first.Message, first.Columns) : results;
    }
}
