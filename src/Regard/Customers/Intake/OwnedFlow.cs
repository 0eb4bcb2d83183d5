using Regard.Files;
using Regard.Storage;
namespace Regard.Customers.Intake;

/// <summary>Writes rows in runs sorted by customer, so that neighbours in the index are written one after the other.</summary>
static class OwnedFlow
{
    const int RowsInRun = 1_000_000;

    public static async Task<Taken> Run(Session s, OwnedRows rows, bool dry)
    {
        await using var writer = s.Dialect.Bring(s.Transaction, rows.Table, dry);
        var run = new Sorted();
        var lines = new List<LineOutcome>();
        await RowFlow.Run(rows.Read(dry ? Taken.LinesTold : 0), async row =>
        {
            if (row.Line > 0) lines.Add(await Tell(writer, row));
            else if (run.Add(row.Row!) == RowsInRun) await run.WriteTo(writer);
        });
        await run.WriteTo(writer);
        return new() { Added = writer.Added, Updated = writer.Updated, Unchanged = writer.Unchanged, Lines = lines };
    }

    static async Task<LineOutcome> Tell(KeyedWriter writer, OwnedRow row)
    {
        if (row.Row is null) return new() { Line = row.Line, Key = row.Said, Outcome = RowOutcome.TurnedAway };
        var (added, updated) = (writer.Added, writer.Updated);
        await writer.Write(row.Row);
        await writer.Flush();
        return new() { Line = row.Line, Key = row.Said, Outcome = writer.Added > added ? RowOutcome.Added : writer.Updated > updated ? RowOutcome.Updated : RowOutcome.Unchanged };
    }

    sealed class Sorted
    {
        UInt128[] keys = new UInt128[1024];
        object?[][] rows = new object?[1024][];
        int count;

        public int Add(object?[] row)
        {
            if (count == rows.Length) { Array.Resize(ref rows, count * 2); Array.Resize(ref keys, count * 2); }
            keys[count] = System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(((Guid)row[0]!).ToByteArray(bigEndian: true));
            rows[count] = row;
            return ++count;
        }

        public async Task WriteTo(KeyedWriter writer)
        {
            Array.Sort(keys, rows, 0, count);
            for (var i = 0; i < count; i++)
            {
                await writer.Write(rows[i]);
                rows[i] = null!;
            }
            count = 0;
            await writer.Flush();
        }
    }
}
