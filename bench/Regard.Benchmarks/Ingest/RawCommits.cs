using System.Diagnostics;
using Regard.Benchmarks.Company;
using Regard.Benchmarks.Databases;
using Regard.Storage;
using Regard.Surveys;
namespace Regard.Benchmarks.Ingest;

/// <summary>How fast the database takes the same rows in batches of the same size when nobody asks it anything else.</summary>
static class RawCommits
{
    public static async Task<double> PerSecond(Engine engine, int batch, TimeSpan duration)
    {
        await using var store = await Store.On(engine);
        var chance = new Random(3);
        var (wave, unit, now) = (Guid.NewGuid(), Guid.NewGuid(), TimeProvider.System.GetUtcNow());
        var ratings = Enumerable.Range(0, 1000).Select(_ => { var row = new byte[RatingForm.Document.Slots.Count]; chance.NextBytes(row); return row; }).ToArray();
        await using var connection = await store.Database.Open();
        var (watch, rows) = (Stopwatch.StartNew(), 0L);
        while (watch.Elapsed < duration)
        {
            await using var transaction = await store.Database.Dialect.Begin(connection, writing: true);
            await using (var append = store.Database.Dialect.Append(transaction, "responses", ResponseColumns.All))
            {
                for (var i = 0; i < batch; i++)
                {
                    var key = Guid.NewGuid();
                    await append.Write(key, key, wave, ++rows, unit, "sales", "OpenLink", "en", ratings[rows % ratings.Length], "{\"visit\":\"sales\"}", 1.0, false, null, now);
                }
                await append.Complete();
            }
            await transaction.CommitAsync();
        }
        return rows / watch.Elapsed.TotalSeconds;
    }
}
